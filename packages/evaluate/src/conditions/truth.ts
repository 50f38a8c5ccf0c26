// Facts about the person (female, pregnant) and classification criteria that are fulfilled.
import type { Fact, MeetsCriteria } from '@crit-lang/model/criteria/condition.js';
import type { Context } from '../context.js';
import { clockFor, windowOf } from '../context.js';
import { key } from '../knowledge/knowledge.js';
import type { Origin } from '../patient/facts.js';
import type { Judgement, Reason } from '../reason.js';
import { leafReason, notApplicable } from '../reason.js';
import { isInside, singlePoint, spanOf } from '../time/span.js';
import { conditionWords } from '../words/condition-words.js';
import { contradiction } from './presence.js';

export function evaluateFact(condition: Fact, context: Context): Reason {
    return evaluateTruth(condition, condition.term, context);
}

export function evaluateMeets(condition: MeetsCriteria, context: Context): Reason {
    return evaluateTruth(condition, condition.criteria, context);
}

function evaluateTruth(condition: Fact | MeetsCriteria, term: string, context: Context): Reason {
    if ([...context.replaced].some((replaced) => context.knowledge.isA(term, replaced)))
        return notApplicable(condition, 'Another criterion stands in place of this one for it.');
    return leafReason(condition, judge(condition, term, context));
}

function judge(condition: Fact | MeetsCriteria, term: string, context: Context): Judgement {
    const { knowledge, patient } = context;
    const clock = clockFor(context, null);
    const span = spanOf(windowOf(condition.window, context));
    const wanted = key(term);
    const positive = patient.truths.filter((fact) => fact.holds && knowledge.followsFrom(fact.term).has(wanted) && isInside(fact.span, span, clock));
    const negative = patient.truths.filter((fact) => !fact.holds && knowledge.followsFrom(term).has(key(fact.term)) && isInside(span, fact.span, clock));
    // At one point in time, what cannot hold together with something that holds does not.
    const disjoint =
        singlePoint(span, clock) === null
            ? []
            : patient.truths.filter((fact) => fact.holds && isInside(fact.span, span, clock) && knowledge.areDisjoint(fact.term, term));
    const denied = [...negative, ...disjoint];
    const because = (facts: { term: string; origin: Origin }[]): string | null =>
        facts.every((fact) => key(fact.term) === wanted) ? null : `That follows from: ${[...new Set(facts.map(({ origin }) => origin.words))].join(', ')}.`;
    if (positive.length > 0 && denied.length > 0) return contradiction([...positive, ...denied].map(({ origin }) => origin));
    if (positive.length > 0) return { verdict: 'met', because: because(positive), facts: positive.map(({ origin }) => origin), missing: [] };
    if (denied.length > 0) return { verdict: 'not-met', because: because(denied), facts: denied.map(({ origin }) => origin), missing: [] };
    return { verdict: 'unknown', because: 'Nothing is said about it.', facts: [], missing: [`whether: ${conditionWords(condition)}`] };
}
