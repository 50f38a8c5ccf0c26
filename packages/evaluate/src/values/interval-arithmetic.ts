// Sums, differences, products and quotients of intervals of exact numbers.
import { Rational } from '@crit-lang/model/exact/rational.js';
import type { Bound, Interval } from './interval.js';
import { EVERYTHING } from './interval.js';

export function add(first: Interval, second: Interval): Interval {
    return { low: sum(first.low, second.low), high: sum(first.high, second.high) };
}

export function negate({ low, high }: Interval): Interval {
    return { low: minus(high), high: minus(low) };
}

export function subtract(first: Interval, second: Interval): Interval {
    return add(first, negate(second));
}

/** The product; without bounds where a factor has an infinite end on a side that matters. */
export function multiply(first: Interval, second: Interval): Interval {
    if (isNonNegative(first) && isNonNegative(second)) return { low: product(first.low, second.low), high: product(first.high, second.high) };
    const [a, b, c, d] = [first.low, first.high, second.low, second.high];
    if (a === null || b === null || c === null || d === null) return EVERYTHING;
    const corners = [product(a, c), product(a, d), product(b, c), product(b, d)].flatMap((corner) => corner ?? []);
    return { low: extreme(corners, -1), high: extreme(corners, 1) };
}

/** The quotient; without bounds where the divisor may be zero. */
export function divide(first: Interval, second: Interval): Interval {
    const inverse = reciprocal(second);
    return inverse === null ? EVERYTHING : multiply(first, inverse);
}

/** Each number times a positive factor. */
export function scale(interval: Interval, factor: Rational): Interval {
    const one = (bound: Bound | null): Bound | null => (bound === null ? null : { value: bound.value.multiply(factor), open: bound.open });
    return { low: one(interval.low), high: one(interval.high) };
}

/** The sizes without sign. */
export function absolute(interval: Interval): Interval {
    const { low, high } = interval;
    if (isNonNegative(interval)) return interval;
    if (high !== null && high.value.sign <= 0) return negate(interval);
    const above = minus(low);
    return { low: { value: Rational.ZERO, open: false }, high: above === null || high === null ? null : extreme([above, high], 1) };
}

function isNonNegative({ low }: Interval): boolean {
    return low !== null && low.value.sign >= 0;
}

function reciprocal({ low, high }: Interval): Interval | null {
    const flip = (bound: Bound | null): Bound | null =>
        bound === null ? { value: Rational.ZERO, open: true } : bound.value.isZero ? null : { value: Rational.ONE.divide(bound.value), open: bound.open };
    if (low !== null && (low.value.sign > 0 || (low.value.isZero && low.open))) return { low: flip(high), high: flip(low) };
    if (high !== null && (high.value.sign < 0 || (high.value.isZero && high.open))) return { low: flip(high), high: flip(low) };
    return null;
}

function sum(first: Bound | null, second: Bound | null): Bound | null {
    return first === null || second === null ? null : { value: first.value.add(second.value), open: first.open || second.open };
}

function minus(bound: Bound | null): Bound | null {
    return bound === null ? null : { value: bound.value.negate(), open: bound.open };
}

function product(first: Bound | null, second: Bound | null): Bound | null {
    if (first === null || second === null) return null;
    // Zero times anything is reached as soon as a closed zero is.
    const zero = (first.value.isZero && !first.open) || (second.value.isZero && !second.open);
    return { value: first.value.multiply(second.value), open: !zero && (first.open || second.open) };
}

function extreme(bounds: readonly Bound[], sign: 1 | -1): Bound | null {
    return bounds.reduce<Bound | null>((best, bound) => {
        if (best === null) return bound;
        const order = bound.value.compare(best.value) * sign;
        return order > 0 || (order === 0 && best.open) ? bound : best;
    }, null);
}
