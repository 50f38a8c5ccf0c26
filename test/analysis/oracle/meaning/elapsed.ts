// How long something is ago, and how long each of several treatments has to be.
import type { Elapsed, Washout } from '@crit-lang/model/criteria/condition.js';
import type { Endpoint, Window } from '@crit-lang/model/criteria/time.js';
import type { ComparisonOperator } from '@crit-lang/model/criteria/value.js';
import { every, opposite, some, type Verdict } from '../verdict.js';
import type { Patient } from './patient.js';
import type { Scope } from './scope.js';
import { before, exceptionFor, presence } from './short-forms.js';

/** "There was one, and none since": the last one lies so far back. */
export function elapsed({ operator, duration, since, orNever, until }: Elapsed, scope: Scope, patient: Patient): Verdict {
    const had = (window: Window): Verdict => patient.verdict(presence(since, window, 'present'), scope);
    const to: Endpoint = { anchor: until, offset: null, open: false };
    const edge: Endpoint = { anchor: until, offset: { duration, direction: 'before' }, open: false };
    const ever = had({ form: 'at-or-before', from: null, to, written: true });
    const after = had(before(until, duration, true));
    const from = had(before(until, duration, false));
    const exactly = had({ form: 'between', from: edge, to: edge, written: true });
    const last: Readonly<Record<ComparisonOperator, Verdict>> = {
        '<': after,
        '<=': from,
        '=': every([exactly, opposite(after)]),
        '>=': every([ever, opposite(after)]),
        '>': every([ever, opposite(from)]),
    };
    return orNever ? some([last[operator], opposite(ever)]) : last[operator];
}

/** One of the treatments was used within its time; what has a row of its own is not meant by the class that it is in. */
export function washout({ anchor, rows }: Washout, scope: Scope, patient: Patient): Verdict {
    return some(
        rows.map((row) => {
            const what = { ...row.what, except: [...row.what.except, ...row.minus.map(exceptionFor)] };
            return patient.verdict(presence(what, before(anchor, row.duration, false), 'exposure'), scope);
        }),
    );
}
