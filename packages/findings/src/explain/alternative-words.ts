// How one alternative of a list is named in a message, or several that are told together.
import type { Alternative } from '@crit-lang/analysis/subjects/alternatives.js';
import type { Condition } from '@crit-lang/model/criteria/condition.js';
import type { Part } from '@crit-lang/analysis/subjects/part.js';
import { listed, listedUpTo } from '../listed.js';
import { countWord, inQuotes, quoted, shortWords, type Telling } from '../words.js';

/** So many of a list are named in the message; each has its place among the related ones. */
const NAMED = 12;

/** "three items of a list", "two exceptions". */
export function countedWords([first, ...others]: readonly Alternative[]): string {
    const nouns: Record<Alternative['kind'], string> = {
        item: 'items of one list',
        'counted item': 'items of one list',
        exception: 'exceptions',
        row: 'rows',
        'washout row': 'rows',
        guard: 'cases',
    };
    return `${countWord(others.length + 1)} ${nouns[first?.kind ?? 'item']}`;
}

/** One of them, in quotation marks. */
export function oneWords(alternative: Alternative, part: Part, telling: Telling): string {
    return quoted(named(alternative), part, telling);
}

/** Of an exception its name, without what the whole list says of verb and time. */
function named({ kind, condition }: Alternative): Condition {
    return kind === 'exception' && condition.kind === 'presence' ? { ...condition, verb: 'has', window: { ...condition.window, written: false } } : condition;
}

/** What sets one alternative apart from the others of its list, in the order of the list. */
export function itemWords(alternatives: readonly Alternative[], part: Part, telling: Telling): string[] {
    const { lead, items } = apart(alternatives.map((alternative) => shortWords(named(alternative), part, telling)));
    return lead === null ? alternatives.map((alternative) => quoted(named(alternative), part, telling)) : items.map(inQuotes);
}

/** All of them, with what they have in common said once: "an inadequate response to A, B or C within 6 months". */
export function allWords(alternatives: readonly Alternative[], part: Part, telling: Telling): string {
    const { lead, items, tail } = apart(alternatives.map((alternative) => shortWords(named(alternative), part, telling)));
    if (lead !== null && `${lead}${tail}` !== '') return inQuotes(`${lead}${listedUpTo(items, NAMED, 'or')}${tail}`);
    const all = alternatives.map((alternative) => quoted(named(alternative), part, telling));
    return all.length <= NAMED + 1 ? listed(all) : listedUpTo(all, NAMED);
}

/** Texts as what they begin and end with alike and what stands between; no lead where one would be left empty, or a list be cut in two. */
function apart(texts: readonly string[]): { lead: string | null; items: readonly string[]; tail: string } {
    const words = texts.map((text) => text.split(' '));
    const shortest = Math.min(...words.map((each) => each.length));
    const [first = []] = words;
    let [before, after] = [0, 0];
    while (before < shortest - 1 && words.every((each) => each[before] === first[before])) before++;
    while (after < shortest - 1 - before && words.every((each) => each.at(-1 - after) === first.at(-1 - after))) after++;
    const items = words.map((each) => each.slice(before, each.length - after).join(' '));
    const isWhole = items.every((item) => item !== '' && !/[",;()…]/u.test(item));
    const lead = first.slice(0, before).join(' ');
    const tail = after === 0 ? '' : ` ${first.slice(first.length - after).join(' ')}`;
    return { lead: isWhole ? `${lead}${lead === '' ? '' : ' '}` : null, items, tail };
}
