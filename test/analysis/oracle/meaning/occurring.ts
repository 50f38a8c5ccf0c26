// What occurs in a patient: diseases, treatments, responses, results, facts about the person.
import type { Condition, Refinement, TermSelection } from '@crit-lang/model/criteria/condition.js';
import type { Duration, Endpoint, Window } from '@crit-lang/model/criteria/time.js';
import type { ComparisonOperator } from '@crit-lang/model/criteria/value.js';
import type { Grid } from '../clock.js';
import { key } from '../hierarchy.js';
import type { Demand, OccurrenceQuery } from '../occurrence-query.js';
import { and, bounded, or, type Smt } from '../smt.js';
import { ABSENT, decided, type Verdict } from '../verdict.js';
import type { Patient } from './patient.js';
import { plain, said } from './same-text.js';
import { inPlaceOf, type Scope } from './scope.js';
import { chosenIn, narrowing } from './selections.js';
import { selectionOf } from './short-forms.js';

export type Occurring = Extract<Condition, { kind: 'presence' | 'response' | 'result' | 'fact' | 'meets' }>;

/** It occurs as it is said, perhaps so many times. */
export function occurring(condition: Occurring, scope: Scope, patient: Patient): Verdict {
    const asked = askedBy(condition, scope, patient);
    if (asked === 'absent') return ABSENT;
    if (asked === 'no index') return decided(patient.free(`no index disease ${condition.kind}`));
    const { queries, holds } = asked;
    const times = condition.kind === 'presence' ? condition.times : null;
    if (patient.grid === null) return decided(patient.free('gathering'));
    const occurs = queries.map((query) => patient.occurrences.occurs(query, patient.grid as Grid));
    if (times === null) return decided(and([holds, or(occurs)]));
    const id = `times ${said([queries, inPlaceOf(condition.window, scope)])}`;
    const number = patient.script.variable(id, 'Int', (name) => patient.script.assert(and([`(>= ${name} 0)`, `(= (>= ${name} 1) ${or(occurs)})`])));
    return decided(and([holds, bounded(number, times)]));
}

/** What it asks of occurrences, any of which will do, and what else has to hold; `absent` where another criterion stands for all of it. */
export function askedBy(condition: Occurring, scope: Scope, patient: Patient): { queries: OccurrenceQuery[]; holds: Smt } | 'absent' | 'no index' {
    const demands: Demand[] = [];
    let tracks = ['present'];
    let selection: TermSelection;
    let through: Duration | null = null;
    let refinements: readonly Refinement[] = [];
    const anchorOf = (window: Window): Endpoint['anchor'] => (window.to ?? window.from)?.anchor ?? { name: 'screening', event: null };
    const window = inPlaceOf(condition.window, scope);
    const lasting = (bound: { operator: ComparisonOperator; duration: Duration }): void => {
        demands.push({ kind: 'length', of: 'lasting', operator: bound.operator, length: patient.clock.lengthBefore(anchorOf(window), bound.duration) });
    };
    switch (condition.kind) {
        case 'presence': {
            const { aspect, stableDose, method } = condition;
            tracks = [aspect === 'exposure' ? 'present' : aspect === 'start' ? 'onset' : aspect];
            selection = condition.what;
            refinements = condition.refinements;
            if (condition.lasting !== null) {
                lasting(condition.lasting);
                if (condition.lasting.operator !== '<' && condition.lasting.operator !== '<=') through = condition.lasting.duration;
            }
            if (stableDose !== null) {
                const of = `stable ${said(stableDose.before)}` as const;
                demands.push({ kind: 'flag', flag: of, refinement: null });
                if (stableDose.bound !== null)
                    demands.push({
                        kind: 'length',
                        of,
                        operator: stableDose.bound.operator,
                        length: patient.clock.lengthBefore(anchorOf(window), stableDose.bound.duration),
                    });
            }
            if (method !== null) demands.push({ kind: 'flag', flag: `by ${plain(method)}`, refinement: null });
            break;
        }
        case 'response':
            tracks = condition.responses.map((response) => `response ${response}`);
            selection = condition.to;
            refinements = condition.refinements;
            if (condition.lasting !== null) lasting(condition.lasting);
            break;
        case 'result':
            tracks = [`result ${plain(condition.result)}`];
            selection = condition.test;
            refinements = condition.refinements;
            if (condition.method !== null) demands.push({ kind: 'flag', flag: `by ${plain(condition.method)}`, refinement: null });
            break;
        case 'fact':
            selection = selectionOf(condition.term);
            break;
        case 'meets':
            selection = selectionOf(condition.criteria);
            break;
    }
    const what = chosenIn(selection, window, scope, patient);
    if (what === null) return 'no index';
    if ([...scope.replaced].some((term) => patient.hierarchy.isA(what.term, term))) return 'absent';
    const narrowed = narrowing(refinements, window, scope, patient);
    const less = [...scope.replaced].map((term) => ({ selection: { term, except: [] }, demands: [], provided: 'true', text: term }));
    const span = patient.span(window);
    const isVisit = window.from !== null && window.to !== null && window.to.offset === null && span.from === span.to && !span.openFrom && !span.openTo;
    const length = through !== null && isVisit && tracks[0] === 'present' ? patient.clock.lengthBefore(anchorOf(window), through) : null;
    if (length !== null) patient.mark((span.to as number) - length);
    const queries = tracks.map((track): OccurrenceQuery => ({
        track,
        what: { term: key(what.term), except: [...what.except, ...less] },
        span,
        demands: [...demands, ...narrowed.demands, ...scope.qualifiers.map((word): Demand => ({ kind: 'flag', flag: `"${word}"`, refinement: null }))],
        through: length === null ? null : { visit: span.to as number, length },
    }));
    if (patient.grid === null) for (const query of queries) patient.occurrences.gather(query);
    return { queries, holds: narrowed.holds };
}
