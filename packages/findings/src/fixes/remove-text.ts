// Takes an item out of a text: with the comma or the 'or' that goes with it, and with the line that would be empty then.
import type { TextEdit } from '../report.js';
import type { Stretch, WrittenFile } from './written-file.js';

export function removeText(file: WrittenFile, item: Stretch): TextEdit[] {
    const { code } = file;
    const before = backOver(code, item.start, /[ \t]/u);
    const after = over(code, item.end, /[ \t]/u);
    const joined = joiningWord(file, item);
    if (joined !== undefined) return [file.edit(joined, '')];
    const isSeparated = /[,;]/u.test(code[after] ?? '');
    const next = isSeparated ? over(code, after + 1, /[ \t]/u) : after;
    const opensLine = before === 0 || isNewline(code[before - 1]);
    const closesLine = next >= code.length || isNewline(code[next]);
    if (opensLine && closesLine) {
        const end = endOfNewline(code, next);
        const separator = separatorBefore(code, before);
        // Of a list whose last line goes, the line before is the last: it needs no comma.
        const isLast = /^\s*\}/u.test(code.slice(end));
        return [...(isLast && separator !== undefined ? [file.edit(separator, '')] : []), file.edit({ start: before, end }, '')];
    }
    const separator = separatorBefore(code, before);
    if (closesLine && isSeparated && separator !== undefined) return [file.edit({ start: separator.start, end: after }, '')];
    if (isSeparated) return [file.edit({ start: item.start, end: next }, '')];
    if (separator !== undefined) return [file.edit({ start: separator.start, end: item.end }, '')];
    if (opensLine) return [file.edit({ start: backOver(code, before, /\s/u), end: item.end }, '')];
    return [file.edit({ start: item.start, end: over(code, item.end, /\s/u) }, '')];
}

/** Takes out a whole statement with its lines, and the blank line that would be one too many. Comments above it stay, unless they are its own. */
export function removeStatement(file: WrittenFile, statement: Stretch): TextEdit[] {
    const { code, text } = file;
    let start = backOver(code, statement.start, /[ \t]/u);
    const after = over(code, statement.end, /[ \t]/u);
    const isAlone = (start === 0 || isNewline(code[start - 1])) && (after >= code.length || isNewline(code[after]));
    if (!isAlone) return removeText(file, statement);
    let end = endOfNewline(code, after);
    const isBlank = (at: number): boolean => /^[ \t]*(?:\r\n|\r|\n|$)/u.test(text.slice(at));
    const isFollowedByBlank = isBlank(end) || /^\s*\}/u.test(code.slice(end));
    const own = ownCommentAbove(file, start);
    if (own !== undefined && isFollowedByBlank) start = own;
    const isPrecededByBlank = start === 0 || /(?:^|\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)$/u.test(text.slice(0, start)) || /\{\s*$/u.test(code.slice(0, start));
    if (isPrecededByBlank && isBlank(end) && end < code.length) end = endOfNewline(code, over(code, end, /[ \t]/u));
    // Of the last statement the blank line above it goes, so that the text does not end with one.
    else if (isPrecededByBlank && end >= code.length) start = text.slice(0, start).replace(/(\r\n|\r|\n)\s*$/u, '$1').length;
    return [file.edit({ start, end }, '')];
}

// A comment that stands directly above one statement, with nothing else directly above or below.
function ownCommentAbove(file: WrittenFile, start: number): number | undefined {
    const found = /(?:^|\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)((?:[ \t]*\/\/[^\r\n]*(?:\r\n|\r|\n))+)$/u.exec(file.text.slice(0, start));
    return found?.[1] === undefined ? undefined : start - found[1].length;
}

/** 'A or B': the word goes with the item. */
function joiningWord(file: WrittenFile, { start, end }: Stretch): Stretch | undefined {
    const { code } = file;
    const earlier = /\s+(?:or|and)\s+$/u.exec(code.slice(0, start));
    if (earlier !== null) return { start: earlier.index, end };
    const later = /^\s+(?:or|and)\s+/u.exec(code.slice(end));
    return later === null ? undefined : { start, end: end + later[0].length };
}

function separatorBefore(code: string, before: number): Stretch | undefined {
    const at = backOver(code, before, /\s/u);
    return /[,;]/u.test(code[at - 1] ?? '') ? { start: at - 1, end: at } : undefined;
}

const isNewline = (character: string | undefined): boolean => character === '\n' || character === '\r';

function endOfNewline(code: string, at: number): number {
    return at + (/^(?:\r\n|\r|\n)/u.exec(code.slice(at, at + 2))?.[0].length ?? 0);
}

function over(code: string, at: number, blank: RegExp): number {
    let next = at;
    while (next < code.length && blank.test(code[next] ?? '')) next++;
    return next;
}

function backOver(code: string, at: number, blank: RegExp): number {
    let last = at;
    while (last > 0 && blank.test(code[last - 1] ?? '')) last--;
    return last;
}
