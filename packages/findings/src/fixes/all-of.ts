// Fixes that write 'all of' where an 'or' acts as 'and', or one of the two where the other makes no sense.
import type { Condition } from '@crit-lang/model/criteria/condition.js';
import type { Part } from '@crit-lang/analysis/subjects/part.js';
import type { TextEdit } from '../report.js';
import { withReplaced } from './changed-document.js';
import { CHANGES, type Proposal, type Workplace } from './proposal.js';
import type { WrittenFile } from './written-file.js';

type List = Extract<Condition, { kind: 'all' | 'any' }>;

export function writeAllOf({ criterion }: Part, list: object, effect: string, place: Workplace): Proposal[] {
    if (!('kind' in list) || list.kind !== 'any') return [];
    return joined(list as List, 'all', `Write 'all of' in ${criterion.id}: says what it does; ${effect}`, CHANGES.nobody, place);
}

/** Of a criterion that is always or never met: 'all of' for 'any of', or the other way round. */
export function writeOtherJoin({ criterion, rule }: Part, to: 'all' | 'any', place: Workplace): Proposal[] {
    const lists: List[] = [];
    const visit = (condition: Condition): void => {
        if (condition.kind !== 'all' && condition.kind !== 'any') return;
        if (condition.kind !== to && condition.of.length > 1) lists.push(condition);
        condition.of.forEach(visit);
    };
    visit(rule);
    const effect = to === 'all' ? 'all of them together are meant' : 'any one of them is meant';
    return lists.flatMap((list) => joined(list, to, `Write '${to} of' in ${criterion.id}, if ${effect}`, CHANGES.limit, place));
}

function joined(list: List, to: 'all' | 'any', title: string, changes: Proposal['changes'], { analysis, files }: Workplace): Proposal[] {
    const file = files.of(list.range);
    const edits = file === undefined ? [] : joiningEdits(file, list, to);
    if (edits.length === 0) return [];
    return [{ title, changes, document: withReplaced(analysis.document, new Map([[list, { ...list, kind: to }]])), edits }];
}

/** 'any of' before the items, every 'or' between them, or braces around the lines of a criterion. */
function joiningEdits(file: WrittenFile, { kind, range, of }: List, to: 'all' | 'any'): TextEdit[] {
    const [first, last] = [of[0]?.range, of.at(-1)?.range];
    if (range === undefined || first === undefined || last === undefined) return [];
    const [list, item, end] = [file.stretchOf(range), file.stretchOf(first), file.stretchOf(last).end];
    const word = new RegExp(`\\b${kind} of(?=\\s*\\{\\s*$)`, 'u').exec(file.code.slice(list.start, item.start));
    if (word !== null) return [file.edit({ start: list.start + word.index, end: list.start + word.index + word[0].length }, `${to} of`)];
    const between = of.slice(1).map(({ range: next }, index) => {
        const previous = of[index]?.range;
        const start = previous === undefined ? 0 : file.stretchOf(previous).end;
        return { start, code: next === undefined || previous === undefined ? '{' : file.code.slice(start, file.stretchOf(next).start) };
    });
    const [from, into] = kind === 'any' ? ['or', 'and'] : ['and', 'or'];
    if (between.every(({ code }) => code.trim() === from)) {
        return between.map(({ start, code }) => file.edit({ start: start + code.indexOf(from), end: start + code.indexOf(from) + from.length }, into));
    }
    if (!between.every(({ code }) => /^[\s,;]+$/u.test(code)) || !/\{[\s\S]*$/u.test(file.code.slice(list.start, item.start))) return [];
    if (/\bof\s*\{\s*$/u.test(file.code.slice(list.start, item.start))) return [];
    if (!/[\r\n]/u.test(file.code.slice(item.start, end)))
        return [file.edit({ start: item.start, end: item.start }, `${to} of { `), file.edit({ start: end, end }, ' }')];
    const indent = file.indentAt(item.start);
    // A comment behind the last line stays there.
    const behind = /^[ \t]*(?=\r|\n)/u.test(file.code.slice(end)) ? (/^[^\r\n]*/u.exec(file.text.slice(end))?.[0].trimEnd().length ?? 0) : 0;
    const insert = (at: number, text: string): TextEdit => file.edit({ start: at, end: at }, text);
    const deeper = [...file.text.slice(item.start, end).matchAll(/(?<=\r\n|\r|\n)[ \t]+(?=\S)/gu)].map(({ index }) => insert(item.start + index, '  '));
    return [insert(item.start, `${to} of {\n${indent}  `), ...deeper, insert(end + behind, `\n${indent}}`)];
}
