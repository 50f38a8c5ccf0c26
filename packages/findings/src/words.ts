// How criteria, cohorts, readings and lists of them are spoken of in messages.
import type { Condition, TermSelection } from '@crit-lang/model/criteria/condition.js';
import type { World } from '@crit-lang/analysis/document-analysis.js';
import type { Part } from '@crit-lang/analysis/subjects/part.js';
import type { CriteriaDocument } from '@crit-lang/model/criteria/document.js';
import { askedWords } from './asked-words.js';
import { Conversions } from './converted.js';
import type { Focus } from './focus.js';
import { listedUpTo } from './listed.js';

/** What all criteria of one finding are told with. */
export interface Telling {
    /** The cohorts that the finding is about: each has an index disease of its own. */
    readonly cohorts: CriteriaDocument['cohorts'];
    /** Values and durations in several units. */
    readonly conversions: Conversions;
}

/** @param rules what is told, in this order: the first value of a measure gives the unit that the others are told in beside their own. */
export function tellingOf(cohorts: readonly string[], document: CriteriaDocument, rules: readonly Condition[]): Telling {
    return { cohorts: document.cohorts.filter(({ id }) => cohorts.includes(id)), conversions: new Conversions(rules, document.relations) };
}

export function partName({ criterion, cohort }: Pick<Part, 'criterion' | 'cohort'>): string {
    switch (criterion.origin) {
        case 'index':
            return `the disease of cohort ${cohort}`;
        case 'header':
            return `the header's ${criterion.id.split('.').at(-1) ?? ''}`;
        case 'written':
            return criterion.id;
    }
}

/** "I-2 requires hemoglobin >= 10 g/dL", "E-1 excludes use of warfarin", "cohort RA is for rheumatoid arthritis". */
export function claim({ part, rule }: Focus, telling?: Telling): string {
    const { criterion, cohort } = part;
    const said = shortWords(rule, part, telling);
    if (criterion.origin === 'index') return `cohort ${cohort} is for ${said}`;
    if (criterion.origin === 'header') return `the header requires ${said}`;
    return `${criterion.id} ${criterion.kind === 'include' ? 'requires' : 'excludes'} ${said}`;
}

/** Several claims as one sentence. */
export const claims = (focuses: readonly Focus[], telling?: Telling): string => focuses.map((focus) => claim(focus, telling)).join('; ');

const LONG = 220;

/** What a condition asks for, in words; of a long one the beginning. */
export function shortWords(condition: Condition, part: Part | null = null, telling?: Telling): string {
    const words = askedWords(condition, { indexes: part === null ? [] : indexesFor(part, telling), conversions: telling?.conversions });
    if (words.length <= LONG) return words;
    const beginning = words.slice(0, words.lastIndexOf(' ', LONG)).replace(/[,;\s]+$/u, '');
    const [open, closed, marks] = [/\(/gu, /\)/gu, /"/gu].map((sign) => (beginning.match(sign) ?? []).length) as [number, number, number];
    return `${beginning} …${marks % 2 === 1 ? '"' : ''}${')'.repeat(Math.max(0, open - closed))}`;
}

/** The diseases of those of the cohorts spoken of that the criterion is for. */
function indexesFor({ criterion, cohort, setting }: Part, telling?: Telling): readonly TermSelection[] {
    const own = setting.index === null ? [] : [setting.index];
    if (telling === undefined || criterion.origin === 'index') return own;
    const concerned = telling.cohorts.filter(({ id }) => id === cohort || criterion.cohorts === null || criterion.cohorts.includes(id));
    return concerned.length === 0 ? own : concerned.flatMap(({ index }) => index ?? []);
}

/** A condition in words, in quotation marks. */
export function quoted(condition: Condition, part: Part | null = null, telling?: Telling): string {
    return inQuotes(shortWords(condition, part, telling));
}

/** Words of the language in quotation marks. */
export function inQuotes(words: string): string {
    return /^"[^"]*"$/u.test(words) ? words : `"${words.replaceAll('"', "'")}"`;
}

/** So many names are listed in a sentence. */
export const NAMED = 8;

export function cohortWords(cohorts: readonly string[], last = 'and'): string {
    return `${cohorts.length === 1 ? 'cohort' : 'cohorts'} ${listedUpTo(cohorts, NAMED, last)}`;
}

/** What somebody can qualify for: the cohorts, or the protocol where it declares none. */
export function entryWords(cohorts: readonly string[], document: CriteriaDocument, last = 'and'): string {
    return document.cohorts.some(({ id, implicit }) => implicit && cohorts.includes(id)) ? 'this protocol' : cohortWords(cohorts, last);
}

/** Said before what holds under another reading only. */
export function underReading(reading: World['reading']): string {
    return reading === null ? '' : `Where ${reading.criterion} is read as '${reading.id}': `;
}

const COUNTS = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

/** "two", "three"; larger numbers in figures. */
export const countWord = (count: number): string => COUNTS[count] ?? String(count);
