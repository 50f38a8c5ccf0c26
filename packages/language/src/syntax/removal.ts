// What goes when a part of a text is taken out: the blanks, the separator or the line that would be left over go with it.
import type { TextEdit } from '../diagnostics/diagnostic.js';
import type { Part } from './parts.js';
import type { SourceText } from './source-text.js';

/** A part of a line; with the line where nothing else stands in it. What is before it keeps its place, and a comment behind it stays. */
export function removalOfPart(source: SourceText, part: Part): TextEdit {
    const { text } = source;
    const [before, after] = [blanksBefore(text, part.offset), blanksBehind(text, part.end)];
    const opensLine = before === 0 || isLineEnd(text[before - 1]);
    if (opensLine && (after >= text.length || isLineEnd(text[after]))) return edit(source, before, endOfLine(text, after));
    return opensLine ? edit(source, part.offset, after) : edit(source, before, part.end);
}

/** An item of a list, with the comma or semicolon that would be one too many. */
export function removalOfItem(source: SourceText, item: Part): TextEdit[] {
    const { text } = source;
    const [before, after] = [blanksBefore(text, item.offset), blanksBehind(text, item.end)];
    const isSeparated = isSeparator(text[after]);
    const next = isSeparated ? blanksBehind(text, after + 1) : after;
    const separator = separatorBefore(text, before);
    const opensLine = before === 0 || isLineEnd(text[before - 1]);
    if (opensLine && (next >= text.length || isLineEnd(text[next]))) {
        const end = endOfLine(text, next);
        // Of a list whose last line goes, the line before is the last: it needs no comma.
        const isLast = /^\s*\}/.test(text.slice(end, end + 200));
        return [...(isLast && separator !== null ? [edit(source, separator, separator + 1)] : []), edit(source, before, end)];
    }
    if (isSeparated && !isLineEnd(text[next])) return [edit(source, item.offset, next)];
    if (separator !== null && !opensLine) return [edit(source, separator, item.end)];
    return [removalOfPart(source, item)];
}

/** A whole statement, with the blank line that would be one too many. */
export function removalOfStatement(source: SourceText, statement: Part): TextEdit {
    const { text } = source;
    const removed = removalOfPart(source, statement);
    const [start, end] = [source.offsetAt(removed.range.start), source.offsetAt(removed.range.end)];
    const isAfterBlank = start === 0 || /(?:^|\n|\r)[ \t]*(?:\r\n|\r|\n)$/.test(text.slice(Math.max(0, start - 200), start));
    const next = blanksBehind(text, end);
    return isAfterBlank && end > statement.end && isLineEnd(text[next]) ? edit(source, start, endOfLine(text, next)) : removed;
}

/** The blanks that a line begins with. */
export function indentationAt(source: SourceText, offset: number): string {
    const start = source.offsetAt({ line: source.positionAt(offset).line, character: 0 });
    return source.text.slice(start, Math.min(offset, blanksBehind(source.text, start)));
}

function edit(source: SourceText, start: number, end: number): TextEdit {
    return { range: source.range(start, end), newText: '' };
}

const isLineEnd = (character: string | undefined): boolean => character === '\n' || character === '\r';
const isSeparator = (character: string | undefined): boolean => character === ',' || character === ';';
const isBlank = (character: string | undefined): boolean => character === ' ' || character === '\t';

// Step by step from the place: a search through the text would be slow in a long file.
function blanksBefore(text: string, offset: number): number {
    let at = offset;
    while (isBlank(text[at - 1])) at--;
    return at;
}

function blanksBehind(text: string, offset: number): number {
    let at = offset;
    while (isBlank(text[at])) at++;
    return at;
}

function separatorBefore(text: string, offset: number): number | null {
    let at = offset;
    while (isBlank(text[at - 1]) || isLineEnd(text[at - 1])) at--;
    return isSeparator(text[at - 1]) ? at - 1 : null;
}

function endOfLine(text: string, offset: number): number {
    if (text[offset] === '\r' && text[offset + 1] === '\n') return offset + 2;
    return isLineEnd(text[offset]) ? offset + 1 : offset;
}
