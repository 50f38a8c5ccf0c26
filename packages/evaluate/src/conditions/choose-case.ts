// Tables of cases: which rows apply, and what they say together. Not first-match: which row comes first does not matter.
import type { Condition } from '@crit-lang/model/criteria/condition.js';
import type { Context } from '../context.js';
import type { Reason } from '../reason.js';
import type { Verdict } from '../verdict.js';
import { anyOf, negationOf } from '../verdict.js';

export interface Row {
    when: Condition | null;
    /** What follows where the row applies. */
    then: () => Reason;
}

export interface Chosen {
    verdict: Verdict;
    because: string | null;
    defects: string[];
    parts: Reason[];
}

/** The verdict of the rows that apply or may apply; unknown where they disagree, or where no row applies. */
export function chooseCase(rows: readonly Row[], context: Context): Chosen {
    const whens = rows.map(({ when }) => (when === null ? null : context.evaluate(when, { ...context, polarity: 0 })));
    const otherwise = negationOf(anyOf(whens.flatMap((reason) => reason?.verdict ?? [])));
    const applies = whens.map((reason) => reason?.verdict ?? otherwise);
    const possible = rows
        .map((row, index) => ({ applies: applies[index] ?? 'unknown', row }))
        .filter((each) => each.applies !== 'not-met' && each.applies !== 'not-applicable');
    const results = possible.map((each) => ({ applies: each.applies, reason: each.row.then() }));
    const conditions = whens.flatMap((reason) => reason ?? []);
    if (results.length === 0)
        return { verdict: 'unknown', because: 'No row of the table applies.', defects: ['A table of cases has no row for this patient.'], parts: conditions };
    const verdicts = [...new Set(results.map(({ reason }) => reason.verdict))];
    const [only] = verdicts;
    const sure = new Set(results.filter((each) => each.applies === 'met').map(({ reason }) => reason.verdict));
    const clash = sure.has('met') && sure.has('not-met');
    const settling = results.every((each) => each.applies === 'met') ? [] : conditions.filter(({ verdict }) => verdict === 'unknown');
    const parts = [...settling, ...results.map(({ reason }) => reason)];
    if (verdicts.length === 1 && only !== undefined) {
        return {
            verdict: only,
            because: settling.length > 0 && only !== 'unknown' ? 'Whichever row applies, the result is the same.' : null,
            defects: [],
            parts,
        };
    }
    return {
        verdict: 'unknown',
        because: clash ? 'Several rows of the table apply, and they contradict each other.' : 'Which row of the table applies is not known.',
        defects: clash ? ['Several rows of a table of cases apply to this patient, with different results.'] : [],
        parts,
    };
}
