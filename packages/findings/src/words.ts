// How criteria, cohorts, readings and lists of them are spoken of in messages.
import type { Condition } from '@crit-lang/model/criteria/condition.js';
import type { World } from '@crit-lang/analysis/document-analysis.js';
import type { Part } from '@crit-lang/analysis/subjects/part.js';
import { conditionWords } from '@crit-lang/evaluate/words/condition-words.js';
import type { Focus } from './focus.js';

/** "a", "a and b", "a, b and c". */
export function listed(words: readonly string[], last = 'and'): string {
    if (words.length < 2) return words.join('');
    return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1) ?? ''}`;
}

export function partName({ criterion, cohort }: Pick<Part, 'criterion' | 'cohort'>): string {
    switch (criterion.origin) {
        case 'index':
            return `the disease of cohort ${cohort} (${criterion.id})`;
        case 'header':
            return `the header (${criterion.id})`;
        case 'written':
            return criterion.id;
    }
}

export const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "I-2 requires hemoglobin >= 10 g/dL", "E-1 excludes pregnant". */
export function claim({ part, rule }: Focus): string {
    return `${partName(part)} ${part.criterion.kind === 'include' ? 'requires' : 'excludes'} ${shortWords(rule)}`;
}

const LONG = 220;

/** A condition in words; of a long one the beginning. */
export function shortWords(condition: Condition): string {
    const words = conditionWords(condition);
    return words.length <= LONG ? words : `${words.slice(0, words.lastIndexOf(' ', LONG)).trimEnd()} …`;
}

export function cohortWords(cohorts: readonly string[]): string {
    return `${cohorts.length === 1 ? 'cohort' : 'cohorts'} ${listed(cohorts)}`;
}

/** Said before what holds under another reading only. */
export function underReading(reading: World['reading']): string {
    return reading === null ? '' : `If ${reading.criterion} is read as '${reading.id}': `;
}
