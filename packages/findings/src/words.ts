// How criteria, cohorts, readings and lists of them are spoken of in messages.
import type { Condition } from '@crit-lang/model/criteria/condition.js';
import type { World } from '@crit-lang/analysis/document-analysis.js';
import type { Part } from '@crit-lang/analysis/subjects/part.js';
import { askedWords } from './asked-words.js';
import type { Focus } from './focus.js';
import { listed } from './listed.js';

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

/** "I-2 requires hemoglobin >= 10 g/dL", "E-1 excludes use of warfarin", "cohort RA is for rheumatoid arthritis (RA.index)". */
export function claim({ part, rule }: Focus): string {
    const { criterion, cohort } = part;
    const said = shortWords(rule, part);
    if (criterion.origin === 'index') return `cohort ${cohort} is for ${said} (${criterion.id})`;
    if (criterion.origin === 'header') return `the header requires ${said} (${criterion.id})`;
    return `${criterion.id} ${criterion.kind === 'include' ? 'requires' : 'excludes'} ${said}`;
}

/** Several claims as one sentence. */
export const claims = (focuses: readonly Focus[]): string => focuses.map(claim).join('; ');

const LONG = 220;

/** What a condition asks for, in words; of a long one the beginning. */
export function shortWords(condition: Condition, part: Part | null = null): string {
    const words = askedWords(condition, part?.setting.index ?? null);
    return words.length <= LONG ? words : `${words.slice(0, words.lastIndexOf(' ', LONG)).trimEnd()} …`;
}

/** A condition in words, in quotation marks. */
export function quoted(condition: Condition, part: Part | null = null): string {
    const words = shortWords(condition, part);
    return /^"[^"]*"$/u.test(words) ? words : `"${words.replaceAll('"', "'")}"`;
}

export function cohortWords(cohorts: readonly string[], last = 'and'): string {
    return `${cohorts.length === 1 ? 'cohort' : 'cohorts'} ${listed(cohorts, last)}`;
}

/** Said before what holds under another reading only. */
export function underReading(reading: World['reading']): string {
    return reading === null ? '' : `Where ${reading.criterion} is read as '${reading.id}': `;
}

/** "Two", "three"; larger numbers in figures. */
export const countWord = (count: number): string => ['none', 'one', 'two', 'three', 'four', 'five', 'six'][count] ?? String(count);
