// Evaluates a condition of any kind over a patient: the one place that knows all families of conditions.
import type { Condition } from '@crit-lang/model/criteria/condition.js';
import { evaluateCases } from './conditions/cases.js';
import { evaluateChange } from './conditions/change.js';
import { evaluateComparison } from './conditions/comparison.js';
import { evaluateCount } from './conditions/count.js';
import { evaluateElapsed } from './conditions/elapsed.js';
import { evaluateGrade } from './conditions/grade.js';
import { evaluateAll, evaluateAny, evaluateNot } from './conditions/groups.js';
import { evaluateGuard } from './conditions/guard.js';
import { evaluatePresence } from './conditions/presence.js';
import { evaluateReference } from './conditions/reference.js';
import { evaluateRepeated } from './conditions/repeated.js';
import { evaluateResponse } from './conditions/response.js';
import { evaluateResult } from './conditions/result.js';
import { evaluateStatement, evaluateUnresolved, evaluateUnspecified } from './conditions/statement.js';
import { evaluateFact, evaluateMeets } from './conditions/truth.js';
import { evaluateVague } from './conditions/vague.js';
import { evaluateWashout } from './conditions/washout.js';
import { withWholeFacts } from './conditions/whole-fact.js';
import type { Context } from './context.js';
import type { Reason } from './reason.js';
import { groupReason } from './reason.js';
import { windowAt } from './time/span.js';
import { allOf } from './verdict.js';

/** The verdict on a condition, with its reasons. Never throws on a document that fits the JSON Schema. */
export function evaluateCondition(condition: Condition, context: Context): Reason {
    return withWholeFacts(atEachPoint(condition, context) ?? byKind(condition, context), condition, context);
}

// 'at each of { screening, leukapheresis }' is asked at each of these points.
function atEachPoint(condition: Condition, context: Context): Reason | null {
    if (!('window' in condition) || condition.window?.points === undefined || condition.window.points.length === 0) return null;
    const parts = condition.window.points.map((point) => context.evaluate({ ...condition, window: windowAt(point) }, context));
    return groupReason(condition, allOf(parts.map(({ verdict }) => verdict)), parts);
}

function byKind(condition: Condition, context: Context): Reason {
    switch (condition.kind) {
        case 'all':
            return evaluateAll(condition, context);
        case 'any':
            return evaluateAny(condition, context);
        case 'not':
            return evaluateNot(condition, context);
        case 'count':
            return evaluateCount(condition, context);
        case 'guard':
            return evaluateGuard(condition, context);
        case 'cases':
            return evaluateCases(condition, context);
        case 'vague':
            return evaluateVague(condition, context);
        case 'repeated':
            return evaluateRepeated(condition, context);
        case 'presence': {
            const { term } = condition.what;
            // 'has childbearing potential': a fact about the person, whatever the verb.
            if (term !== null && context.knowledge.term(term)?.kind === 'fact')
                return evaluateFact(
                    { kind: 'fact', term, window: condition.window, ...(condition.range === undefined ? {} : { range: condition.range }) },
                    context,
                );
            return evaluatePresence(condition, context);
        }
        case 'response':
            return evaluateResponse(condition, context);
        case 'compare':
            return evaluateComparison(condition, context);
        case 'grade':
            return evaluateGrade(condition, context);
        case 'result':
            return evaluateResult(condition, context);
        case 'meets':
            return evaluateMeets(condition, context);
        case 'fact':
            return evaluateFact(condition, context);
        case 'change':
            return evaluateChange(condition, context);
        case 'elapsed':
            return evaluateElapsed(condition, context);
        case 'washout':
            return evaluateWashout(condition, context);
        case 'statement':
            return evaluateStatement(condition, context);
        case 'unspecified':
            return evaluateUnspecified(condition, context);
        case 'reference':
            return evaluateReference(condition, context);
        case 'unresolved':
            return evaluateUnresolved(condition);
    }
}
