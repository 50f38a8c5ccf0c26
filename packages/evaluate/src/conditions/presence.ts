// has, had, ever had, onset of, diagnosed with; uses, used, started, stopped, plans.
import type { Condition, Presence } from '@crit-lang/model/criteria/condition.js';
import type { CountBound } from '@crit-lang/model/criteria/value.js';
import type { Context } from '../context.js';
import { clockFor, isClosed } from '../context.js';
import { key } from '../knowledge/knowledge.js';
import type { Origin, PresenceFact } from '../patient/facts.js';
import type { Judgement, Reason } from '../reason.js';
import { leafReason, notApplicable } from '../reason.js';
import { boundSatisfies } from '../time/duration-order.js';
import { areDisjoint, isInside, singlePoint } from '../time/span.js';
import type { Truth } from '../verdict.js';
import { conditionWords } from '../words/condition-words.js';
import { matchPresence, rulesOut } from './presence-match.js';
import type { PresenceQuery } from './presence-query.js';
import { presenceQuery } from './presence-query.js';
import { refinementsHold } from './refinement.js';

/** A fact that may be what is asked, and whether it is. */
export interface Match {
    term: string;
    truth: Truth;
    origin: Origin;
}

/** `shown` is the condition as the rule has it, where it stands under a word that nothing defines. */
export function evaluatePresence(condition: Presence, context: Context, qualifiers: readonly string[] = [], shown: Condition = condition): Reason {
    const query = presenceQuery(condition, qualifiers, context);
    if (query === 'replaced') return notApplicable(shown, 'Another criterion stands in place of this one for it.');
    if (query === null) return leafReason(shown, withoutIndex());
    return leafReason(shown, judgePresence(query, conditionWords(shown), context));
}

export function withoutIndex(): Judgement {
    return { verdict: 'unknown', because: 'The cohort has no index disease.', facts: [], missing: ['which disease the cohort is for'] };
}

/** The facts that are, or may be, what is asked. */
export function presenceMatches(query: PresenceQuery, context: Context): Match[] {
    return candidates(query, context).map(({ fact, truth }) => ({ term: fact.term, truth, origin: fact.origin }));
}

interface Candidate {
    fact: PresenceFact;
    truth: Truth;
}

function candidates(query: PresenceQuery, context: Context): Candidate[] {
    return context.patient.presences
        .filter((fact) => fact.holds)
        .map((fact) => ({ fact, truth: matchPresence(fact, query, context) }))
        .filter(({ truth }) => truth !== 'not-met');
}

/** Whether what is asked was there, as the facts say or their silence does. */
export function judgePresence(query: PresenceQuery, words: string, context: Context): Judgement {
    const found = candidates(query, context);
    const sure = found.filter(({ truth }) => truth === 'met');
    const denied = context.patient.presences.filter((fact) => !fact.holds && rulesOut(fact, query, context));
    const excluded = denied.length > 0 ? denied.map(({ origin }) => origin) : [...deniedByTruths(query, context), ...disjointWith(query, context)];
    if (sure.length > 0 && excluded.length > 0) return contradiction([...sure.map(({ fact }) => fact.origin), ...excluded]);
    if (query.times !== null && excluded.length === 0) return judgeTimes(query.times, query, found, words, context);
    if (sure.length > 0) return { verdict: 'met', because: null, facts: sure.map(({ fact }) => fact.origin), missing: [] };
    if (excluded.length > 0) return { verdict: 'not-met', because: null, facts: excluded, missing: [] };
    if (found.length === 0 && isClosed(context, query.what.term)) return absent();
    // What narrows it cannot hold, so neither can it, whatever else the record leaves open.
    if (refinementsHold([], query.refinements, { window: query.window, closed: false }, context) === 'not-met')
        return { verdict: 'not-met', because: 'What it is narrowed by does not hold.', facts: [], missing: [] };
    return unsettled(found, words);
}

function absent(): Judgement {
    return { verdict: 'not-met', because: 'It is not mentioned, and nothing else is the case.', facts: [], missing: [] };
}

function unsettled(found: readonly Candidate[], words: string): Judgement {
    const because = found.length === 0 ? 'Nothing is said about it.' : 'What is said does not settle it.';
    return { verdict: 'unknown', because, facts: found.map(({ fact }) => fact.origin), missing: [`whether: ${words}`] };
}

export function contradiction(facts: Origin[]): Judgement {
    const because = 'The facts contradict each other.';
    return {
        verdict: 'unknown',
        because,
        facts,
        missing: ['which of the contradicting facts is right'],
        defects: [`The patient's facts contradict each other: ${facts.map(({ words }) => words).join(' / ')}.`],
    };
}

// What implies a fact about the person is absent where that does not hold.
function deniedByTruths(query: PresenceQuery, context: Context): Origin[] {
    const { term } = query.what;
    if (term === null || query.aspect === 'planned' || query.aspect === 'diagnosis') return [];
    const follows = context.knowledge.followsFrom(term);
    return context.patient.truths
        .filter((fact) => !fact.holds && follows.has(key(fact.term)) && isInside(query.span, fact.span, clockFor(context, term)))
        .map(({ origin }) => origin);
}

// At one point in time, what cannot hold together with something that is there is absent.
function disjointWith(query: PresenceQuery, context: Context): Origin[] {
    const term = query.what.term;
    if (term === null || (query.aspect !== 'present' && query.aspect !== 'exposure')) return [];
    const clock = clockFor(context, term);
    if (singlePoint(query.span, clock) === null) return [];
    return context.patient.presences
        .filter(
            (fact) =>
                fact.holds &&
                (fact.aspect === 'present' || fact.aspect === 'exposure') &&
                isInside(fact.span, query.span, clock) &&
                context.knowledge.areDisjoint(fact.term, term),
        )
        .map(({ origin }) => origin);
}

// 'at least 2 times': a fact stands for the times that it says, else for one; facts whose times surely differ add up.
function judgeTimes(bound: CountBound, query: PresenceQuery, found: readonly Candidate[], words: string, context: Context): Judgement {
    const facts = found.map(({ fact }) => fact.origin);
    const sure = found.filter(({ truth }) => truth === 'met').map(({ fact }) => fact);
    const least = leastTimes(sure, context);
    const closed =
        isClosed(context, query.what.term) &&
        found.every(({ fact }) => fact.times === null || fact.times.operator === '=' || fact.times.operator === '<=' || fact.times.operator === '<');
    const most = closed
        ? found.reduce((sum, { fact }) => sum + (fact.times === null ? 1 : fact.times.operator === '<' ? fact.times.count - 1 : fact.times.count), 0)
        : Infinity;
    const verdict = countSatisfies(least, most, bound);
    const because = most === least ? `${least} counted.` : `At least ${least} counted.`;
    return verdict === 'unknown' ? { verdict, because, facts, missing: [`how often: ${words}`] } : { verdict, because, facts, missing: [] };
}

function leastTimes(facts: readonly PresenceFact[], context: Context): number {
    const counts = facts.map(({ times }) =>
        times === null ? 1 : times.operator === '>=' || times.operator === '=' ? times.count : times.operator === '>' ? times.count + 1 : 0,
    );
    const apart = facts.every((one, index) => facts.slice(index + 1).every((other) => areDisjoint(one.span, other.span, clockFor(context, one.term))));
    return apart ? counts.reduce((sum, count) => sum + count, 0) : Math.max(0, ...counts);
}

/** Whether a number between `least` and `most` satisfies the bound. */
export function countSatisfies(least: number, most: number, { operator, count }: CountBound): Truth {
    if (least === most) return boundSatisfies('=', Math.sign(least - count) as -1 | 0 | 1, operator);
    switch (operator) {
        case '>=':
            return least >= count ? 'met' : most < count ? 'not-met' : 'unknown';
        case '>':
            return least > count ? 'met' : most <= count ? 'not-met' : 'unknown';
        case '<=':
            return most <= count ? 'met' : least > count ? 'not-met' : 'unknown';
        case '<':
            return most < count ? 'met' : least >= count ? 'not-met' : 'unknown';
        case '=':
            return least > count || most < count ? 'not-met' : 'unknown';
    }
}
