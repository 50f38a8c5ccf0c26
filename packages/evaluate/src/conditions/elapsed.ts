// "at least 6 months since stroke": how long ago the last one was, and whether never having had one counts.
import type { Elapsed, Presence } from '@crit-lang/model/criteria/condition.js';
import type { Window } from '@crit-lang/model/criteria/time.js';
import type { Context } from '../context.js';
import type { Reason } from '../reason.js';
import { groupReason } from '../reason.js';
import type { Verdict } from '../verdict.js';
import { allOf, anyOf, negationOf } from '../verdict.js';

/** The windows that the time since the last event is about: the stretch just before, and all the time before. */
export function windowsOf({ operator, duration, until }: Pick<Elapsed, 'operator' | 'duration' | 'until'>): { recent: Window; ever: Window; exactly: Window } {
    const to = { anchor: until, offset: null, open: false };
    // "at least 6 months": none nearer than 6 months, and one just 6 months ago is far enough. "more than": that one is too near.
    const open = operator === '>=' || operator === '<' || operator === '=';
    const far = { anchor: until, offset: { duration, direction: 'before' as const }, open: false };
    return {
        recent: { form: 'within', from: { ...far, open }, to, written: true },
        ever: { form: 'at-or-before', from: null, to, written: true },
        exactly: { form: 'between', from: far, to: far, written: true },
    };
}

/** The presence of what the time is counted from, in a window. */
export function presenceSince({ since, range }: Elapsed, window: Window): Presence {
    return {
        kind: 'presence',
        aspect: 'present',
        verb: 'had',
        what: since,
        window,
        refinements: [],
        lasting: null,
        times: null,
        stableDose: null,
        method: null,
        ...(range === undefined ? {} : { range }),
    };
}

export function evaluateElapsed(condition: Elapsed, context: Context): Reason {
    const { operator, orNever } = condition;
    const windows = windowsOf(condition);
    const recent = context.evaluate(presenceSince(condition, windows.recent), context);
    const ever = context.evaluate(presenceSince(condition, windows.ever), context);
    if (operator === '=') {
        const exactly = context.evaluate(presenceSince(condition, windows.exactly), context);
        return groupReason(condition, withNever(allOf([exactly.verdict, negationOf(recent.verdict)]), orNever, ever.verdict), [exactly, recent]);
    }
    const nearer = operator === '<=' || operator === '<';
    if (nearer) return groupReason(condition, withNever(recent.verdict, orNever, ever.verdict), orNever ? [recent, ever] : [recent]);
    const verdict = allOf(orNever ? [negationOf(recent.verdict)] : [negationOf(recent.verdict), ever.verdict]);
    const because = verdict === 'not-met' && ever.verdict === 'not-met' ? 'Somebody who never had it does not count, because "or never" is not written.' : null;
    return groupReason(condition, verdict, orNever ? [recent] : [recent, ever], because);
}

function withNever(verdict: Verdict, orNever: boolean, ever: Verdict): Verdict {
    return orNever ? anyOf([verdict, negationOf(ever)]) : verdict;
}
