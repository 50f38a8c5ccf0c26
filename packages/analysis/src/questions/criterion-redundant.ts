// criterion-redundant: do the others already imply it, in every cohort it applies to? Of two that imply each other the later one is named.
import type { CohortAnswer, DocumentAnalysis, World } from '../document-analysis.js';
import type { ConflictingParts, PlacedComponent } from '../components/component-set.js';
import { not } from '../encode/formulas.js';
import type { Part } from '../subjects/part.js';
import { type Application, inRepaired } from './applications.js';
import type { CriterionRedundant } from './finding.js';
import { type KeptReason, keptReasons, restoredReasons } from './kept-reasons.js';
import { type Neighbourhood, neighbourhoodsOf, type PlacedCriterion } from './neighbourhoods.js';
import { neverOrAlwaysMet } from './never-or-always-met.js';
import { oncePerWorld } from './once-per-world.js';
import { Reasons } from './reasons.js';

/** All that are found can be dropped together: each was asked without those found before. */
export const criterionRedundant = oncePerWorld((analysis: DocumentAnalysis, world: World): CriterionRedundant[] => {
    const meaningless = new Set(neverOrAlwaysMet(analysis, world).map(({ part }) => part.criterion.id));
    const found = [...neighbourhoodsOf(analysis, world)].flatMap((neighbourhood) => {
        const kept = neighbourhood.recall<readonly Kept[]>(QUESTION) ?? search(neighbourhood, meaningless, analysis);
        return kept.map((each) => {
            const { place, applications } = neighbourhood.criteria[each.criterion] as PlacedCriterion;
            return { place, finding: restored(each, inRepaired(applications), analysis, world) };
        });
    });
    return found.sort((one, other) => one.place - other.place).map(({ finding }) => finding);
});

const QUESTION = 'criterion-redundant';

/** By places, so that it holds for later states of the document. */
interface Kept {
    /** Among the criteria of the neighbourhood. */
    readonly criterion: number;
    readonly reasons: readonly KeptReason[];
    readonly isEquivalent: boolean;
}

function restored(
    { reasons, isEquivalent: isSame }: Kept,
    applications: readonly Application[],
    { components }: DocumentAnalysis,
    world: World,
): CriterionRedundant {
    const cohorts = applications.map(({ answer }) => answer.scenario.cohort.id);
    const { part } = applications[0] as Application;
    return { name: QUESTION, reading: world.reading, cohorts, part, ...restoredReasons(reasons, applications, components), isEquivalent: isSame };
}

function search(neighbourhood: Neighbourhood, meaningless: ReadonlySet<string>, analysis: DocumentAnalysis): readonly Kept[] {
    const { components } = analysis;
    const kept = new KeptParts(analysis);
    const found: Kept[] = [];
    for (const [criterion, { id, applications: all }] of [...neighbourhood.criteria.entries()].reverse()) {
        const applications = inRepaired(all);
        const first = applications[0];
        if (first === undefined || first.part.criterion.origin !== 'written' || meaningless.has(id)) continue;
        const reasons = new Reasons();
        const isRedundant = applications.every(({ answer, part }) => {
            const { component, member } = components.placeOf(part);
            const left = kept.in(component, answer);
            const failing = [not(component.component.formulaOf(member))];
            if (components.ask(component, left, failing, part) !== 'unsat') return false;
            reasons.add(components.reason(component, left, failing, part));
            return true;
        });
        const why = reasons.all;
        if (!isRedundant || why === null) continue;
        const isSame = isEquivalent(analysis, first.part, why.because);
        // What the header says for the registry, and what a cohort is for, is written out as a criterion for good reason.
        if (isSame && why.because.parts.every(({ criterion: { origin } }) => origin !== 'written')) continue;
        kept.drop(id, applications);
        found.push({ criterion, reasons: keptReasons(why, applications, components), isEquivalent: isSame });
    }
    neighbourhood.keep(QUESTION, found);
    return found;
}

/** The parts of repaired cohorts less those that were dropped. */
class KeptParts {
    private readonly left = new Map<CohortAnswer, Map<PlacedComponent, readonly Part[]>>();

    constructor(private readonly analysis: DocumentAnalysis) {}

    /** Those of the component; with others, while nothing was dropped from it, because the whole list has been sorted by component before. */
    in(component: PlacedComponent, answer: CohortAnswer): readonly Part[] {
        return this.left.get(answer)?.get(component) ?? answer.repaired;
    }

    drop(id: string, applications: readonly Application[]): void {
        const { components } = this.analysis;
        for (const { answer, part } of applications) {
            const { component } = components.placeOf(part);
            const left = components.partsIn(component, this.in(component, answer)).filter(({ criterion }) => criterion.id !== id);
            const inAnswer = this.left.get(answer) ?? new Map<PlacedComponent, readonly Part[]>();
            this.left.set(answer, inAnswer.set(component, left));
        }
    }
}

function isEquivalent({ components }: DocumentAnalysis, part: CriterionRedundant['part'], because: ConflictingParts): boolean {
    const [other] = because.parts;
    if (other === undefined || because.parts.length > 1) return false;
    const { component, member } = components.placeOf(other);
    return components.ask(component, [part], [not(component.component.formulaOf(member))]) === 'unsat';
}
