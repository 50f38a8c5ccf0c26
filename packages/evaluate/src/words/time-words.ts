// Durations, points and windows in words.
import type { Anchor, Duration, DurationBound, Endpoint, Window } from '@crit-lang/model/criteria/time.js';
import type { ComparisonOperator } from '@crit-lang/model/criteria/value.js';

const BOUND_WORDS: Readonly<Record<ComparisonOperator, string>> = { '<': 'less than', '<=': 'at most', '=': 'exactly', '>=': 'at least', '>': 'more than' };

/** "at least", "less than". */
export function boundWord(operator: ComparisonOperator): string {
    return BOUND_WORDS[operator];
}

export function durationWords(duration: Duration): string {
    if (duration.kind !== 'simple') return `the ${duration.kind} of ${durationWords(duration.of[0])} or ${durationWords(duration.of[1])}`;
    const plural = duration.unit === 'half-life' ? 'half-lives' : `${duration.unit}s`;
    return `${duration.number} ${duration.number === '1' ? duration.unit : plural}`;
}

export function durationBoundWords({ operator, duration }: DurationBound): string {
    return `${boundWord(operator)} ${durationWords(duration)}`;
}

export function anchorWords({ name, event }: Anchor): string {
    return event === null ? name : `${event.replace('-', ' ')} of ${name}`;
}

function endWords({ anchor, offset }: Endpoint): string {
    return offset === null ? anchorWords(anchor) : `${durationWords(offset.duration)} ${offset.direction} ${anchorWords(anchor)}`;
}

/** A window with a blank before it: " within 6 months before screening"; empty where none was written. */
export function windowWords(window: Window | null): string {
    return window === null || !window.written ? '' : ` ${writtenWindow(window)}`;
}

/** A point or stretch of time in words, also where the protocol's default stands in for it. */
export function writtenWindow({ form, from, to, points }: Window): string {
    if (points !== undefined) return `at each of ${points.map(anchorWords).join(', ')}`;
    if (from === null && to === null) return 'at any time';
    if (from === null && to !== null)
        return to.offset === null ? `${to.open ? 'before' : 'at or before'} ${endWords(to)}` : `${to.open ? 'more than' : 'at least'} ${endWords(to)}`;
    if (to === null && from !== null)
        return from.offset === null ? `${from.open ? 'after' : 'at or after'} ${endWords(from)}` : `${from.open ? 'more than' : 'at least'} ${endWords(from)}`;
    if (from === null || to === null) return '';
    if (form === 'at' || form === 'during') return `${form} ${endWords(from)}`;
    if (from.offset !== null && to.offset === null && sameName(from.anchor, to.anchor)) return `${from.open ? 'less than' : 'within'} ${endWords(from)}`;
    if (to.offset !== null && from.offset === null && sameName(from.anchor, to.anchor)) return `${to.open ? 'less than' : 'within'} ${endWords(to)}`;
    return `from ${endWords(from)} to ${endWords(to)}`;
}

function sameName(first: Anchor, second: Anchor): boolean {
    return first.name === second.name && first.event === second.event;
}
