// Durations, points of the timeline and windows in plain words.
import type { Anchor, Duration, DurationBound, Endpoint, Window } from '@crit-lang/model/criteria/time.js';
import { numberText } from './amounts.js';
import { cleanText } from '../phrase/clean-text.js';
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
    const plain = cleanText(term?.plain ?? '');
    if (anchor.event !== null) return EVENT_WORDS[anchor.event](plain === '' ? cleanText(anchor.name) : plain);
    const known = ANCHOR_WORDS.get(anchor.name.trim()) ?? ANCHOR_WORDS.get(anchor.name.trim().toLowerCase());
    if (known !== undefined && (plain === '' || term?.origin === 'shipped')) return known;
    const name = plain === '' ? cleanText(anchor.name) : plain;
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
    if (from === null || to === null) return halfOpen(form, from, to, wording);
    if (form === 'since') return `since ${endpoint(from, wording)}`;
    if (!sameAnchor(from, to))
        return `${form === 'until' ? 'from' : 'between'} ${endpoint(from, wording)} ${form === 'until' ? 'until' : 'and'} ${endpoint(to, wording)}`;
    return aroundAnchor(form, from, to, wording);
}

function sameAnchor(from: Endpoint, to: Endpoint): boolean {
    return from.anchor.name === to.anchor.name && from.anchor.event === to.anchor.event;
}

/** A window with one end: "before …", "at least 6 months before …", "after …". */
function halfOpen(form: Window['form'], from: Endpoint | null, to: Endpoint | null, wording: Wording): string {
    const end = from ?? to;
    if (end === null) return '';
    const text = endpoint(end, wording);
    const { at } = anchorWords(end.anchor, wording);
    if (form === 'since' || form === 'until') return `${form} ${text}`;
    if (end.offset !== null) {
        // What lies beyond 6 months before an anchor, or beyond 6 months after it, is at least that far from it.
        const isBeyond = (from === null) === (end.offset.direction === 'before');
        const bound = isBeyond ? (end.open ? 'more than' : 'at least') : end.open ? 'less than' : 'at most';
        return `${bound} ${text}`;
    }
    if (from === null) return end.open ? `before ${text}` : `${at} or before`;
    return end.open ? `after ${text}` : `${at} or after`;
}

/** A window whose ends lie before, at or after one point of the timeline. */
function aroundAnchor(form: Window['form'], from: Endpoint, to: Endpoint, wording: Wording): string {
    const { noun, at } = anchorWords(from.anchor, wording);
    if (from.offset === null && to.offset === null) return form === 'during' ? `during ${noun}` : at;
    if (from.offset !== null && to.offset !== null) return twoOffsets(from.offset, to.offset, noun);
    const offset = from.offset ?? to.offset;
    if (offset === null) return at;
    const length = durationText(offset.duration);
    if (form === 'until') return `from ${endpoint(from, wording)} until ${endpoint(to, wording)}`;
    return from.open || to.open ? `less than ${length} ${offset.direction} ${noun}` : `in the ${length} ${offset.direction} ${noun}`;
}

function twoOffsets(from: NonNullable<Endpoint['offset']>, to: NonNullable<Endpoint['offset']>, noun: string): string {
    const [early, late] = [durationText(from.duration), durationText(to.duration)];
    if (from.direction !== to.direction) return early === late ? `within ${early} before or after ${noun}` : `from ${early} before to ${late} after ${noun}`;
    if (early === late) return `exactly ${early} ${from.direction} ${noun}`;
    const [near, far] = from.direction === 'before' ? [late, early] : [early, late];
    return `between ${near} and ${far} ${from.direction} ${noun}`;
}
