// Verdicts as formulas: when a condition is met, when it is not, and when it does not apply. Where none of them holds it is undecided.
import { FALSE, type Formula, type Formulas, not } from '../encode/formulas.js';

/** `met` and `unmet` are not both true; a contradictory table of cases leaves both false. */
export interface Verdict {
    readonly met: Formula;
    readonly unmet: Formula;
    readonly inapplicable: Formula;
}

export const decided = (met: Formula): Verdict => ({ met, unmet: not(met), inapplicable: FALSE });

export const NEVER_APPLIES: Verdict = { met: FALSE, unmet: FALSE, inapplicable: not(FALSE) };

export function allOf(parts: readonly Verdict[], formulas: Formulas): Verdict {
    const inapplicable = parts.length === 0 ? FALSE : formulas.and(parts.map((part) => part.inapplicable));
    const met = formulas.and([...parts.map((part) => formulas.or([part.met, part.inapplicable])), not(inapplicable)]);
    return { met, unmet: formulas.or(parts.map((part) => part.unmet)), inapplicable };
}

export function anyOf(parts: readonly Verdict[], formulas: Formulas): Verdict {
    return opposite(allOf(parts.map(opposite), formulas));
}

export const opposite = ({ met, unmet, inapplicable }: Verdict): Verdict => ({ met: unmet, unmet: met, inapplicable });

/** The first where `given` holds, else the second. */
export function choose(given: Formula, first: Verdict, second: Verdict, formulas: Formulas): Verdict {
    const pick = (one: Formula, other: Formula): Formula =>
        one === other ? one : formulas.or([formulas.and([given, one]), formulas.and([not(given), other])]);
    return {
        met: pick(first.met, second.met),
        unmet: pick(first.unmet, second.unmet),
        inapplicable: pick(first.inapplicable, second.inapplicable),
    };
}
