// Tables of cases: which rows apply is decided by the patient's situation; rows that apply together have to agree.
import type { Condition } from '@crit-lang/model/criteria/condition.js';
import { type Formula, not } from '../encode/formulas.js';
import type { Context } from './context.js';
import type { Verdict } from './verdicts.js';

export interface Row {
    /** Null for 'otherwise'. */
    readonly when: Condition | null;
    readonly then: () => Verdict;
}

/** Met where some row applies and all rows that apply are met; so too for unmet. Where they disagree, or none applies, it is undecided. */
export function compileTable(rows: readonly Row[], context: Context): Verdict {
    const { formulas } = context.facts;
    const conditions = rows.map(({ when }) => (when === null ? null : context.compile(when, { ...context, polarity: 0, qualifiers: [] }).met));
    const otherwise = not(formulas.or(conditions.filter((each) => each !== null)));
    const applies = conditions.map((each) => each ?? otherwise);
    const results = rows.map(({ then }) => then());
    const some = formulas.or(applies);
    const together = (pick: (verdict: Verdict) => Formula): Formula =>
        formulas.and([some, ...results.map((result, index) => formulas.implies(applies[index] as Formula, pick(result)))]);
    return {
        met: together((verdict) => verdict.met),
        unmet: together((verdict) => verdict.unmet),
        inapplicable: together((verdict) => verdict.inapplicable),
    };
}
