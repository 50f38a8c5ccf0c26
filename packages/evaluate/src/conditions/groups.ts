// all of, any of, not.
import type { AllOf, AnyOf, Not } from '@crit-lang/model/criteria/condition.js';
import type { Context } from '../context.js';
import type { Reason } from '../reason.js';
import { groupReason } from '../reason.js';
import { allOf, anyOf, negationOf } from '../verdict.js';

export function evaluateAll(condition: AllOf, context: Context): Reason {
    const parts = condition.of.map((part) => context.evaluate(part, context));
    return groupReason(condition, allOf(parts.map(({ verdict }) => verdict)), parts);
}

export function evaluateAny(condition: AnyOf, context: Context): Reason {
    const parts = condition.of.map((part) => context.evaluate(part, context));
    return groupReason(condition, anyOf(parts.map(({ verdict }) => verdict)), parts);
}

export function evaluateNot(condition: Not, context: Context): Reason {
    const polarity = context.polarity === 0 ? 0 : context.polarity === 1 ? -1 : 1;
    const part = context.evaluate(condition.of, { ...context, polarity });
    return groupReason(condition, negationOf(part.verdict), [part]);
}
