// Orders two stretches of time of the model, as far as every calendar date and every patient agrees.
import type { DurationBound, Duration as ModelDuration } from '@crit-lang/model/criteria/time.js';
import type { ComparisonOperator } from '@crit-lang/model/criteria/value.js';
import { Rational } from '@crit-lang/model/exact/rational.js';
import type { Duration, DurationOrder } from '@crit-lang/model/units/durations.js';
import { compareDurations } from '@crit-lang/model/units/durations.js';
import type { Truth } from '../verdict.js';

/** The shortest and the longest half-life of the drug spoken of; null when the vocabulary does not say. */
export type HalfLife = { readonly low: Duration; readonly high: Duration } | null;

/** `less`, `equal`, `greater`, or `unordered` where it depends on the dates or on an unknown half-life. */
export function orderDurations(first: ModelDuration, second: ModelDuration, halfLife: HalfLife): DurationOrder {
    if (first.kind !== 'simple') return orderComposite(first, (part) => orderDurations(part, second, halfLife));
    if (second.kind !== 'simple') return flipped(orderDurations(second, first, halfLife));
    return orderSimple(simple(first), simple(second), halfLife);
}

export function flipped(order: DurationOrder): DurationOrder {
    return order === 'less' ? 'greater' : order === 'greater' ? 'less' : order;
}

/** Whether a stretch that the patient's fact bounds by `known` satisfies `asked`. A bound that nobody stated settles nothing. */
export function lastingSatisfies(known: DurationBound | null, asked: DurationBound | null, halfLife: HalfLife): Truth {
    if (asked === null) return 'met';
    if (known === null) return 'unknown';
    const order = orderDurations(known.duration, asked.duration, halfLife);
    if (order === 'unordered') return 'unknown';
    return boundSatisfies(known.operator, order === 'less' ? -1 : order === 'equal' ? 0 : 1, asked.operator);
}

/** Whether every / no number x with `x known k` has `x asked a`, where `order` is the sign of k − a. */
export function boundSatisfies(known: ComparisonOperator, order: -1 | 0 | 1, asked: ComparisonOperator): Truth {
    // The known set and the asked one as intervals around their constants, with the constants at -1, 0, 1.
    const [knownLow, knownHigh] = ends(known, order);
    const [askedLow, askedHigh] = ends(asked, 0);
    if (knownLow >= askedLow && knownHigh <= askedHigh) return 'met';
    return knownHigh < askedLow || knownLow > askedHigh ? 'not-met' : 'unknown';
}

// An open end lies a little inside the constant.
const INSIDE = 0.5;

function ends(operator: ComparisonOperator, at: number): [number, number] {
    switch (operator) {
        case '=':
            return [at, at];
        case '>=':
            return [at, Infinity];
        case '>':
            return [at + INSIDE, Infinity];
        case '<=':
            return [-Infinity, at];
        case '<':
            return [-Infinity, at - INSIDE];
    }
}

function simple(duration: Extract<ModelDuration, { kind: 'simple' }>): Duration {
    return { count: Rational.from(duration.number), unit: duration.unit };
}

function orderSimple(first: Duration, second: Duration, halfLife: HalfLife): DurationOrder {
    const [one, two] = [first.unit === 'half-life', second.unit === 'half-life'];
    if (one === two || halfLife === null) return compareDurations(first, second);
    if (two) return flipped(orderSimple(second, first, halfLife));
    const shortest = compareDurations(times(halfLife.low, first.count), second);
    const longest = compareDurations(times(halfLife.high, first.count), second);
    return shortest === longest ? shortest : 'unordered';
}

function times(duration: Duration, count: Rational): Duration {
    return { count: duration.count.multiply(count), unit: duration.unit };
}

function orderComposite({ kind, of }: Extract<ModelDuration, { kind: 'longer' | 'shorter' }>, against: (part: ModelDuration) => DurationOrder): DurationOrder {
    const orders = of.map(against);
    const [decisive, other] = kind === 'longer' ? (['greater', 'less'] as const) : (['less', 'greater'] as const);
    if (orders.includes(decisive)) return decisive;
    if (orders.includes('unordered')) return 'unordered';
    return orders.includes('equal') ? 'equal' : other;
}
