// Conditions that make one sentence together: two ends of a range ("at least 45" and "at most 70"), a change and the gap in the source about it.
import type { Change, Comparison, Condition, Unspecified } from '@crit-lang/model/criteria/condition.js';
import { sameMeaning } from '../frame/same-meaning.js';

/** One condition, or two that are worded together. */
export type ConditionPart = readonly [Condition] | readonly [Comparison, Comparison] | readonly [Change, Unspecified];

const LOWER: ReadonlySet<string> = new Set(['>', '>=']);
const UPPER: ReadonlySet<string> = new Set(['<', '<=']);

/** The conditions one by one, those that belong together as pairs. */
export function withRanges(conditions: readonly Condition[]): ConditionPart[] {
    const result: ConditionPart[] = [];
    for (let i = 0; i < conditions.length; i++) {
        const [here, next] = [conditions[i], conditions[i + 1]];
        if (here === undefined) continue;
        const pair = next === undefined ? null : pairOf(here, next);
        result.push(pair ?? [here]);
        if (pair !== null) i++;
    }
    return result;
}

function pairOf(here: Condition, next: Condition): ConditionPart | null {
    if (here.kind === 'compare' && next.kind === 'compare' && isRange(here, next)) return [here, next];
    // 'falls by >= 10 % unspecified "…"' is lowered to the change and the gap side by side.
    return here.kind === 'change' && here.basis === null && next.kind === 'unspecified' ? [here, next] : null;
}

function isRange(low: Comparison, high: Comparison): boolean {
    const ends = (LOWER.has(low.operator) && UPPER.has(high.operator)) || (UPPER.has(low.operator) && LOWER.has(high.operator));
    const simple = low.right.kind !== 'cases' && high.right.kind !== 'cases';
    return ends && simple && sameMeaning({ ...low, operator: null, right: null }, { ...high, operator: null, right: null });
}
