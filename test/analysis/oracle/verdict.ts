// What the documents say of lists, lines that do not apply, and tables: verdicts as texts for z3.
import { and, not, or, type Smt, when } from './smt.js';

/** Where none of the three holds, what is known does not settle it. */
export interface Verdict {
    readonly met: Smt;
    readonly unmet: Smt;
    readonly absent: Smt;
}

export const decided = (met: Smt): Verdict => ({ met, unmet: not(met), absent: 'false' });

/** The line is for other patients. */
export const ABSENT: Verdict = { met: 'false', unmet: 'false', absent: 'true' };

export const opposite = ({ met, unmet, absent }: Verdict): Verdict => ({ met: unmet, unmet: met, absent });

/** Lines that do not apply are as if they were not written. */
export function every(parts: readonly Verdict[]): Verdict {
    if (parts.length === 0) return decided('true');
    const absent = and(parts.map((part) => part.absent));
    return {
        met: and([not(absent), ...parts.map((part) => or([part.met, part.absent]))]),
        unmet: or(parts.map((part) => part.unmet)),
        absent,
    };
}

export const some = (parts: readonly Verdict[]): Verdict => opposite(every(parts.map(opposite)));

export const choose = (given: Smt, first: Verdict, second: Verdict): Verdict => ({
    met: when(given, first.met, second.met),
    unmet: when(given, first.unmet, second.unmet),
    absent: when(given, first.absent, second.absent),
});

/** Not first-match: all rows that apply have to come to the same. */
export function table(rows: readonly { readonly when: Smt | null; readonly then: Verdict }[]): Verdict {
    const otherwise = not(or(rows.flatMap((row) => row.when ?? [])));
    const given = rows.map((row) => row.when ?? otherwise);
    const agreed = (pick: (verdict: Verdict) => Smt): Smt => and([or(given), ...rows.map(({ then }, index) => or([not(given[index] as Smt), pick(then)]))]);
    return { met: agreed((verdict) => verdict.met), unmet: agreed((verdict) => verdict.unmet), absent: agreed((verdict) => verdict.absent) };
}
