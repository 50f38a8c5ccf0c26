// Formats a file or a part of it, as `crit format` does.
import { formatRange, formatText } from '@crit-lang/language/format/format.js';
import type { Range, TextEdit } from 'vscode-languageserver-types';
import type { Workspace } from '../workspace/workspace.js';
import { rangeBetween } from './ranges.js';

/** The edit that formats a file: the lines from the first that changes to the last. None when the file is formatted already, or cannot be read. */
export function formattingEdits(workspace: Workspace, uri: string): TextEdit[] {
    const file = workspace.file(uri);
    if (file === undefined || file.problem !== null) return [];
    const formatted = formatText(file.text);
    return 'text' in formatted ? changedLines(linesOf(file.text), linesOf(formatted.text)) : [];
}

/** The edit that formats the statements which a range touches. None when they are formatted already, or the file does not parse. */
export function rangeFormattingEdits(workspace: Workspace, uri: string, range: Range): TextEdit[] {
    const source = workspace.sourceText(uri);
    if (source === undefined) return [];
    const formatted = formatRange(source.text, source.offsetAt(range.start), source.offsetAt(range.end));
    if (!('edit' in formatted) || formatted.edit === null) return [];
    return [{ range: rangeBetween(source, formatted.edit), newText: formatted.edit.newText }];
}

/** Lines with their ends. */
function linesOf(text: string): string[] {
    return text.split(/(?<=\r\n|\n|\r(?!\n))/);
}

function changedLines(before: readonly string[], after: readonly string[]): TextEdit[] {
    let start = 0;
    while (start < before.length && start < after.length && before[start] === after[start]) start++;
    if (start === before.length && start === after.length) return [];
    let same = 0;
    while (same < before.length - start && same < after.length - start && before[before.length - 1 - same] === after[after.length - 1 - same]) same++;
    const newText = after.slice(start, after.length - same).join('');
    return [{ range: { start: { line: start, character: 0 }, end: positionBefore(before, before.length - same) }, newText }];
}

/** The start of a line; behind the last one, the end of the text. */
function positionBefore(lines: readonly string[], line: number): { line: number; character: number } {
    const last = lines[lines.length - 1] ?? '';
    // Without an end of its own the last line has no line after it.
    return line < lines.length || /[\r\n]$/.test(last) ? { line, character: 0 } : { line: lines.length - 1, character: last.length };
}
