// A window that a fact can have so that all of it surely lies in one cell of time: a visit where that will do, else a stretch of round lengths.
import type { HalfLife } from '@crit-lang/analysis/time/duration-order.js';
import { isSameAnchor, sideOf, type TimePoint } from '@crit-lang/analysis/time/points.js';
import type { Span } from '@crit-lang/analysis/time/spans.js';
import type { Anchor, Duration, Endpoint, Window } from '@crit-lang/model/criteria/time.js';
import { lengthsBetween } from './durations.js';

/** The point that a protocol means where it writes none, as a window that is not written. */
export function defaultWindow(defaultAnchor: string): Window {
    const end = endAt({ name: defaultAnchor, event: null });
    return { form: 'at', from: end, to: end, written: false };
}

/** A window at one point. */
export function windowAtPoint(point: TimePoint, defaultAnchor: string): Window {
    if (sideOf(point.offset) !== 0 && point.offset !== null) {
        const end: Endpoint = { anchor: point.anchor, offset: point.offset, open: false };
        return { form: 'between', from: end, to: end, written: true };
    }
    if (point.anchor.event === null && point.anchor.name.toLowerCase() === defaultAnchor.toLowerCase()) return defaultWindow(defaultAnchor);
    const end = endAt(point.anchor);
    return { form: 'at', from: end, to: end, written: true };
}

/** A window inside the example of a cell; null where none can be written. */
export function windowInside(example: Span, defaultAnchor: string, halfLife: HalfLife | null): Window | null {
    const { from, to, openFrom, openTo } = example;
    if (from === null && to === null) return windowAtPoint({ anchor: { name: defaultAnchor, event: null }, offset: null }, defaultAnchor);
    if (from !== null && to !== null) {
        if (!openFrom && !openTo && isSamePoint(from, to)) return windowAtPoint(to, defaultAnchor);
        return betweenPoints(from, to, defaultAnchor, halfLife);
    }
    if (to !== null) return before(to, openTo, defaultAnchor, halfLife);
    return from === null ? null : after(from, openFrom, defaultAnchor, halfLife);
}

function betweenPoints(from: TimePoint, to: TimePoint, defaultAnchor: string, halfLife: HalfLife | null): Window | null {
    if (!isSameAnchor(from.anchor, to.anchor)) return null;
    const [first, last] = [sideOf(from.offset), sideOf(to.offset)];
    if (first < 0 && last > 0) return windowAtPoint({ anchor: from.anchor, offset: null }, defaultAnchor);
    const isBefore = first < 0;
    const [near, far] = isBefore ? [to, from] : [from, to];
    const lengths = lengthsBetween(near.offset?.duration ?? null, far.offset?.duration ?? null, halfLife);
    return lengths === null ? null : stretch(from.anchor, lengths, isBefore ? 'before' : 'after');
}

// Up to a point, without a beginning.
function before(to: TimePoint, isOpen: boolean, defaultAnchor: string, halfLife: HalfLife | null): Window | null {
    const side = sideOf(to.offset);
    if (side > 0) return windowAtPoint({ anchor: to.anchor, offset: null }, defaultAnchor);
    const lengths = lengthsBetween(side === 0 ? null : (to.offset?.duration ?? null), null, halfLife);
    if (lengths !== null) return stretch(to.anchor, lengths, 'before');
    return { form: side === 0 ? 'before' : 'at-least-before', from: null, to: { anchor: to.anchor, offset: to.offset, open: isOpen }, written: true };
}

// From a point on, without an end.
function after(from: TimePoint, isOpen: boolean, defaultAnchor: string, halfLife: HalfLife | null): Window | null {
    const side = sideOf(from.offset);
    if (side < 0) return windowAtPoint({ anchor: from.anchor, offset: null }, defaultAnchor);
    const near = side === 0 ? null : (from.offset?.duration ?? null);
    const lengths: readonly [Duration, Duration] | null = near === null ? [length('1'), length('2')] : lengthsBetween(near, null, halfLife);
    if (lengths !== null) return stretch(from.anchor, lengths, 'after');
    return { form: 'at-least-after', from: { anchor: from.anchor, offset: from.offset, open: isOpen }, to: null, written: true };
}

const length = (number: string): Duration => ({ kind: 'simple', number, unit: 'month' });

function stretch(anchor: Anchor, [near, far]: readonly [Duration, Duration], direction: 'before' | 'after'): Window {
    const end = (duration: Duration): Endpoint => ({ anchor, offset: { duration, direction }, open: false });
    return { form: 'between', from: end(direction === 'before' ? far : near), to: end(direction === 'before' ? near : far), written: true };
}

function isSamePoint(one: TimePoint, other: TimePoint): boolean {
    return isSameAnchor(one.anchor, other.anchor) && JSON.stringify(one.offset) === JSON.stringify(other.offset);
}

const endAt = (anchor: Anchor): Endpoint => ({ anchor, offset: null, open: false });

/** The span as a window that can be written; null where there is none. */
export function windowOfSpan(span: Span, defaultAnchor: string): Window | null {
    const [from, to] = [endOf(span.from, span.openFrom), endOf(span.to, span.openTo)];
    const window = (form: Window['form']): Window => ({ form, from, to, written: true });
    if (from === null && to === null) return null;
    if (from === null)
        return to === null
            ? null
            : window(to.offset === null ? (to.open ? 'before' : 'at-or-before') : to.offset.direction === 'before' ? 'at-least-before' : 'at-most-after');
    if (to === null)
        return from.offset === null ? window(from.open ? 'after' : 'at-or-after') : from.offset.direction === 'after' ? window('at-least-after') : null;
    if (!from.open && !to.open && isSamePoint(from, to)) return windowAtPoint(to, defaultAnchor);
    if (from.offset === null && to.offset === null) return from.open || to.open ? null : window('between');
    if (!isSameAnchor(from.anchor, to.anchor)) return null;
    if (from.offset !== null && to.offset !== null) {
        if (from.open || to.open) return null;
        if (from.offset.direction === to.offset.direction) return window('between');
        return JSON.stringify(from.offset.duration) === JSON.stringify(to.offset.duration) ? window('within') : null;
    }
    if (from.offset !== null) return to.open ? null : window(from.open ? 'at-most-before' : 'within');
    return from.open ? null : window(to.open ? 'at-most-after' : 'within');
}

function endOf(point: TimePoint | null, open: boolean): Endpoint | null {
    return point === null ? null : { anchor: point.anchor, offset: sideOf(point.offset) === 0 ? null : point.offset, open };
}
