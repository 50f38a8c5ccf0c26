// Intervals of exact numbers: what is known of a value, and what follows from it for a comparison.
import type { ComparisonOperator } from '@crit-lang/model/criteria/value.js';
import type { Rational } from '@crit-lang/model/exact/rational.js';
import type { Truth } from '../verdict.js';

export interface Bound {
    value: Rational;
    /** The bound itself does not belong to the interval. */
    open: boolean;
}

/** A bound that is null is infinite. */
export interface Interval {
    low: Bound | null;
    high: Bound | null;
}

export const EVERYTHING: Interval = { low: null, high: null };

/** The numbers x with `x operator value`. */
export function intervalOf(operator: ComparisonOperator, value: Rational): Interval {
    const closed = { value, open: false };
    const open = { value, open: true };
    switch (operator) {
        case '=':
            return { low: closed, high: closed };
        case '>=':
            return { low: closed, high: null };
        case '>':
            return { low: open, high: null };
        case '<=':
            return { low: null, high: closed };
        case '<':
            return { low: null, high: open };
    }
}

/** The numbers x without `x operator value`, where they are one interval; null for "not equal". */
export function complementOf(operator: ComparisonOperator, value: Rational): Interval | null {
    switch (operator) {
        case '=':
            return null;
        case '>=':
            return intervalOf('<', value);
        case '>':
            return intervalOf('<=', value);
        case '<=':
            return intervalOf('>', value);
        case '<':
            return intervalOf('>=', value);
    }
}

export function intersection(first: Interval, second: Interval): Interval {
    return { low: tighter(first.low, second.low, 1), high: tighter(first.high, second.high, -1) };
}

// The greater of two lower bounds (sign 1), the lesser of two upper ones (sign -1).
function tighter(first: Bound | null, second: Bound | null, sign: 1 | -1): Bound | null {
    if (first === null || second === null) return first ?? second;
    const order = first.value.compare(second.value) * sign;
    if (order !== 0) return order > 0 ? first : second;
    return first.open ? first : second;
}

export function isEmpty({ low, high }: Interval): boolean {
    if (low === null || high === null) return false;
    const order = low.value.compare(high.value);
    return order > 0 || (order === 0 && (low.open || high.open));
}

export function isUnbounded({ low, high }: Interval): boolean {
    return low === null && high === null;
}

/** Whether all, none or some of what is known to be possible satisfies the comparison. A contradiction settles nothing. */
export function compareInterval(
    known: Interval,
    operator: ComparisonOperator,
    limit: Interval,
    narrowed: (interval: Interval) => Interval = (same) => same,
): Truth {
    const possible = narrowed(known);
    if (isEmpty(possible) || isEmpty(limit)) return 'unknown';
    switch (operator) {
        case '<':
            return lessThan(possible, limit, true);
        case '<=':
            return lessThan(possible, limit, false);
        case '>':
            return lessThan(limit, possible, true);
        case '>=':
            return lessThan(limit, possible, false);
        case '=':
            return equalTo(possible, limit, narrowed);
    }
}

// x < y (or x <= y) for x of the first and y of the second interval.
function lessThan(first: Interval, second: Interval, strict: boolean): Truth {
    if (first.high !== null && second.low !== null) {
        const order = first.high.value.compare(second.low.value);
        if (order < 0 || (order === 0 && (!strict || first.high.open || second.low.open))) return 'met';
    }
    if (first.low !== null && second.high !== null) {
        const order = first.low.value.compare(second.high.value);
        if (order > 0 || (order === 0 && (strict || first.low.open || second.high.open))) return 'not-met';
    }
    return 'unknown';
}

function equalTo(first: Interval, second: Interval, narrowed: (interval: Interval) => Interval): Truth {
    if (isEmpty(narrowed(intersection(first, second)))) return 'not-met';
    const one = singleValue(first);
    const two = singleValue(second);
    return one !== null && two !== null && one.equals(two) ? 'met' : 'unknown';
}

/** The one number in a closed interval of length zero. */
export function singleValue({ low, high }: Interval): Rational | null {
    return low !== null && high !== null && !low.open && !high.open && low.value.equals(high.value) ? low.value : null;
}

/** In words: "12", "at least 8", "more than 8 and at most 10"; empty when nothing is known. */
export function intervalWords(interval: Interval): string {
    const one = singleValue(interval);
    if (one !== null) return one.toString();
    const low = interval.low === null ? '' : `${interval.low.open ? 'more than' : 'at least'} ${interval.low.value.toString()}`;
    const high = interval.high === null ? '' : `${interval.high.open ? 'less than' : 'at most'} ${interval.high.value.toString()}`;
    return low !== '' && high !== '' ? `${low} and ${high}` : low + high;
}
