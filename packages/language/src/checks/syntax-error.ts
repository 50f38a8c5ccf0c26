// syntax-error: the text cannot be read as Crit at a place; what stands after it is still read.
import type { IRecognitionException } from 'chevrotain';
import type { DiagnosticCollector } from '../diagnostics/collector.js';
import type { SourceText } from '../syntax/source-text.js';
import { explainSyntaxError } from '../syntax/syntax-messages.js';

/** Words in an order that the language does not have. */
export function reportSyntaxError(source: SourceText, error: IRecognitionException, diagnostics: DiagnosticCollector): void {
    diagnostics.report('syntax-error', explainSyntaxError(error, source));
}

/** Characters that mean nothing. */
export function reportUnreadableCharacters(source: SourceText, start: number, length: number, diagnostics: DiagnosticCollector): void {
    const shown = [...source.text.slice(start, start + length)].slice(0, 12).join('');
    const codes = [...shown].map((c) => `U+${(c.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`);
    const printable = /^[\x21-\x7e]+$/.test(shown) ? `'${shown}'` : codes.slice(0, 3).join(' ');
    const range = source.range(start, start + Math.max(1, length));
    diagnostics.report('syntax-error', {
        message: `${printable} has no meaning here. Remove it, or put the text it belongs to into quotes.`,
        range,
        fixes: [{ title: `Remove ${printable}`, edits: [{ range, newText: '' }] }],
    });
}
