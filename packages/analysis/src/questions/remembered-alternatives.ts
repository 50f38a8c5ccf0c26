// Keeps what was found of a criterion's alternatives, so that it is not asked again while no criterion that bears on it changes.
import type { ComponentSet } from '../components/component-set.js';
import type { DocumentAnalysis } from '../document-analysis.js';
import { type Alternative, alternativesOf } from '../subjects/alternatives.js';
import type { Application } from './applications.js';
import type { AlternativeNeverDecisive, AlternativeUnreachable } from './finding.js';
import { type KeptReason, keptReasons, restoredReasons } from './kept-reasons.js';

/** A finding without the criterion and the cohorts that it is of. */
export type FoundAlternatives =
    | Pick<AlternativeUnreachable, 'name' | 'alternative' | 'because' | 'alsoBecause'>
    | Pick<AlternativeNeverDecisive, 'name' | 'alternatives' | 'actsAsAnd' | 'because' | 'alsoBecause'>;

/** By places, so that it holds for a later state of the document: of alternatives among those of the rule, of reasons among the cohorts. */
interface Kept {
    readonly name: FoundAlternatives['name'];
    readonly alternatives: readonly number[];
    readonly actsAsAnd: boolean;
    readonly reasons: readonly KeptReason[];
}

/** @param search is asked where nothing is kept, with the alternatives of the rule; what the budget left open is not kept. */
export function remembered(
    { components }: DocumentAnalysis,
    applications: readonly [Application, ...Application[]],
    isRedundant: boolean,
    search: (alternatives: readonly Alternative[]) => { readonly found: readonly FoundAlternatives[]; readonly isDecided: boolean },
): readonly FoundAlternatives[] {
    const [{ part }] = applications;
    const { component } = components.placeOf(part).component;
    const key = `alternatives ${String(isRedundant)} ${applications.map((each) => situationOf(each, components)).join(';')}`;
    const kept = component.recall<readonly Kept[]>(key);
    if (kept?.length === 0) return [];
    const alternatives = alternativesOf(part.rule);
    if (kept !== undefined) return kept.map((each) => restore(each, alternatives, applications, components));
    const { found, isDecided } = search(alternatives);
    if (isDecided) component.memo(key, () => found.map((each) => keep(each, alternatives, applications, components)));
    return found;
}

/** The same text where the same criteria bear on it. */
function situationOf({ part, answer }: Application, components: ComponentSet): string {
    const { component, member } = components.placeOf(part);
    return `${component.component.id} ${member} ${components.membersKey(component, answer.repaired)}`;
}

function keep(found: FoundAlternatives, alternatives: readonly Alternative[], applications: readonly Application[], components: ComponentSet): Kept {
    const named = found.name === 'alternative-unreachable' ? [found.alternative] : found.alternatives;
    const reasons = keptReasons(found, applications, components);
    const actsAsAnd = found.name === 'alternative-never-decisive' && found.actsAsAnd;
    return { name: found.name, alternatives: named.map((each) => alternatives.indexOf(each)), actsAsAnd, reasons };
}

function restore(kept: Kept, alternatives: readonly Alternative[], applications: readonly Application[], components: ComponentSet): FoundAlternatives {
    const why = restoredReasons(kept.reasons, applications, components);
    const named = kept.alternatives.map((place) => alternatives[place] as Alternative);
    if (kept.name === 'alternative-unreachable') return { name: kept.name, alternative: named[0] as Alternative, ...why };
    return { name: kept.name, alternatives: named, actsAsAnd: kept.actsAsAnd, ...why };
}
