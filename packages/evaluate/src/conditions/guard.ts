// if and unless: lines that are only for some. Where they do not apply, they neither fail an inclusion nor trigger an exclusion.
import type { Guard } from '@crit-lang/model/criteria/condition.js';
import type { Context } from '../context.js';
import type { Reason } from '../reason.js';
import { groupReason } from '../reason.js';
import type { Verdict } from '../verdict.js';
import { negationOf } from '../verdict.js';

export function evaluateGuard(condition: Guard, context: Context): Reason {
    const when = context.evaluate(condition.when, { ...context, polarity: 0 });
    const applies = condition.form === 'if' ? when.verdict : negationOf(when.verdict);
    if (applies === 'met') {
        const then = context.evaluate(condition.then, context);
        return groupReason(condition, then.verdict, [when, then]);
    }
    const otherwise = condition.otherwise === null ? null : context.evaluate(condition.otherwise, context);
    if (applies === 'not-met' || applies === 'not-applicable') {
        if (otherwise !== null) return groupReason(condition, otherwise.verdict, [when, otherwise]);
        return groupReason(condition, 'not-applicable', [when], 'It is not for this patient.');
    }
    const then = context.evaluate(condition.then, context);
    // In an inclusion, not to apply is as good as to be met; in an exclusion, as not to be met.
    const silence: Verdict = condition.then.kind === 'any' ? 'not-met' : 'met';
    const ways = [then.verdict, otherwise?.verdict ?? silence].map((verdict) => (verdict === 'not-applicable' ? silence : verdict));
    const [first, second] = ways;
    const parts = [when, then, ...(otherwise === null ? [] : [otherwise])];
    if (first !== undefined && first === second && first !== 'unknown')
        return groupReason(condition, first, parts, 'Whether it applies is not known, and makes no difference.');
    return groupReason(condition, 'unknown', parts, 'Whether it applies to this patient is not known.');
}
