// Thin stretches of time: those between two points that nearly meet, or whose order not everybody agrees on.
import { Rational } from '@crit-lang/model/exact/rational.js';
import { daysOf } from '@crit-lang/model/units/durations.js';
import { countOf } from './duration-order.js';
import { isSameAnchor, type PointOrder, sideOf, type TimePoint } from './points.js';

/** Lies between two points that nearly meet, or whose order depends on the calendar (6 months, 180 days) or on a half-life that nobody gives. */
export type Thinness = 'calendar' | 'half-life' | null;

/** How a moment lies to a point; -1: before it. */
export type Side = -1 | 0 | 1;

/** What is left between two durations is thin when it is at most this part of the longer one. */
const THIN = Rational.of(1n, 20n);

/** How thin what lies between two points is, given how they are ordered. */
export function thinBetween(one: TimePoint, other: TimePoint, order: PointOrder): Thinness {
    if (!isSameAnchor(one.anchor, other.anchor) || sideOf(one.offset) !== sideOf(other.offset)) return null;
    if (order === 'unordered') return isByHalfLife(one) || isByHalfLife(other) ? 'half-life' : 'calendar';
    return nearlyMeet(one, other) ? 'calendar' : null;
}

/**
 * How thin the moments are that lie so to some points.
 * @param between by point and point, how thin what lies between the two is.
 */
export function thinness(between: readonly (readonly Thinness[])[], sides: readonly Side[]): Thinness {
    let found: Thinness = null;
    for (let i = 0; i < sides.length; i++) {
        const fromOne = between[i];
        if (sides[i] === -1 || fromOne === undefined) continue;
        for (let j = 0; j < sides.length; j++) {
            const thin = fromOne[j] ?? null;
            if (thin === null || sides[j] === 1 || sides[i] === sides[j]) continue;
            if (thin === 'half-life') return thin;
            found = thin;
        }
    }
    return found;
}

function isByHalfLife({ offset }: TimePoint): boolean {
    const { duration } = offset ?? { duration: null };
    return duration !== null && JSON.stringify(duration).includes('"half-life"');
}

function nearlyMeet(one: TimePoint, other: TimePoint): boolean {
    const [first, second] = [one, other].map(({ offset }) => {
        if (offset === null || offset.duration.kind !== 'simple') return undefined;
        return daysOf({ count: countOf(offset.duration.number), unit: offset.duration.unit });
    });
    if (first === undefined || second === undefined) return false;
    const [shorter, longer] = first.greatest.compare(second.greatest) < 0 ? [first, second] : [second, first];
    return longer.greatest.subtract(shorter.least).compare(longer.greatest.multiply(THIN)) <= 0;
}
