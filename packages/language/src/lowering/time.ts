// Lowers durations, anchors and windows.
import type {
    Anchor as ModelAnchor,
    Duration as ModelDuration,
    DurationBound,
    DurationUnit,
    Endpoint,
    Window as ModelWindow,
} from '@crit-lang/model/criteria/time.js';
import type { ComparisonOperator } from '@crit-lang/model/criteria/value.js';
import type { Anchor, Duration, SimpleDuration, Window } from '../generated/ast.js';
import { reportNotADuration } from '../checks/not-a-duration.js';
import { reportUndeclaredAnchor } from '../checks/undeclared-anchor.js';
import { reportMissingDirection } from '../checks/missing-direction.js';
import { recovered } from '../syntax/recovered.js';
import type { Lowering } from './lowering.js';

const UNITS: Readonly<Record<string, DurationUnit>> = {
    minute: 'minute',
    minutes: 'minute',
    min: 'minute',
    hour: 'hour',
    hours: 'hour',
    h: 'hour',
    hr: 'hour',
    hrs: 'hour',
    day: 'day',
    days: 'day',
    d: 'day',
    week: 'week',
    weeks: 'week',
    wk: 'week',
    wks: 'week',
    month: 'month',
    months: 'month',
    mo: 'month',
    year: 'year',
    years: 'year',
    yr: 'year',
    yrs: 'year',
    'half-life': 'half-life',
    'half-lives': 'half-life',
};

const BOUNDS: Readonly<Record<string, ComparisonOperator>> = { 'at least': '>=', 'at most': '<=', 'more than': '>', 'less than': '<', exactly: '=' };

/** The operator of 'at least', 'at most', 'more than', 'less than', 'exactly'. */
export function boundOperator(word: string | undefined): ComparisonOperator {
    return (word === undefined ? undefined : BOUNDS[word]) ?? '=';
}

/** A unit of time in any of its spellings. */
export function durationUnit(written: string): DurationUnit | undefined {
    const key = written.toLowerCase();
    return Object.hasOwn(UNITS, key) ? UNITS[key] : undefined;
}

export function lowerDuration(lowering: Lowering, node: Duration | SimpleDuration | undefined): ModelDuration {
    if (node === undefined) return { kind: 'simple', number: '0', unit: 'day' };
    const parts = recovered(node);
    if ('extreme' in parts && parts.extreme !== undefined) {
        return {
            kind: parts.extreme === 'the longer of' ? 'longer' : 'shorter',
            of: [lowerDuration(lowering, parts.first), lowerDuration(lowering, parts.second)],
        };
    }
    const simple = recovered(node as SimpleDuration);
    const unit = simple.unit === undefined ? undefined : durationUnit(simple.unit);
    if (unit === undefined) reportNotADuration(lowering, node, simple.number, simple.unit);
    return { kind: 'simple', number: simple.number ?? '0', unit: unit ?? 'day' };
}

export function lowerDurationBound(lowering: Lowering, bound: string | undefined, node: Duration | undefined): DurationBound {
    return { operator: bound === undefined ? '>=' : boundOperator(bound), duration: lowerDuration(lowering, node) };
}

const ANCHOR_EVENTS = {
    'onset of': 'onset',
    'diagnosis of': 'diagnosis',
    'start of': 'start',
    'first dose of': 'first-dose',
    'last dose of': 'last-dose',
} as const;

export function lowerAnchor(lowering: Lowering, node: Anchor | undefined): ModelAnchor {
    const name = node === undefined ? undefined : recovered(node).name;
    if (node === undefined || name === undefined) return lowering.defaultPoint();
    const event = recovered(node).event;
    if (event !== undefined) {
        const term = lowering.scope.terms.find(name)[0]?.term;
        if (term === undefined && lowering.scope.anchor(name) === undefined) reportUndeclaredAnchor(lowering, node, name, true);
        return { name: term?.id ?? name, event: ANCHOR_EVENTS[event] };
    }
    const declared = lowering.scope.anchor(name);
    if (declared === undefined) reportUndeclaredAnchor(lowering, node, name, false);
    return { name: declared ?? name, event: null };
}

function endpoint(anchor: ModelAnchor, duration?: ModelDuration, direction: 'before' | 'after' = 'before', open = false): Endpoint {
    return { anchor, offset: duration === undefined ? null : { duration, direction }, open };
}

/** Lowers a written window to the stretch of time it means, closed at both ends unless it says before, after, more or less than. */
export function lowerWindow(lowering: Lowering, node: Window): ModelWindow {
    const parts = recovered(node);
    const anchor = (): ModelAnchor => lowerAnchor(lowering, parts.anchor);
    const duration = (): ModelDuration => lowerDuration(lowering, parts.duration);
    if (parts.bound !== undefined) return boundedWindow(anchor(), duration(), parts.bound, parts.direction === 'after' ? 'after' : 'before');
    switch (parts.form) {
        case 'within': {
            const at = anchor();
            const length = duration();
            if (parts.direction === undefined) reportMissingDirection(lowering, node);
            if (parts.direction === 'after') return { form: 'within', from: endpoint(at), to: endpoint(at, length, 'after'), written: true };
            if (parts.direction === 'around') return { form: 'within', from: endpoint(at, length), to: endpoint(at, length, 'after'), written: true };
            return { form: 'within', from: endpoint(at, length), to: endpoint(at), written: true };
        }
        case 'between': {
            if (parts.upper === undefined)
                return { form: 'between', from: endpoint(anchor()), to: endpoint(lowerAnchor(lowering, parts.endAnchor)), written: true };
            const at = anchor();
            const ends = [duration(), lowerDuration(lowering, parts.upper)] as const;
            const direction = parts.direction === 'after' ? 'after' : 'before';
            // 'between 6 and 12 months before': the longer time is the earlier end; which one it is, is for the calendar to say.
            const [far, near] = direction === 'before' ? [ends[1], ends[0]] : [ends[0], ends[1]];
            return { form: 'between', from: endpoint(at, far, direction), to: endpoint(at, near, direction), written: true };
        }
        case 'until': {
            const end = lowerAnchor(lowering, parts.endAnchor);
            const from = parts.anchor === undefined ? lowering.defaultPoint() : anchor();
            const direction = parts.direction === 'before' ? 'before' : 'after';
            return {
                form: 'until',
                from: endpoint(from),
                to: parts.duration === undefined ? endpoint(end) : endpoint(end, duration(), direction),
                written: true,
            };
        }
        case 'at each of': {
            const points = (parts.anchors ?? []).map((point) => lowerAnchor(lowering, point));
            const [first, last] = [points[0] ?? lowering.defaultPoint(), points[points.length - 1] ?? lowering.defaultPoint()];
            return { form: 'at-each-of', from: endpoint(first), to: endpoint(last), points, written: true };
        }
        case 'before':
            return { form: 'before', from: null, to: endpoint(anchor(), undefined, 'before', true), written: true };
        case 'at or before':
            return { form: 'at-or-before', from: null, to: endpoint(anchor()), written: true };
        case 'after':
            return { form: 'after', from: endpoint(anchor(), undefined, 'before', true), to: null, written: true };
        case 'at or after':
            return { form: 'at-or-after', from: endpoint(anchor()), to: null, written: true };
        case 'since':
            return { form: 'since', from: endpoint(anchor()), to: endpoint(lowering.defaultPoint()), written: true };
        case 'during':
            return { form: 'during', from: endpoint(anchor()), to: endpoint(anchor()), written: true };
        default:
            return { form: 'at', from: endpoint(anchor()), to: endpoint(anchor()), written: true };
    }
}

function boundedWindow(anchor: ModelAnchor, duration: ModelDuration, bound: string, direction: 'before' | 'after'): ModelWindow {
    const operator = boundOperator(bound);
    const open = operator === '>' || operator === '<';
    const far = endpoint(anchor, duration, direction, open);
    const atLeast = operator === '>=' || operator === '>';
    if (operator === '=') return { form: 'between', from: far, to: far, written: true };
    if (direction === 'before') {
        return atLeast
            ? { form: 'at-least-before', from: null, to: far, written: true }
            : { form: 'at-most-before', from: far, to: endpoint(anchor), written: true };
    }
    return atLeast ? { form: 'at-least-after', from: far, to: null, written: true } : { form: 'at-most-after', from: endpoint(anchor), to: far, written: true };
}
