// Holds one fact about a condition, drug, procedure or event against what a criterion asks.
import type { Aspect } from '@crit-lang/model/criteria/condition.js';
import type { Context } from '../context.js';
import { clockFor, isClosed } from '../context.js';
import { isPartOf, isSelected, plainSelection } from '../knowledge/selection.js';
import { meaningKey, sameMeaning } from '../knowledge/same-meaning.js';
import type { PresenceFact } from '../patient/facts.js';
import { lastingSatisfies } from '../time/duration-order.js';
import type { Clock } from '../time/point.js';
import type { Span } from '../time/span.js';
import { areDisjoint, endsBefore, isInside, singlePoint, stretchBefore, surelyMeet, upTo } from '../time/span.js';
import type { Truth } from '../verdict.js';
import { every } from '../verdict.js';
import type { PresenceQuery } from './presence-query.js';
import { exceptionApplies, plainText, refinementsHold } from './refinement.js';

/** Whether what this fact speaks of is what is asked. */
export function matchPresence(fact: PresenceFact, query: PresenceQuery, context: Context): Truth {
    const closed = isClosed(context, query.what.term);
    const about = { window: query.window, closed };
    // Where the record is closed, a kind that it does not name is of no named kind.
    const someKind = fact.someKind && !closed;
    const selected = isSelected(
        fact.term,
        query.what,
        context.knowledge,
        (exception) => exceptionApplies(fact.refinements, exception, about, context),
        someKind,
    );
    if (selected === 'not-met') return 'not-met';
    const clock = clockFor(context, fact.term);
    return every([
        selected,
        timeMatches(fact, query, clock),
        refinementsHold(fact.refinements, query.refinements, about, context),
        qualifiersMatch(fact.qualifiers, query.qualifiers, closed),
        lastingSatisfies(fact.lasting, query.lasting, clock.halfLife),
        stableMatches(fact, query, clock),
        query.method === null || (fact.method !== null && plainText(fact.method) === plainText(query.method)) ? 'met' : 'unknown',
    ]);
}

/** "severe" is a fact of its own: where the record is closed and does not say it, it is not so. */
export function qualifiersMatch(known: readonly string[], asked: readonly string[], closed: boolean): Truth {
    const missing = asked.some((qualifier) => !known.some((each) => plainText(each) === plainText(qualifier)));
    return missing ? (closed ? 'not-met' : 'unknown') : 'met';
}

const OCCURS: ReadonlySet<Aspect> = new Set<Aspect>(['present', 'exposure']);

function timeMatches(fact: PresenceFact, query: PresenceQuery, clock: Clock): Truth {
    if (fact.aspect === 'planned' || query.aspect === 'planned') return fact.aspect === query.aspect ? lies(fact.span, query.span, clock) : 'not-met';
    if (OCCURS.has(query.aspect)) return occurs(fact, query, clock);
    if (fact.aspect === query.aspect) return lies(fact.span, query.span, clock);
    switch (query.aspect) {
        case 'onset':
        case 'start':
            if (fact.aspect === 'onset' || fact.aspect === 'start') return lies(fact.span, query.span, clock);
            // What was there before the window began in it at most a second time.
            return endsBefore(fact.span, query.span, clock) ? 'not-met' : 'unknown';
        case 'stop':
            return endsBefore(query.span, fact.span, clock) ? 'not-met' : 'unknown';
        case 'diagnosis':
            // What the record knows to be there has been diagnosed, though it does not say when.
            return query.window.form === 'ever' && isInside(fact.span, query.span, clock) ? 'met' : 'unknown';
        default:
            return 'unknown';
    }
}

// Onset, start and stop are moments at which it is there; a diagnosis says that it was there by then.
function occurs(fact: PresenceFact, query: PresenceQuery, clock: Clock): Truth {
    if (fact.aspect === 'diagnosis') return lies(upTo(fact.span), query.span, clock);
    const throughout = spanThroughout(fact, clock);
    if (throughout !== null && surelyMeet(throughout, query.span, clock)) return 'met';
    const found = lies(fact.span, query.span, clock);
    // How far back it reaches is only known to be at least so long.
    return found === 'not-met' && fact.lasting !== null && endsBefore(query.span, fact.span, clock) ? 'unknown' : found;
}

/** 'uses X for at least 6 months': X is in use through all of these months. */
function spanThroughout(fact: PresenceFact, clock: Clock): Span | null {
    if (fact.lasting === null || fact.lasting.operator === '<' || fact.lasting.operator === '<=') return null;
    const point = singlePoint(fact.span, clock);
    return point === null ? null : stretchBefore(point, fact.lasting.duration, false);
}

function lies(known: Span, asked: Span, clock: Clock): Truth {
    if (isInside(known, asked, clock)) return 'met';
    return areDisjoint(known, asked, clock) ? 'not-met' : 'unknown';
}

function stableMatches(fact: PresenceFact, query: PresenceQuery, clock: Clock): Truth {
    if (query.stableDose === null) return 'met';
    if (fact.stableDose === null) return 'unknown';
    if (query.stableDose.before !== null && !sameMeaning(fact.stableDose.before, query.stableDose.before)) return 'unknown';
    return lastingSatisfies(fact.stableDose.bound, query.stableDose.bound, clock.halfLife);
}

/** Whether a fact that something is absent rules out what is asked: all that is asked would be what is absent. */
export function rulesOut(absent: PresenceFact, query: PresenceQuery, context: Context): boolean {
    const term = query.what.term;
    if (term === null) return false;
    const clock = clockFor(context, term);
    if (!spanRulesOut(absent, query, clock)) return false;
    if (!isNarrower(absent, query, clock)) return false;
    if (isPartOf(query.what, absent.what, context.knowledge)) return true;
    // Without female sex nobody is pregnant: what implies something absent is absent too.
    return (
        absent.what.except.length === 0 &&
        context.knowledge.impliedBy(term).some((implied) => isPartOf(plainSelection(implied), absent.what, context.knowledge))
    );
}

function spanRulesOut(absent: PresenceFact, query: PresenceQuery, clock: Clock): boolean {
    if (absent.aspect === 'planned' || query.aspect === 'planned') return absent.aspect === query.aspect && isInside(query.span, absent.span, clock);
    if (absent.aspect === query.aspect) return isInside(query.span, absent.span, clock);
    if (!OCCURS.has(absent.aspect)) return false;
    return isInside(query.aspect === 'diagnosis' ? upTo(query.span) : query.span, absent.span, clock);
}

// What is denied is at most as special as what is asked.
function isNarrower(absent: PresenceFact, query: PresenceQuery, clock: Clock): boolean {
    const asked = new Set(query.refinements.map(meaningKey));
    const words = new Set(query.qualifiers.map(plainText));
    return (
        absent.refinements.every((refinement) => asked.has(meaningKey(refinement))) &&
        absent.qualifiers.every((qualifier) => words.has(plainText(qualifier))) &&
        (absent.lasting === null || lastingSatisfies(query.lasting, absent.lasting, clock.halfLife) === 'met') &&
        (absent.times === null || sameMeaning(absent.times, query.times) || (absent.times.operator === '>=' && absent.times.count <= 1)) &&
        (absent.stableDose === null || sameMeaning(absent.stableDose, query.stableDose)) &&
        (absent.method === null || absent.method === query.method)
    );
}
