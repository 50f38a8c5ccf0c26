// Two comparisons of the same value from both sides ("at least 45" and "at most 70") are one range.
import type { Comparison, Condition } from '@crit-lang/model/criteria/condition.js';
import { sameMeaning } from '../frame/same-meaning.js';

const LOWER: ReadonlySet<string> = new Set(['>', '>=']);
const UPPER: ReadonlySet<string> = new Set(['<', '<=']);

/** The conditions one by one, two ends of a range together. */
export function withRanges(conditions: readonly Condition[]): (readonly [Condition] | readonly [Comparison, Comparison])[] {
    const result: (readonly [Condition] | readonly [Comparison, Comparison])[] = [];
    for (let i = 0; i < conditions.length; i++) {
        const [here, next] = [conditions[i], conditions[i + 1]];
        if (here === undefined) continue;
        if (here.kind === 'compare' && next?.kind === 'compare' && isRange(here, next)) {
            result.push([here, next]);
            i++;
        } else result.push([here]);
    }
    return result;
}

function isRange(low: Comparison, high: Comparison): boolean {
    const ends = (LOWER.has(low.operator) && UPPER.has(high.operator)) || (UPPER.has(low.operator) && LOWER.has(high.operator));
    const simple = low.right.kind !== 'cases' && high.right.kind !== 'cases';
    return ends && simple && sameMeaning({ ...low, operator: null, right: null }, { ...high, operator: null, right: null });
}
