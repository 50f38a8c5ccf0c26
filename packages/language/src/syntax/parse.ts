// Reads a text into its syntax tree and syntax diagnostics; never throws on any text.
import type { CritFile } from '../generated/ast.js';
import type { DiagnosticCollector } from '../diagnostics/collector.js';
import { languageServices } from './language-services.js';
import { lexicalDiagnostics } from './lexical-diagnostics.js';
import { explainSyntaxError } from './syntax-messages.js';
import type { SourceText } from './source-text.js';

/** Files longer than this are refused before they are read (DESIGN §6). */
export const MAX_FILE_BYTES = 8 * 1024 * 1024;

/** The syntax tree of a text; what could not be read is reported, and the rest kept. */
export function parse(source: SourceText, diagnostics: DiagnosticCollector): CritFile {
    const result = languageServices().parser.LangiumParser.parse<CritFile>(source.text);
    for (const error of result.lexerErrors) {
        const start = Number.isFinite(error.offset) ? error.offset : 0;
        const name = error.message.startsWith('Blocks are nested') ? 'nested-too-deep' : 'syntax-error';
        const message = name === 'nested-too-deep' || error.message.includes("'not'") ? error.message : unreadableCharacters(source.text, start, error.length);
        diagnostics.report(name, { message, range: source.range(start, start + Math.max(1, error.length)) });
    }
    for (const error of result.parserErrors) {
        const { message, range, fixes } = explainSyntaxError(error, source);
        diagnostics.report('syntax-error', { message, range, fixes });
    }
    lexicalDiagnostics(source, result.value.$cstNode, diagnostics);
    return result.value;
}

function unreadableCharacters(text: string, offset: number, length: number): string {
    const shown = [...text.slice(offset, offset + length)].slice(0, 12).join('');
    const codes = [...shown].map((c) => `U+${(c.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`);
    const printable = /^[\x21-\x7e]+$/.test(shown) ? `'${shown}'` : codes.slice(0, 3).join(' ');
    return `${printable} has no meaning here. Remove it, or put the text it belongs to into quotes.`;
}
