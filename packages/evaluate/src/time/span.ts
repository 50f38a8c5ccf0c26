// Spans: the stretches of time that windows stand for, closed unless an end is open; whether one lies in, beside or across another.
import type { Anchor, Duration, Endpoint, Window } from '@crit-lang/model/criteria/time.js';
import type { Clock, Point } from './point.js';
import { orderPoints } from './point.js';

/** From and to; null is without end. An open end does not belong to the span. */
export interface Span {
    from: Point | null;
    to: Point | null;
    openFrom: boolean;
    openTo: boolean;
}

export function spanOf(window: Window): Span {
    return { from: pointOf(window.from), to: pointOf(window.to), openFrom: window.from?.open ?? false, openTo: window.to?.open ?? false };
}

function pointOf(end: Endpoint | null): Point | null {
    return end === null ? null : { anchor: end.anchor, offset: end.offset };
}

export function pointSpan(point: Point): Span {
    return { from: point, to: point, openFrom: false, openTo: false };
}

/** Everything up to the end of a span. */
export function upTo(span: Span): Span {
    return { from: null, to: span.to, openFrom: false, openTo: span.openTo };
}

/** The span of one point that a span is, or null. */
export function singlePoint(span: Span, clock: Clock): Point | null {
    if (span.from === null || span.to === null || span.openFrom || span.openTo) return null;
    return orderPoints(span.from, span.to, clock) === 'same' ? span.to : null;
}

/** Whether `inner` surely lies in `outer`. */
export function isInside(inner: Span, outer: Span, clock: Clock): boolean {
    const starts = outer.from === null || (inner.from !== null && comesBefore(outer.from, inner.from, !outer.openFrom || inner.openFrom, clock));
    const ends = outer.to === null || (inner.to !== null && comesBefore(inner.to, outer.to, !outer.openTo || inner.openTo, clock));
    return starts && ends;
}

/** Whether the two surely have no time in common. */
export function areDisjoint(first: Span, second: Span, clock: Clock): boolean {
    return endsBefore(first, second, clock) || endsBefore(second, first, clock);
}

/** Whether the first span surely ends before the second begins. */
export function endsBefore(first: Span, second: Span, clock: Clock): boolean {
    return first.to !== null && second.from !== null && comesBefore(first.to, second.from, first.openTo || second.openFrom, clock);
}

/** Whether the two surely have a time in common: each begins before the other ends. */
export function surelyMeet(first: Span, second: Span, clock: Clock): boolean {
    return beginsBeforeEnd(first, second, clock) && beginsBeforeEnd(second, first, clock);
}

function beginsBeforeEnd(first: Span, second: Span, clock: Clock): boolean {
    return first.from === null || second.to === null || comesBefore(first.from, second.to, !first.openFrom && !second.openTo, clock);
}

/** Whether both end at the same point. */
export function endTogether(first: Span, second: Span, clock: Clock): boolean {
    if (first.to === null || second.to === null) return first.to === second.to;
    return first.openTo === second.openTo && orderPoints(first.to, second.to, clock) === 'same';
}

/** The stretch of so long before a point; null when the point is itself so long before or after an anchor. */
export function stretchBefore(point: Point, duration: Duration, open: boolean): Span | null {
    if (point.offset !== null) return null;
    return { from: { anchor: point.anchor, offset: { duration, direction: 'before' } }, to: point, openFrom: open, openTo: false };
}

/** A window at a point, as the model writes one. */
export function windowAt(point: Anchor): Window {
    const end = { anchor: point, offset: null, open: false };
    return { form: 'at', from: end, to: end, written: true };
}

function comesBefore(first: Point, second: Point, orSame: boolean, clock: Clock): boolean {
    const order = orderPoints(first, second, clock);
    return order === 'before' || (orSame && (order === 'same' || order === 'not-after'));
}
