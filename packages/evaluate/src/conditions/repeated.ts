// A condition that is seen on several occasions, so far apart.
import type { Repeated } from '@crit-lang/model/criteria/condition.js';
import type { Context } from '../context.js';
import type { Reason } from '../reason.js';
import { groupReason } from '../reason.js';

/** Facts say on how many occasions something was seen only as a whole (see whole-fact.ts); without such a fact, only what is never so is settled. */
export function evaluateRepeated(condition: Repeated, context: Context): Reason {
    const { operator, count } = condition.bound;
    const once = context.evaluate(condition.of, context);
    const needsSome = (operator === '>=' && count > 0) || operator === '>' || (operator === '=' && count > 0);
    const plainlyOne = operator === '>=' && count <= 1 && condition.apart === null;
    if (plainlyOne || (once.verdict === 'not-met' && needsSome) || once.verdict === 'not-applicable') return groupReason(condition, once.verdict, [once]);
    if (once.verdict === 'not-met') return groupReason(condition, 'met', [once]);
    return groupReason(condition, 'unknown', [once], 'On how many occasions it was so is not known.');
}
