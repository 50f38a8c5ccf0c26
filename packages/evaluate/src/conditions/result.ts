// Test results: positive, negative, detectable.
import type { Condition, TestResult, TermSelection } from '@crit-lang/model/criteria/condition.js';
import type { Window } from '@crit-lang/model/criteria/time.js';
import type { Context } from '../context.js';
import { clockFor, windowOf } from '../context.js';
import { isPartOf, isSelected, sameTerm, withIndex, without } from '../knowledge/selection.js';
import { meaningKey } from '../knowledge/same-meaning.js';
import type { ResultFact } from '../patient/facts.js';
import type { Judgement, Reason } from '../reason.js';
import { leafReason, notApplicable } from '../reason.js';
import type { Span } from '../time/span.js';
import { areDisjoint, isInside, singlePoint, spanOf } from '../time/span.js';
import type { Truth } from '../verdict.js';
import { every } from '../verdict.js';
import { conditionWords } from '../words/condition-words.js';
import type { Match } from './presence.js';
import { contradiction } from './presence.js';
import { exceptionApplies, plainText, refinementsHold } from './refinement.js';

export interface ResultQuery {
    condition: TestResult;
    test: TermSelection;
    window: Window;
    span: Span;
}

export function evaluateResult(condition: TestResult, context: Context, shown: Condition = condition): Reason {
    const query = resultQuery(condition, context);
    if (query === null) return notApplicable(shown, 'Another criterion stands in place of this one for it.');
    return leafReason(shown, judge(query, conditionWords(shown), context));
}

/** Null where another criterion stands for all of it. */
export function resultQuery(condition: TestResult, context: Context): ResultQuery | null {
    const test = without(withIndex(condition.test, context.index) ?? condition.test, context.replaced, context.knowledge);
    const window = windowOf(condition.window, context);
    return test === null ? null : { condition, test, window, span: spanOf(window) };
}

/** Results that are, or may be, what is asked. */
export function resultMatches(query: ResultQuery, context: Context): Match[] {
    return context.patient.results
        .filter((fact) => fact.holds)
        .map((fact) => ({ term: fact.term, truth: match(fact, query, context), origin: fact.origin }))
        .filter(({ truth }) => truth !== 'not-met');
}

function judge(query: ResultQuery, words: string, context: Context): Judgement {
    const found = resultMatches(query, context);
    const sure = found.filter(({ truth }) => truth === 'met').map(({ origin }) => origin);
    const denied = [...context.patient.results.filter((fact) => !fact.holds && rulesOut(fact, query, context)), ...otherResults(query, context)].map(
        ({ origin }) => origin,
    );
    if (sure.length > 0 && denied.length > 0) return contradiction([...sure, ...denied]);
    if (sure.length > 0) return { verdict: 'met', because: null, facts: sure, missing: [] };
    if (denied.length > 0) return { verdict: 'not-met', because: null, facts: denied, missing: [] };
    const because = found.length === 0 ? 'The result is not given.' : 'What is said does not settle it.';
    return { verdict: 'unknown', because, facts: found.map(({ origin }) => origin), missing: [`whether: ${words}`] };
}

function match(fact: ResultFact, query: ResultQuery, context: Context): Truth {
    if (plainText(fact.result) !== plainText(query.condition.result)) return 'not-met';
    const about = { window: query.window, closed: false };
    const selected = isSelected(fact.term, query.test, context.knowledge, (exception) => exceptionApplies(fact.refinements, exception, about, context));
    if (selected === 'not-met') return 'not-met';
    const clock = clockFor(context, null);
    const time: Truth = isInside(fact.span, query.span, clock) ? 'met' : areDisjoint(fact.span, query.span, clock) ? 'not-met' : 'unknown';
    const { method } = query.condition;
    const sameMethod: Truth = method === null || (fact.method !== null && plainText(fact.method) === plainText(method)) ? 'met' : 'unknown';
    return every([selected, time, sameMethod, refinementsHold(fact.refinements, query.condition.refinements, about, context)]);
}

function rulesOut(absent: ResultFact, query: ResultQuery, context: Context): boolean {
    const { result, method, refinements } = query.condition;
    const asked = new Set(refinements.map(meaningKey));
    return (
        plainText(absent.result) === plainText(result) &&
        isPartOf(query.test, absent.test, context.knowledge) &&
        isInside(query.span, absent.span, clockFor(context, null)) &&
        (absent.method === null || absent.method === method) &&
        absent.refinements.every((refinement) => asked.has(meaningKey(refinement)))
    );
}

// At one point in time a test has one result: another one rules out the one that is asked. Of a class of tests, or of a kind of the test, that says nothing.
function otherResults(query: ResultQuery, context: Context): ResultFact[] {
    const clock = clockFor(context, null);
    const { test, condition } = query;
    if (singlePoint(query.span, clock) === null || test.any) return [];
    return context.patient.results.filter(
        (fact) =>
            fact.holds &&
            fact.method === condition.method &&
            plainText(fact.result) !== plainText(condition.result) &&
            sameTerm(fact.term, test.term) &&
            isInside(fact.span, query.span, clock),
    );
}
