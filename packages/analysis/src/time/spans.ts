// Spans: the stretches of time that windows stand for; whether one surely lies in another, and at which point one is decided.
import type { Anchor, Endpoint, Window } from '@crit-lang/model/criteria/time.js';
import { meaningOf } from '../knowledge/meaning.js';
import { type Calendar, orderPoints, type TimePoint } from './points.js';

/** An end that is null goes on without end; an open end does not belong to the span. */
export interface Span {
    readonly from: TimePoint | null;
    readonly to: TimePoint | null;
    readonly openFrom: boolean;
    readonly openTo: boolean;
}

/** One object for each window, so that its key is made once. */
const spans = new WeakMap<Pick<Window, 'from' | 'to'>, Span>();

export function spanOf(window: Pick<Window, 'from' | 'to'>): Span {
    const known = spans.get(window);
    if (known !== undefined) return known;
    const { from, to } = window;
    const span = { from: pointOf(from), to: pointOf(to), openFrom: from?.open ?? false, openTo: to?.open ?? false };
    spans.set(window, span);
    return span;
}

function pointOf(end: Endpoint | null): TimePoint | null {
    return end === null ? null : { anchor: end.anchor, offset: end.offset };
}

export function pointSpan(point: TimePoint): Span {
    return { from: point, to: point, openFrom: false, openTo: false };
}

/** Everything up to the end of the span. */
export function upToEndOf(span: Span): Span {
    return { from: null, to: span.to, openFrom: false, openTo: span.openTo };
}

const spanKeys = new WeakMap<Span, string>();

export function spanKey(span: Span): string {
    let key = spanKeys.get(span);
    if (key === undefined) spanKeys.set(span, (key = meaningOf(span).toLowerCase()));
    return key;
}

/** A window at one point, as the model writes it. */
export function windowAt(anchor: Anchor): Window {
    const end = { anchor, offset: null, open: false };
    return { form: 'at', from: end, to: end, written: true };
}

/** A window of the model for a span. */
export function windowOfSpan(span: Span): Window {
    const end = (point: TimePoint | null, open: boolean): Endpoint | null => (point === null ? null : { anchor: point.anchor, offset: point.offset, open });
    const [from, to] = [end(span.from, span.openFrom), end(span.to, span.openTo)];
    return { form: 'between', from, to, written: true };
}

/** The one point that the span consists of, or null. */
export function singlePointOf(span: Span, calendar: Calendar): TimePoint | null {
    if (span.from === null || span.to === null || span.openFrom || span.openTo) return null;
    return orderPoints(span.from, span.to, calendar) === 'same' ? span.to : null;
}

/** The point at which the latest value of the span is taken: its end, where that belongs to it. */
export function lastPointOf(span: Span): TimePoint | null {
    return span.to === null || span.openTo ? null : span.to;
}

/** Whether the first surely lies in the second. */
export function liesIn(inner: Span, outer: Span, calendar: Calendar): boolean {
    const starts = outer.from === null || (inner.from !== null && isFirst(outer.from, inner.from, !outer.openFrom || inner.openFrom, calendar));
    const ends = outer.to === null || (inner.to !== null && isFirst(inner.to, outer.to, !outer.openTo || inner.openTo, calendar));
    return starts && ends;
}

/** Whether the first surely ends before the second begins, or the other way round. */
export function areApart(one: Span, other: Span, calendar: Calendar): boolean {
    return endsBefore(one, other, calendar) || endsBefore(other, one, calendar);
}

function endsBefore(one: Span, other: Span, calendar: Calendar): boolean {
    return one.to !== null && other.from !== null && isFirst(one.to, other.from, one.openTo || other.openFrom, calendar);
}

function isFirst(one: TimePoint, other: TimePoint, orSame: boolean, calendar: Calendar): boolean {
    const order = orderPoints(one, other, calendar);
    return order === 'before' || (orSame && (order === 'same' || order === 'before-or-same'));
}
