// Durations, anchors and windows in words.
import type { Anchor, Duration, DurationBound, DurationUnit, Endpoint, ValuePick, Window } from '@crit-lang/model/criteria/time.js';
import { sameMeaning } from '../frame/same-meaning.js';
import { cleanText } from './clean-text.js';
import { joinWords } from './join.js';
import { durationBoundWord } from './number.js';

const PLURALS: Readonly<Record<DurationUnit, string>> = {
    minute: 'minutes',
    hour: 'hours',
    day: 'days',
    week: 'weeks',
    month: 'months',
    year: 'years',
    'half-life': 'half-lives',
};

const EVENT_WORDS: Readonly<Record<NonNullable<Anchor['event']>, string>> = {
    onset: 'the onset of',
    diagnosis: 'the diagnosis of',
    start: 'the start of',
    'first-dose': 'the first dose of',
    'last-dose': 'the last dose of',
};

/** "6 months", "the longer of 5 half-lives or 28 days". */
export function durationText(duration: Duration): string {
    if (duration.kind === 'simple') {
        return `${cleanText(duration.number)} ${duration.number === '1' ? duration.unit : PLURALS[duration.unit]}`;
    }
    return `the ${duration.kind} of ${durationText(duration.of[0])} or ${durationText(duration.of[1])}`;
}

/** "at least 3 months", "6 months" for an exact one. */
export function durationBoundText(bound: DurationBound): string {
    const duration = durationText(bound.duration);
    return bound.operator === '=' ? duration : `${durationBoundWord(bound.operator)} ${duration}`;
}

/** "screening", "the first dose of rituximab". */
export function anchorText(anchor: Anchor): string {
    const name = cleanText(anchor.name);
    return anchor.event === null ? name : `${EVENT_WORDS[anchor.event]} ${name}`;
}

/** A window with a blank before it, ready to follow a clause; empty when the author wrote none or it means 'at any time'. */
export function windowAfter(window: Window | null): string {
    const text = window === null || !window.written ? '' : windowText(window);
    return text === '' ? '' : ` ${text}`;
}

/** The window in words: "within 8 weeks before screening"; empty for 'ever'. */
export function windowText(window: Window): string {
    const { form, from, to } = window;
    switch (form) {
        case 'ever':
            return '';
        case 'at-each-of':
            return `at each of ${joinWords((window.points ?? []).map(anchorText), 'and')}`;
        case 'within':
            return withinText(from, to);
        case 'between':
            return betweenText(from, to);
        case 'before':
        case 'at':
        case 'during':
            return anchored(form, to, from);
        case 'after':
        case 'since':
            return anchored(form, from, to);
        case 'at-or-before':
            return anchored('at or before', to, from);
        case 'at-or-after':
            return anchored('at or after', from, to);
        case 'at-least-before':
            return offsetText(to, from, 'at least', 'more than');
        case 'at-most-before':
            return offsetText(from, to, 'at most', 'less than');
        case 'at-least-after':
            return offsetText(from, to, 'at least', 'more than');
        case 'at-most-after':
            return offsetText(to, from, 'at most', 'less than');
        case 'until':
            return from === null ? `until ${endpointText(to)}` : stretchText(from, to);
    }
}

/** Which of several values is meant: "every value of", with a blank after it. */
export function pickBefore(pick: ValuePick | null): string {
    return pick === null ? '' : `${pick} value of `;
}

/** A point in words: "screening", "24 months after infusion". */
export function endpointText(endpoint: Endpoint | null): string {
    if (endpoint === null) {
        return 'any time';
    }
    const anchor = anchorText(endpoint.anchor);
    return endpoint.offset === null ? anchor : `${durationText(endpoint.offset.duration)} ${endpoint.offset.direction} ${anchor}`;
}

function anchored(word: string, first: Endpoint | null, second: Endpoint | null): string {
    const end = first ?? second;
    return end === null ? '' : `${word} ${endpointText(end)}`;
}

function withinText(from: Endpoint | null, to: Endpoint | null): string {
    if (from?.offset && to?.offset && from.offset.direction === 'before' && to.offset.direction === 'after') {
        return `within ${durationText(from.offset.duration)} before or after ${anchorText(from.anchor)}`;
    }
    const end = from?.offset ? from : to?.offset ? to : null;
    return end === null ? stretchText(from, to) : `within ${endpointText(end)}`;
}

function betweenText(from: Endpoint | null, to: Endpoint | null): string {
    if (from?.offset && sameMeaning(from, to)) {
        return `exactly ${endpointText(from)}`;
    }
    if (from?.offset && to?.offset && from.offset.direction === to.offset.direction) {
        const [near, far] = from.offset.direction === 'before' ? [to, from] : [from, to];
        return `between ${durationText(near.offset?.duration ?? from.offset.duration)} and ${endpointText(far)}`;
    }
    return `between ${endpointText(from)} and ${endpointText(to)}`;
}

function offsetText(main: Endpoint | null, other: Endpoint | null, closed: string, open: string): string {
    const end = main?.offset ? main : other?.offset ? other : null;
    return end === null ? stretchText(main, other) : `${end.open ? open : closed} ${endpointText(end)}`;
}

function stretchText(from: Endpoint | null, to: Endpoint | null): string {
    if (from === null && to === null) {
        return '';
    }
    if (from === null) {
        return `up to ${endpointText(to)}`;
    }
    return to === null ? `from ${endpointText(from)} on` : `from ${endpointText(from)} until ${endpointText(to)}`;
}
