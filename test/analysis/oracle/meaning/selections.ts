// Which kinds a selection means, and what refinements ask of an occurrence.
import type { Condition, Exception, Refinement, TermSelection } from '@crit-lang/model/criteria/condition.js';
import type { Window } from '@crit-lang/model/criteria/time.js';
import type { Hierarchy } from '../hierarchy.js';
import type { Chosen, Demand } from '../occurrence-query.js';
import { and, type Smt } from '../smt.js';
import type { Patient } from './patient.js';
import { plain, said } from './same-text.js';
import { neutral, type Scope } from './scope.js';
import { presence } from './short-forms.js';

/** Which kinds are meant; null where the cohort has no index disease that is spoken of. */
export function chosenIn(selection: TermSelection, window: Window, scope: Scope, patient: Patient): Chosen | null {
    const except = (exceptions: readonly Exception[]): Chosen['except'] =>
        exceptions.flatMap((exception) => {
            const inner = chosenIn(exception.selection, window, scope, patient);
            if (inner === null) return [];
            const { demands, holds } = narrowing(exception.refinements, window, scope, patient);
            const proviso = exception.provided === null ? 'true' : patient.verdict(exception.provided, neutral(scope)).met;
            return [{ selection: inner, demands, provided: and([holds, proviso]), text: said(exception) }];
        });
    if (!selection.index) return selection.term === null ? null : { term: selection.term, except: except(selection.except) };
    if (scope.index === null || scope.index.term === null) return null;
    return { term: scope.index.term, except: [...except(scope.index.except), ...except(selection.except)] };
}

export function narrowing(refinements: readonly Refinement[], window: Window, scope: Scope, patient: Patient): { demands: Demand[]; holds: Smt } {
    const demands: Demand[] = [];
    const holds: Smt[] = [];
    for (const refinement of refinements) {
        const { relation } = refinement;
        const isBeside = relation === 'with' || relation === 'without';
        let other: Condition | null = null;
        if ('condition' in refinement) other = refinement.condition;
        else if ('selection' in refinement && isBeside) {
            const kind = refinement.selection.term === null ? 'condition' : patient.hierarchy.term(refinement.selection.term)?.kind;
            if (['condition', 'drug', 'procedure', 'event', 'fact'].includes(kind ?? ''))
                other = presence(refinement.selection, window, kind === 'drug' ? 'exposure' : 'present');
        }
        if (other !== null) {
            const verdict = patient.verdict(other, neutral(scope));
            holds.push(relation === 'without' ? verdict.unmet : verdict.met);
            if (isBeside) continue;
        }
        const text = 'text' in refinement ? plain(refinement.text) : said('selection' in refinement ? refinement.selection : refinement.condition);
        demands.push({ kind: 'flag', flag: `${relation} ${text}`, refinement });
    }
    return { demands, holds: and(holds) };
}

/** Whether a kind can be one of those meant: no exception takes it away whatever else is so. */
export function mayBe(kind: string, { term, except }: Chosen, hierarchy: Hierarchy): boolean {
    return (
        hierarchy.isA(kind, term) &&
        !except.some(({ selection, demands, provided }) => demands.length === 0 && provided === 'true' && mayBe(kind, selection, hierarchy))
    );
}
