// Points in time: an anchor of the timeline, or so long before or after it; which of two comes first.
import type { Anchor, Endpoint } from '@crit-lang/model/criteria/time.js';
import { Rational } from '@crit-lang/model/exact/rational.js';
import { flipped, orderDurations } from './duration-order.js';
import type { HalfLife } from './duration-order.js';

export interface Point {
    anchor: Anchor;
    offset: Endpoint['offset'];
}

/** How two points lie. `not-after` and `not-before`: in this order or on the same day. */
export type PointOrder = 'before' | 'same' | 'after' | 'not-after' | 'not-before' | 'unordered';

/** What orders points: the visits in their order, and the half-life where a window is told in half-lives. */
export interface Clock {
    timeline: readonly string[];
    halfLife: HalfLife;
}

/**
 * Orders two points as far as every calendar agrees. Visits come in the order of the timeline; how far they are apart is not known, so
 * "3 days after screening" and leukapheresis are unordered. Points at an event of the patient are ordered only among themselves.
 */
export function orderPoints(first: Point, second: Point, clock: Clock): PointOrder {
    const offsets = orderOffsets(first.offset, second.offset, clock.halfLife);
    if (sameAnchor(first.anchor, second.anchor)) {
        return offsets === 'less' ? 'before' : offsets === 'equal' ? 'same' : offsets === 'greater' ? 'after' : 'unordered';
    }
    const [one, two] = [rankOf(first.anchor, clock), rankOf(second.anchor, clock)];
    if (one < 0 || two < 0) return 'unordered';
    return one < two ? betweenVisits(first, second, offsets) : reversed(betweenVisits(second, first, flipped(offsets)));
}

export function sameAnchor(first: Anchor, second: Anchor): boolean {
    return first.event === second.event && first.name.toLowerCase() === second.name.toLowerCase();
}

function rankOf(anchor: Anchor, clock: Clock): number {
    return anchor.event === null ? clock.timeline.findIndex((name) => name.toLowerCase() === anchor.name.toLowerCase()) : -1;
}

// Two visits may be on one day, so equal distances from them leave that open; the visits themselves are told apart.
function betweenVisits(earlier: Point, later: Point, offsets: ReturnType<typeof orderOffsets>): PointOrder {
    if (offsets === 'less' || (offsets === 'equal' && isAtAnchor(earlier) && isAtAnchor(later))) return 'before';
    return offsets === 'equal' ? 'not-after' : 'unordered';
}

function isAtAnchor({ offset }: Point): boolean {
    return signOf(offset) === 0;
}

function reversed(order: PointOrder): PointOrder {
    switch (order) {
        case 'before':
            return 'after';
        case 'after':
            return 'before';
        case 'not-after':
            return 'not-before';
        case 'not-before':
            return 'not-after';
        default:
            return order;
    }
}

function signOf(offset: Endpoint['offset']): -1 | 0 | 1 {
    if (offset === null || (offset.duration.kind === 'simple' && Rational.from(offset.duration.number).isZero)) return 0;
    return offset.direction === 'before' ? -1 : 1;
}

function orderOffsets(first: Endpoint['offset'], second: Endpoint['offset'], halfLife: HalfLife): ReturnType<typeof orderDurations> {
    const [one, two] = [signOf(first), signOf(second)];
    if (one !== two) return one < two ? 'less' : 'greater';
    if (one === 0 || first === null || second === null) return 'equal';
    const order = orderDurations(first.duration, second.duration, halfLife);
    return one > 0 ? order : flipped(order);
}
