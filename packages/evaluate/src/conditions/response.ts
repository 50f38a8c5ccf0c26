// Inadequate response, loss of response, intolerance, contraindication, relapse.
import type { Condition, Presence, Refinement, Response, TermSelection } from '@crit-lang/model/criteria/condition.js';
import type { Window } from '@crit-lang/model/criteria/time.js';
import type { Context } from '../context.js';
import { clockFor, isClosed, windowOf } from '../context.js';
import { isPartOf, isSelected, withIndex, without } from '../knowledge/selection.js';
import { meaningKey } from '../knowledge/same-meaning.js';
import type { ResponseFact } from '../patient/facts.js';
import type { Judgement, Reason } from '../reason.js';
import { leafReason, notApplicable } from '../reason.js';
import { lastingSatisfies } from '../time/duration-order.js';
import type { Span } from '../time/span.js';
import { areDisjoint, isInside, spanOf, upTo } from '../time/span.js';
import type { Truth } from '../verdict.js';
import { every, some } from '../verdict.js';
import { conditionWords } from '../words/condition-words.js';
import type { Match } from './presence.js';
import { contradiction, withoutIndex } from './presence.js';
import { qualifiersMatch } from './presence-match.js';
import { exceptionApplies, plainText, refinementsHold } from './refinement.js';

export interface ResponseQuery {
    condition: Response;
    to: TermSelection;
    window: Window;
    span: Span;
    refinements: readonly Refinement[];
    qualifiers: readonly string[];
}

export function evaluateResponse(condition: Response, context: Context, qualifiers: readonly string[] = [], shown: Condition = condition): Reason {
    const query = responseQuery(condition, qualifiers, context);
    if (query === 'replaced') return notApplicable(shown, 'Another criterion stands in place of this one for it.');
    return leafReason(shown, query === null ? withoutIndex() : judge(query, conditionWords(shown), context));
}

export function responseQuery(condition: Response, qualifiers: readonly string[], context: Context): ResponseQuery | 'replaced' | null {
    const resolved = withIndex(condition.to, context.index);
    if (resolved === null) return null;
    const to = without(resolved, context.replaced, context.knowledge);
    if (to === null) return 'replaced';
    const window = windowOf(condition.window, context);
    return { condition, to, window, span: spanOf(window), refinements: condition.refinements, qualifiers };
}

/** The responses that are, or may be, what is asked. */
export function responseMatches(query: ResponseQuery, context: Context): Match[] {
    return context.patient.responses
        .filter((fact) => fact.holds)
        .map((fact) => ({ term: fact.term, truth: match(fact, query, context), origin: fact.origin }))
        .filter(({ truth }) => truth !== 'not-met');
}

function judge(query: ResponseQuery, words: string, context: Context): Judgement {
    const found = responseMatches(query, context);
    const sure = found.filter(({ truth }) => truth === 'met').map(({ origin }) => origin);
    const denied = context.patient.responses.filter((fact) => !fact.holds && rulesOut(fact, query, context)).map(({ origin }) => origin);
    if (sure.length > 0 && denied.length > 0) return contradiction([...sure, ...denied]);
    if (sure.length > 0) return { verdict: 'met', because: null, facts: sure, missing: [] };
    if (denied.length > 0) return { verdict: 'not-met', because: null, facts: denied, missing: [] };
    if (found.length === 0 && isClosed(context, query.to.term))
        return { verdict: 'not-met', because: 'It is not mentioned, and nothing else is the case.', facts: [], missing: [] };
    const untreated = neverExposed(query, context);
    if (untreated !== null) return untreated;
    const because = found.length === 0 ? 'Nothing is said about it.' : 'What is said does not settle it.';
    return { verdict: 'unknown', because, facts: found.map(({ origin }) => origin), missing: [`whether: ${words}`] };
}

function match(fact: ResponseFact, query: ResponseQuery, context: Context): Truth {
    const closed = isClosed(context, query.to.term);
    const about = { window: query.window, closed };
    const selected = isSelected(fact.term, query.to, context.knowledge, (exception) => exceptionApplies(fact.refinements, exception, about, context));
    if (selected === 'not-met') return 'not-met';
    const clock = clockFor(context, fact.term);
    const asked = query.condition.responses;
    const kinds: Truth = fact.responses.every((each) => asked.includes(each))
        ? 'met'
        : fact.responses.some((each) => asked.includes(each))
          ? 'unknown'
          : 'not-met';
    const time: Truth = isInside(fact.span, query.span, clock) ? 'met' : areDisjoint(fact.span, query.span, clock) ? 'not-met' : 'unknown';
    return every([
        selected,
        kinds,
        time,
        usedSoLong(fact, query, context),
        refinementsHold(fact.refinements, query.refinements, about, context),
        qualifiersMatch(fact.qualifiers, query.qualifiers, closed),
    ]);
}

// 'used for at least 3 months' is said of the exposure, so what is known of the same drug's use counts too.
function usedSoLong(fact: ResponseFact, query: ResponseQuery, context: Context): Truth {
    const clock = clockFor(context, fact.term);
    const uses = context.patient.presences.filter(
        (use) => use.holds && (use.aspect === 'exposure' || use.aspect === 'present') && use.lasting !== null && context.knowledge.isA(use.term, fact.term),
    );
    const answers = [fact.lasting, ...uses.map(({ lasting }) => lasting)].map((lasting) => lastingSatisfies(lasting, query.condition.lasting, clock.halfLife));
    if (fact.lasting !== null && answers[0] !== 'unknown') return answers[0] ?? 'unknown';
    return some(answers);
}

function rulesOut(absent: ResponseFact, query: ResponseQuery, context: Context): boolean {
    const clock = clockFor(context, query.to.term);
    const asked = new Set(query.refinements.map(meaningKey));
    const words = new Set(query.qualifiers.map(plainText));
    return (
        query.condition.responses.every((each) => absent.responses.includes(each)) &&
        isPartOf(query.to, absent.to, context.knowledge) &&
        isInside(query.span, absent.span, clock) &&
        absent.refinements.every((refinement) => asked.has(meaningKey(refinement))) &&
        absent.qualifiers.every((qualifier) => words.has(plainText(qualifier))) &&
        (absent.lasting === null || lastingSatisfies(query.condition.lasting, absent.lasting, clock.halfLife) === 'met')
    );
}

// Who never had a treatment has not failed it; a contraindication needs no exposure.
function neverExposed(query: ResponseQuery, context: Context): Judgement | null {
    if (query.condition.responses.includes('contraindication')) return null;
    const span = upTo(query.span);
    const exposure: Presence = {
        kind: 'presence',
        aspect: 'exposure',
        verb: 'ever used',
        what: query.to,
        window: { form: 'ever', from: null, to: query.window.to, written: span.to !== null && query.window.written },
        refinements: [],
        lasting: null,
        times: null,
        stableDose: null,
        method: null,
    };
    const reason = context.evaluate(exposure, context);
    return reason.verdict === 'not-met'
        ? { verdict: 'not-met', because: reason.because ?? 'The treatment was never used.', facts: reason.facts, missing: [] }
        : null;
}
