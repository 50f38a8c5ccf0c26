// Lays a text out in the one way. Only blanks and line ends between words change: what a text says, its lines and its comments stay.
import { parseFile } from '../resolve/parsed-file.js';
import { tokenize } from '../syntax/tokenize.js';
import { layOut } from './lay-out.js';
import { piecesOf } from './pieces.js';

/**
 * The text in the one layout, or in a sentence why it is left as it is: a text that does not parse is not touched.
 * Formatting twice gives the same as formatting once. Never throws on any text.
 */
export function formatText(text: string): { text: string } | { problem: string } {
    const file = parseFile('', text);
    const error = file.syntaxDiagnostics.find(({ severity }) => severity === 'error');
    if (error !== undefined) return { problem: `It does not parse: line ${error.range.start.line + 1}: ${error.message}` };
    const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
    const formatted = layOut(piecesOf(text, file.tokens, file.comments), lineEnd);
    if (saysTheSame(text, formatted)) return { text: formatted };
    return { problem: 'Its layout cannot be changed without changing what it says.' };
}

/** Whether two texts are made of the same characters but for blanks, and are read as the same words and lines. */
function saysTheSame(one: string, other: string): boolean {
    return withoutBlanks(one) === withoutBlanks(other) && kindsOf(one) === kindsOf(other);
}

function withoutBlanks(text: string): string {
    return text.replace(/[\s\u200b]+/g, '');
}

// A newline at the very start or end of a text separates nothing.
function kindsOf(text: string): string {
    const kinds = tokenize(text).tokens.map(({ tokenType }) => tokenType.name);
    return kinds
        .join('\n')
        .replace(/^NL\n/, '')
        .replace(/\nNL(?=\nEND$)/, '');
}
