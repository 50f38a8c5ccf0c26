// A text that is equal for conditions that say the same, wherever they were written.
import type { Condition } from '@crit-lang/model/criteria/condition.js';
import type { TermSelection } from '@crit-lang/model/criteria/condition.js';

/** The condition as text without the places it was written at. */
export function sameMeaningKey(part: Condition | TermSelection): string {
    return JSON.stringify(part, (key, value: unknown) => (key === 'range' && isPlace(value) ? undefined : value));
}

function isPlace(value: unknown): boolean {
    return typeof value === 'object' && value !== null && 'file' in value;
}
