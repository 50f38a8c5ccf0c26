// Orders two stretches of time of the model, as far as every calendar date and every patient agrees.
import type { Duration as ModelDuration, DurationBound } from '@crit-lang/model/criteria/time.js';
import type { ComparisonOperator } from '@crit-lang/model/criteria/value.js';
import { Rational } from '@crit-lang/model/exact/rational.js';
import { compareDurations, type Duration, type DurationOrder } from '@crit-lang/model/units/durations.js';

/** The shortest and the longest half-life of a drug; null when the vocabulary does not say. */
export interface HalfLife {
    readonly low: Duration;
    readonly high: Duration;
}

/** `unordered` where it depends on the dates, on the drug or on the patient. */
export function orderDurations(one: ModelDuration, other: ModelDuration, halfLife: HalfLife | null): DurationOrder {
    if (one.kind !== 'simple') {
        const parts = one.of.map((part) => orderDurations(part, other, halfLife));
        // The longer of two is greater as soon as one is, and less only when both are; the shorter of two the other way round.
        const [decisive, unanimous]: DurationOrder[] = one.kind === 'longer' ? ['greater', 'less'] : ['less', 'greater'];
        if (decisive !== undefined && parts.includes(decisive)) return decisive;
        if (parts.includes('unordered')) return 'unordered';
        return parts.includes('equal') ? 'equal' : (unanimous ?? 'unordered');
    }
    if (other.kind !== 'simple') return reversed(orderDurations(other, one, halfLife));
    const [first, second] = [asStretch(one), asStretch(other)];
    if ((first.unit === 'half-life') === (second.unit === 'half-life') || halfLife === null) return compareDurations(first, second);
    if (second.unit === 'half-life') return reversed(orderDurations(other, one, halfLife));
    const shortest = compareDurations({ count: halfLife.low.count.multiply(first.count), unit: halfLife.low.unit }, second);
    const longest = compareDurations({ count: halfLife.high.count.multiply(first.count), unit: halfLife.high.unit }, second);
    return shortest === longest ? shortest : 'unordered';
}

export function reversed(order: DurationOrder): DurationOrder {
    return order === 'less' ? 'greater' : order === 'greater' ? 'less' : order;
}

function asStretch({ number, unit }: Extract<ModelDuration, { kind: 'simple' }>): Duration {
    return { count: countOf(number), unit };
}

const counts = new Map<string, Rational>();

/** The number that a duration is written with. A document has few of them, and each is compared many times. */
export function countOf(number: string): Rational {
    let count = counts.get(number);
    if (count === undefined) counts.set(number, (count = Rational.from(number)));
    return count;
}

/** Whether every stretch that satisfies the first bound satisfies the second ('implies'), none does ('excludes'), or neither is sure. */
export function relateBounds(one: DurationBound, other: DurationBound, halfLife: HalfLife | null): 'implies' | 'excludes' | 'open' {
    const order = orderDurations(one.duration, other.duration, halfLife);
    if (order === 'unordered') return 'open';
    return relate(one.operator, order === 'less' ? -1 : order === 'equal' ? 0 : 1, other.operator);
}

/** The same for two bounds whose constants compare as `sign` says (first less second). */
export function relate(one: ComparisonOperator, sign: number, other: ComparisonOperator): 'implies' | 'excludes' | 'open' {
    const [low, high] = endsOf(one, sign);
    const [otherLow, otherHigh] = endsOf(other, 0);
    if (low >= otherLow && high <= otherHigh) return 'implies';
    return high < otherLow || low > otherHigh ? 'excludes' : 'open';
}

// An open end lies a little inside the constant.
const INSIDE = 0.5;

function endsOf(operator: ComparisonOperator, at: number): [number, number] {
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
