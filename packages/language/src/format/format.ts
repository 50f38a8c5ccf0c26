// Lays a text out in the one way; what it says, its order and its comments stay. A text that does not parse is not touched.
import type { SourceRange } from '@crit-lang/model/criteria/source.js';
import type { ParsedFile } from '../resolve/parsed-file.js';
import { parseFile } from '../resolve/parsed-file.js';
import { align, breakLongLines } from './line.js';
import type { Line } from './line.js';
import type { StatementLines } from './printer.js';
import { Printer } from './printer.js';
import { saysTheSame } from './same-meaning.js';
import { Sheet } from './sheet.js';

/** Why a text is left as it is, and where. */
export interface Refusal {
    problem: string;
    range: SourceRange;
}

/** Blocks inside blocks are opened one after the other; more rounds than blocks can nest are never needed. */
const MOST_ROUNDS = 100;

/** The text in the one layout. Formatting twice gives the same as formatting once. Never throws on any text. */
export function formatText(text: string): { text: string } | Refusal {
    const formatted = formattedFile(text);
    return 'problem' in formatted ? formatted : { text: formatted.text };
}

/** The one layout of the statements that a stretch of the text (offsets) touches, as one edit; null when they are in it already. */
export function formatRange(text: string, start: number, end: number): { edit: { start: number; end: number; newText: string } | null } | Refusal {
    const formatted = formattedFile(text);
    if ('problem' in formatted) return formatted;
    const touched = formatted.statements.filter((statement) => statement.start <= end && start <= statement.end);
    const [first, last] = [touched[0], touched[touched.length - 1]];
    if (first === undefined || last === undefined) return { edit: null };
    const lineStart = Math.max(text.lastIndexOf('\n', first.start - 1), text.lastIndexOf('\r', first.start - 1)) + 1;
    const newText = written(formatted.lines.slice(first.firstLine, last.endLine), formatted.lineEnd).trimStart();
    // Before the first statement on a line stand its blanks, which are laid out with it.
    const from = /^[ \t]*$/.test(text.slice(lineStart, first.start)) ? lineStart : first.start;
    return { edit: text.slice(from, last.end) === newText ? null : { start: from, end: last.end, newText } };
}

interface Formatted {
    text: string;
    lines: Line[];
    statements: StatementLines[];
    lineEnd: string;
}

function formattedFile(text: string): Formatted | Refusal {
    const file = parseFile('', text);
    const error = file.syntaxDiagnostics.find(({ severity }) => severity === 'error');
    if (error !== undefined) return { problem: `It does not parse: line ${error.range.start.line + 1}: ${error.message}`, range: error.range };
    const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
    // Quotes are taken off names where that is safe; should a text show that it is not, they stay.
    for (const bare of [true, false]) {
        const formatted = laidOut(file, bare, lineEnd);
        if (saysTheSame(file, parseFile('', formatted.text))) return formatted;
    }
    return { problem: 'Its layout cannot be changed without changing what it says.', range: file.source.range(0, 0) };
}

function laidOut(file: ParsedFile, bare: boolean, lineEnd: string): Formatted {
    const sheet = new Sheet(file.source.text, file.root, file.tokens, file.comments, bare);
    for (let round = 0; ; round++) {
        const { lines, statements } = new Printer(sheet).print();
        align(lines);
        if (round === MOST_ROUNDS || !breakLongLines(lines, sheet.opened, sheet.breaks)) {
            const text = written(lines, lineEnd);
            return { text: text === '' ? '' : text + lineEnd, lines, statements, lineEnd };
        }
        sheet.countLineEnds();
    }
}

function written(lines: readonly Line[], lineEnd: string): string {
    return lines.map(({ indent, text, blankBefore }) => `${blankBefore ? lineEnd : ''}${' '.repeat(indent)}${text}`).join(lineEnd);
}
