// Durations, anchors and windows as Crit text.
import type { Anchor, Duration, DurationBound, Endpoint, Window } from '@crit-lang/model/criteria/time.js';
import type { ComparisonOperator } from '@crit-lang/model/criteria/value.js';
import { nameText } from './name.js';
import { unprintable } from './unprintable.js';

const BOUNDS: Readonly<Record<ComparisonOperator, string>> = { '>=': 'at least', '<=': 'at most', '>': 'more than', '<': 'less than', '=': 'exactly' };

export const boundText = (operator: ComparisonOperator): string => BOUNDS[operator];

export function durationText(duration: Duration): string {
    if (duration.kind !== 'simple') return `the ${duration.kind} of ${durationText(duration.of[0])} or ${durationText(duration.of[1])}`;
    const { number, unit } = duration;
    if (number.includes('/') || number.startsWith('-')) unprintable(`A duration of ${number} ${unit}s`);
    const plural = unit === 'half-life' ? 'half-lives' : `${unit}s`;
    return `${number} ${number === '1' ? unit : plural}`;
}

export function durationBoundText({ operator, duration }: DurationBound): string {
    return `${boundText(operator)} ${durationText(duration)}`;
}

const EVENTS = { onset: 'onset of', diagnosis: 'diagnosis of', start: 'start of', 'first-dose': 'first dose of', 'last-dose': 'last dose of' } as const;

export function anchorText({ name, event }: Anchor): string {
    return event === null ? nameText(name) : `${EVENTS[event]} ${nameText(name)}`;
}

/** The window with a blank before it; empty where none is written. `defaultAnchor`: the point that 'since' and 'until' leave out. */
export function windowText(window: Window | null, defaultAnchor: string): string {
    if (window === null || !window.written || window.form === 'ever') return '';
    return ` ${written(window, defaultAnchor)}`;
}

function written(window: Window, defaultAnchor: string): string {
    const { form, from, to, points } = window;
    const isDefault = (end: Endpoint | null): boolean => end !== null && end.offset === null && end.anchor.event === null && end.anchor.name === defaultAnchor;
    switch (form) {
        case 'at':
        case 'during':
            return `${form} ${anchorText(pointOf(from))}`;
        case 'at-each-of':
            return `at each of { ${(points ?? []).map(anchorText).join('; ')} }`;
        case 'before':
        case 'at-or-before':
            return `${form.replaceAll('-', ' ')} ${anchorText(pointOf(to))}`;
        case 'after':
        case 'at-or-after':
            return `${form.replaceAll('-', ' ')} ${anchorText(pointOf(from))}`;
        case 'since':
            return isDefault(to) ? `since ${anchorText(pointOf(from))}` : unprintable('This window');
        case 'until': {
            if (to === null) return unprintable('This window');
            const start = isDefault(from) ? '' : `from ${anchorText(pointOf(from))} `;
            return `${start}until ${to.offset === null ? '' : `${durationText(to.offset.duration)} ${to.offset.direction} `}${anchorText(to.anchor)}`;
        }
        case 'at-least-before':
            return bounded(to, 'at least', 'more than');
        case 'at-most-before':
            return bounded(from, 'at most', 'less than');
        case 'at-least-after':
            return bounded(from, 'at least', 'more than');
        case 'at-most-after':
            return bounded(to, 'at most', 'less than');
        case 'within':
            return within(from, to);
        case 'between':
            return between(from, to);
        case 'ever':
            return unprintable('This window');
    }
}

function pointOf(end: Endpoint | null): Anchor {
    return end === null || end.offset !== null ? unprintable('This point') : end.anchor;
}

function bounded(end: Endpoint | null, closed: string, open: string): string {
    if (end?.offset === null || end === null) return unprintable('This window');
    return `${end.open ? open : closed} ${distance(end)}`;
}

function distance(end: Endpoint): string {
    return end.offset === null ? unprintable('This window') : `${durationText(end.offset.duration)} ${end.offset.direction} ${anchorText(end.anchor)}`;
}

function within(from: Endpoint | null, to: Endpoint | null): string {
    if (from === null || to === null || from.open || to.open) return unprintable('This window');
    if (from.offset !== null && to.offset !== null) return `within ${durationText(from.offset.duration)} around ${anchorText(from.anchor)}`;
    return `within ${distance(from.offset === null ? to : from)}`;
}

function between(from: Endpoint | null, to: Endpoint | null): string {
    if (from === null || to === null || from.open || to.open) return unprintable('This window');
    if (from.offset === null && to.offset === null) return `between ${anchorText(from.anchor)} and ${anchorText(to.anchor)}`;
    if (from.offset === null || to.offset === null || from.offset.direction !== to.offset.direction || anchorText(from.anchor) !== anchorText(to.anchor))
        return unprintable('This window');
    const [start, end] = [durationText(from.offset.duration), durationText(to.offset.duration)];
    if (start === end) return `exactly ${distance(from)}`;
    const [first, second] = from.offset.direction === 'before' ? [end, start] : [start, end];
    return `between ${first} and ${second} ${from.offset.direction} ${anchorText(from.anchor)}`;
}
