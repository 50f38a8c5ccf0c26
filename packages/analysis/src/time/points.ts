// Points in time (a visit, or so long before or after it), and which of two comes first as far as that is known of every patient.
import type { Anchor, Endpoint } from '@crit-lang/model/criteria/time.js';
import { countOf, type HalfLife, orderDurations, reversed } from './duration-order.js';

export interface TimePoint {
    readonly anchor: Anchor;
    readonly offset: Endpoint['offset'];
}

/** `before-or-same`, `after-or-same`: visits that may fall on one day. */
export type PointOrder = 'before' | 'before-or-same' | 'same' | 'after-or-same' | 'after' | 'unordered';

export interface Calendar {
    /** Names of the visits, in their order. */
    readonly timeline: readonly string[];
    /** Of the drug spoken of. */
    readonly halfLife: HalfLife | null;
}

/** How the first point lies to the second. Distances between visits are not known, so what depends on them is unordered. */
export function orderPoints(one: TimePoint, other: TimePoint, calendar: Calendar): PointOrder {
    const distances = orderOffsets(one.offset, other.offset, calendar.halfLife);
    if (isSameAnchor(one.anchor, other.anchor)) {
        return distances === 'less' ? 'before' : distances === 'greater' ? 'after' : distances === 'equal' ? 'same' : 'unordered';
    }
    const [first, second] = [rankOf(one.anchor, calendar), rankOf(other.anchor, calendar)];
    if (first < 0 || second < 0) return 'unordered';
    if (first < second) return earlierVisit(one, other, distances);
    return mirrored(earlierVisit(other, one, reversed(distances)));
}

export function isSameAnchor(one: Anchor, other: Anchor): boolean {
    return one.event === other.event && one.name.toLowerCase() === other.name.toLowerCase();
}

/** -1 before the anchor, 0 at it, 1 after it. */
export function sideOf(offset: Endpoint['offset']): -1 | 0 | 1 {
    if (offset === null || (offset.duration.kind === 'simple' && countOf(offset.duration.number).isZero)) return 0;
    return offset.direction === 'before' ? -1 : 1;
}

function rankOf(anchor: Anchor, { timeline }: Calendar): number {
    return anchor.event === null ? timeline.findIndex((name) => name.toLowerCase() === anchor.name.toLowerCase()) : -1;
}

// The visits themselves are told apart; equal distances from them are not, since both visits may fall on one day.
function earlierVisit(one: TimePoint, other: TimePoint, distances: ReturnType<typeof orderOffsets>): PointOrder {
    if (distances === 'less' || (distances === 'equal' && sideOf(one.offset) === 0 && sideOf(other.offset) === 0)) return 'before';
    return distances === 'equal' ? 'before-or-same' : 'unordered';
}

function mirrored(order: PointOrder): PointOrder {
    switch (order) {
        case 'before':
            return 'after';
        case 'after':
            return 'before';
        case 'before-or-same':
            return 'after-or-same';
        case 'after-or-same':
            return 'before-or-same';
        default:
            return order;
    }
}

function orderOffsets(one: Endpoint['offset'], other: Endpoint['offset'], halfLife: HalfLife | null): ReturnType<typeof orderDurations> {
    const [first, second] = [sideOf(one), sideOf(other)];
    if (first !== second) return first < second ? 'less' : 'greater';
    if (first === 0 || one === null || other === null) return 'equal';
    const order = orderDurations(one.duration, other.duration, halfLife);
    return first > 0 ? order : reversed(order);
}
