// Reads a text into its syntax tree and syntax diagnostics; never throws on any text.
import type { CritFile } from '../generated/ast.js';
import type { DiagnosticCollector } from '../diagnostics/collector.js';
import { reportHiddenCharacters } from '../checks/hidden-character.js';
import { reportBrace, reportJoiningWords, reportMisspelt, reportReservedIdentifier, reportSyntaxFault } from '../checks/syntax-error.js';
import { reportUnclosedQuotes } from '../checks/unclosed-quote.js';
import { pairBraces } from './braces.js';
import { readMisspeltStatements } from './misspelt-statements.js';
import { parseTokens } from './parser/parser.js';
import type { Token } from './parser/token.js';
import { onePerQuote } from './quote-faults.js';
import { readReservedIdentifiers } from './reserved-identifiers.js';
import type { SourceText } from './source-text.js';
import { tokenize } from './tokenize.js';

/** Files longer than this are refused before they are read (DESIGN §6). */
export const MAX_FILE_BYTES = 8 * 1024 * 1024;

export interface SyntaxTree {
    root: CritFile;
    /** All tokens but blanks and comments; braces that are missing are inserted, the last token is the end of the text. */
    tokens: readonly Token[];
    comments: readonly Token[];
}

/** The syntax tree of a text; what could not be read is reported, and the rest kept. */
export function parse(source: SourceText, diagnostics: DiagnosticCollector): SyntaxTree {
    const { tokens: read, comments, depthFaults } = tokenize(source.text);
    const misspelt = readMisspeltStatements(read);
    const reserved = readReservedIdentifiers(read);
    const { tokens, faults: braceFaults } = pairBraces(read, source.text);
    const { root, faults: allFaults } = parseTokens(tokens, source.text);
    const { faults, unclosed } = onePerQuote(tokens, allFaults);
    for (const { message, start, end } of depthFaults) diagnostics.report('nested-too-deep', { message, range: source.range(start, end) });
    for (const statement of misspelt) reportMisspelt(source, statement, diagnostics);
    for (const identifier of reserved) reportReservedIdentifier(source, identifier, diagnostics);
    for (const fault of braceFaults) reportBrace(source, fault, diagnostics);
    for (const fault of faults) reportSyntaxFault(source, tokens, fault, diagnostics);
    reportUnclosedQuotes(source, unclosed, diagnostics);
    reportJoiningWords(source, tokens, diagnostics);
    reportHiddenCharacters(source, diagnostics);
    return { root: root as CritFile, tokens, comments };
}
