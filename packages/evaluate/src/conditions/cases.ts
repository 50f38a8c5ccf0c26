// A table of conditions, chosen by the patient's situation.
import type { Cases } from '@crit-lang/model/criteria/condition.js';
import type { Context } from '../context.js';
import type { Reason } from '../reason.js';
import { groupReason } from '../reason.js';
import { chooseCase } from './choose-case.js';

export function evaluateCases(condition: Cases, context: Context): Reason {
    const rows = condition.rows.map(({ when, then }) => ({ when, then: () => context.evaluate(then, context) }));
    const { verdict, because, defects, parts } = chooseCase(rows, context);
    return groupReason(condition, verdict, parts, because, defects);
}
