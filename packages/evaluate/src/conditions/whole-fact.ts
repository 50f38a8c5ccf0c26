// Facts that say of a condition as a whole that it holds or not: of alternatives ("A or B"), of so many of a list, of what was seen several times.
import type { Condition, Repeated } from '@crit-lang/model/criteria/condition.js';
import type { Context } from '../context.js';
import { sameMeaning } from '../knowledge/same-meaning.js';
import type { WholeFact } from '../patient/facts.js';
import type { Reason } from '../reason.js';
import { boundSatisfies, orderDurations } from '../time/duration-order.js';
import { negationOf } from '../verdict.js';

/** The reason with the verdict of a fact about the whole condition, where the parts leave it unknown. */
export function withWholeFacts(reason: Reason, condition: Condition, context: Context): Reason {
    if (reason.verdict !== 'unknown' || context.patient.wholes.length === 0) return reason;
    for (const fact of context.patient.wholes) {
        if (!says(fact, condition)) continue;
        const verdict = fact.holds ? 'met' : negationOf('met');
        return { ...reason, verdict, because: null, facts: [fact.origin], missing: [] };
    }
    return reason;
}

function says(fact: WholeFact, condition: Condition): boolean {
    if (sameMeaning(fact.condition, condition)) return true;
    return fact.holds && fact.condition.kind === 'repeated' && condition.kind === 'repeated' && saysOften(fact.condition, condition);
}

// Seen on 3 occasions 6 hours apart, it was seen on 2 occasions 4 hours apart.
function saysOften(known: Repeated, asked: Repeated): boolean {
    const sign = Math.sign(known.bound.count - asked.bound.count) as -1 | 0 | 1;
    const often = boundSatisfies(known.bound.operator, sign, asked.bound.operator) === 'met';
    if (!often || !sameMeaning(known.of, asked.of)) return false;
    if (asked.apart === null) return true;
    const order = known.apart === null ? 'unordered' : orderDurations(known.apart, asked.apart, null);
    return order === 'equal' || order === 'greater';
}
