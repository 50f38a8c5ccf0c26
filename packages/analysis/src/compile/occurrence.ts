// has, had, uses, diagnosed with, responses, test results, facts about the person, classification criteria: what occurs in a patient.
import type { Fact, MeetsCriteria, Presence, Refinement, Response, TermSelection, TestResult } from '@crit-lang/model/criteria/condition.js';
import type { Window } from '@crit-lang/model/criteria/time.js';
import type { Formula } from '../encode/formulas.js';
import { type Extra, lastingExtra, methodExtra, qualifierExtra, stableDoseExtra } from '../facts/extras.js';
import type { MemberOccurrence, OccurrenceQuery, Track } from '../facts/queries.js';
import { plainText } from '../knowledge/meaning.js';
import { plainSelection, without, withIndex } from '../knowledge/selection.js';
import { spanOf } from '../time/spans.js';
import { type Context, windowIn } from './context.js';
import { conditionalExceptions, narrowing } from './refinements.js';
import { decided, NEVER_APPLIES, type Verdict } from './verdicts.js';

export type Occurring = Presence | Response | TestResult | Fact | MeetsCriteria;

/** What is asked of occurrences, and what else has to hold. */
export interface Asked {
    /** One for each way in which it can be so; any of them will do. */
    readonly queries: readonly OccurrenceQuery[];
    readonly holds: Formula;
}

const TRACKS: Readonly<Record<Presence['aspect'], Track>> = {
    present: 'present',
    exposure: 'present',
    onset: 'onset',
    start: 'onset',
    stop: 'stop',
    diagnosis: 'diagnosis',
    planned: 'planned',
};

export function compileOccurrence(condition: Occurring, context: Context): Verdict {
    const asked = askedBy(condition, context);
    if (asked === 'replaced') return NEVER_APPLIES;
    const { facts } = context;
    if (asked === null) {
        context.opaque(condition, 'It speaks of the index disease, and the cohort has none.');
        return decided(facts.free(`no index disease ${condition.kind}`));
    }
    const times = condition.kind === 'presence' ? condition.times : null;
    const occurs = asked.queries.map((query) => (times === null ? facts.occurs(query) : facts.occursTimes(query, times.operator, times.count)));
    return decided(facts.formulas.and([asked.holds, facts.formulas.or(occurs)]));
}

/** Member by member, for lists in which the members of a class are counted; null where it is not asked in this way. */
export function membersOf(condition: Occurring, context: Context): MemberOccurrence[] | null {
    const asked = askedBy(condition, context);
    if (asked === null || asked === 'replaced' || (condition.kind === 'presence' && condition.times !== null)) return null;
    return asked.queries.flatMap((query) =>
        context.facts.membersThat(query).map((member) => ({ ...member, occurs: context.facts.formulas.and([asked.holds, member.occurs]) })),
    );
}

/** 'replaced' where another criterion stands for all of it; null where the cohort has no index disease that it could speak of. */
function askedBy(condition: Occurring, context: Context): Asked | 'replaced' | null {
    switch (condition.kind) {
        case 'presence': {
            const { aspect, lasting, stableDose, method } = condition;
            const extras = [
                ...(lasting === null ? [] : [lastingExtra(lasting)]),
                ...(stableDose === null ? [] : [stableDoseExtra(stableDose)]),
                ...(method === null ? [] : [methodExtra(method)]),
            ];
            return asking([TRACKS[aspect]], condition.what, condition.window, condition.refinements, extras, context);
        }
        case 'response': {
            const tracks = condition.responses.map((response): Track => `response ${response}`);
            const extras = condition.lasting === null ? [] : [lastingExtra(condition.lasting)];
            return asking(tracks, condition.to, condition.window, condition.refinements, extras, context);
        }
        case 'result': {
            const extras = condition.method === null ? [] : [methodExtra(condition.method)];
            return asking([`result ${plainText(condition.result)}`], condition.test, condition.window, condition.refinements, extras, context);
        }
        case 'fact':
            return asking(['present'], plainSelection(condition.term), condition.window, [], [], context);
        case 'meets':
            return asking(['present'], plainSelection(condition.criteria), condition.window, [], [], context);
    }
}

function asking(
    tracks: readonly Track[],
    selection: TermSelection,
    written: Window,
    refinements: readonly Refinement[],
    extras: readonly Extra[],
    context: Context,
): Asked | 'replaced' | null {
    const resolved = withIndex(selection, context.index);
    if (resolved === null || resolved.term === null) return null;
    const what = without(resolved, context.replaced, context.knowledge);
    if (what === null) return 'replaced';
    const window = windowIn(written, context);
    const narrowed = narrowing(refinements, window, context);
    const all = [...extras, ...narrowed.extras, ...context.qualifiers.map(qualifierExtra)];
    const conditional = conditionalExceptions(what, window, context);
    return { queries: tracks.map((track) => ({ track, what, span: spanOf(window), extras: all, conditional })), holds: narrowed.holds };
}
