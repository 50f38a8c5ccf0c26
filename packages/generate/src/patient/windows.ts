// Durations, points of the timeline and windows in plain words.
import type { Anchor, Duration, DurationBound, Endpoint, Window } from '@crit-lang/model/criteria/time.js';
import { numberText } from './amounts.js';
import { cleanText } from './inline.js';
import { ANCHOR_WORDS, OPERATOR_WORDS, timeUnit, type AnchorWords } from './words.js';
import type { Wording } from './wording.js';

/** "12 months"; "5 half-lives or 28 days (whichever is longer)". */
export function durationText(duration: Duration): string {
    if (duration.kind === 'simple') {
        const number = numberText(duration.number);
        return `${number} ${timeUnit(duration.unit, number === '1')}`;
    }
    const [first, second] = duration.of;
    return `${durationText(first)} or ${durationText(second)} (whichever is ${duration.kind})`;
}

/** "at least 3 months". */
export function boundedDuration(bound: DurationBound): string {
    return `${OPERATOR_WORDS[bound.operator]} ${durationText(bound.duration)}`;
}

const EVENT_WORDS = {
    onset: (name: string) => ({ noun: `the first signs of ${name}`, at: `at the first signs of ${name}` }),
    diagnosis: (name: string) => ({ noun: `the day a doctor found ${name}`, at: `on the day a doctor found ${name}` }),
    start: (name: string) => ({ noun: `the day you start ${name}`, at: `on the day you start ${name}` }),
    'first-dose': (name: string) => ({ noun: `your first dose of ${name}`, at: `at your first dose of ${name}` }),
    'last-dose': (name: string) => ({ noun: `your last dose of ${name}`, at: `at your last dose of ${name}` }),
} as const;

/** A point of the timeline: the author's own term first, then our words, then the shipped vocabulary, then the name as it is. */
export function anchorWords(anchor: Anchor, wording: Wording): AnchorWords {
    const term = wording.term(anchor.name);
    const plain = term?.plain == null ? null : cleanText(term.plain);
    if (anchor.event !== null) return EVENT_WORDS[anchor.event](plain ?? cleanText(anchor.name));
    const known = ANCHOR_WORDS.get(anchor.name.trim()) ?? ANCHOR_WORDS.get(anchor.name.trim().toLowerCase());
    if (known !== undefined && (plain === null || term?.origin === 'shipped')) return known;
    const name = plain ?? cleanText(anchor.name);
    if (/^(?:the|your|when|after)\b/u.test(name)) return { noun: name, at: `at ${name}` };
    return { noun: `the time of ${name}`, at: `at the time of ${name}` };
}

function endpoint(end: Endpoint, wording: Wording): string {
    const { noun } = anchorWords(end.anchor, wording);
    return end.offset === null ? noun : `${durationText(end.offset.duration)} ${end.offset.direction} ${noun}`;
}

/** The window with a blank in front, ready to follow a clause: " in the 12 months before your screening visit". Nothing for a window that nobody wrote. */
export function windowText(window: Window, wording: Wording): string {
    const text = window.written ? windowPhrase(window, wording) : '';
    return text === '' ? '' : ` ${text}`;
}

function windowPhrase(window: Window, wording: Wording): string {
    const { form, from, to } = window;
    if (form === 'ever') return '';
    if (form === 'at-each-of') return `each time: ${(window.points ?? []).map((point) => anchorWords(point, wording).at).join(', and ')}`;
    if (from === null && to === null) return 'at any time';
    if (from === null || to === null) return halfOpen(window, wording);
    if (form === 'during' && from.anchor.name === to.anchor.name) return `during ${anchorWords(from.anchor, wording).noun}`;
    return closed(window, from, to, wording);
}

function halfOpen({ form, from, to }: Window, wording: Wording): string {
    const end = from ?? to;
    if (end === null) return '';
    const text = endpoint(end, wording);
    if (from === null) {
        if (end.offset !== null) return `at least ${text}`;
        if (form === 'until') return `until ${text}`;
        return end.open ? `before ${text}` : `${anchorWords(end.anchor, wording).at} or before`;
    }
    if (form === 'since') return `since ${text}`;
    if (end.offset !== null) return `${end.offset.direction === 'before' ? 'at most' : 'at least'} ${text}`;
    return end.open ? `after ${text}` : `${anchorWords(end.anchor, wording).at} or after`;
}

function closed(window: Window, from: Endpoint, to: Endpoint, wording: Wording): string {
    const sameAnchor = from.anchor.name === to.anchor.name && from.anchor.event === to.anchor.event;
    if (!sameAnchor) {
        if (window.form === 'until') return `from ${endpoint(from, wording)} until ${endpoint(to, wording)}`;
        return `between ${endpoint(from, wording)} and ${endpoint(to, wording)}`;
    }
    const { noun, at } = anchorWords(from.anchor, wording);
    if (from.offset === null && to.offset === null) return at;
    if (to.offset === null && from.offset?.direction === 'before') return `in the ${durationText(from.offset.duration)} before ${noun}`;
    if (from.offset === null && to.offset?.direction === 'after') {
        return window.form === 'until'
            ? `from ${noun} until ${durationText(to.offset.duration)} later`
            : `in the ${durationText(to.offset.duration)} after ${noun}`;
    }
    return around(from, to, noun, wording);
}

function around(from: Endpoint, to: Endpoint, noun: string, wording: Wording): string {
    if (from.offset === null || to.offset === null) return `between ${endpoint(from, wording)} and ${endpoint(to, wording)}`;
    const [early, late] = [durationText(from.offset.duration), durationText(to.offset.duration)];
    if (from.offset.direction === to.offset.direction) {
        const [near, far] = from.offset.direction === 'before' ? [late, early] : [early, late];
        return `between ${near} and ${far} ${from.offset.direction} ${noun}`;
    }
    return early === late ? `within ${early} before or after ${noun}` : `from ${early} before to ${late} after ${noun}`;
}
