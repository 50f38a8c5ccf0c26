// criterion-redundant: do the others already imply it, in every cohort it applies to? Of two that imply each other the later one is named.
import type { CohortAnswer, DocumentAnalysis, World } from '../document-analysis.js';
import type { ConflictingParts, PlacedComponent } from '../components/component-set.js';
import { not } from '../encode/formulas.js';
import type { Part } from '../subjects/part.js';
import { type Application, applicationsIn } from './applications.js';
import type { CriterionRedundant } from './finding.js';
import { neverOrAlwaysMet } from './never-or-always-met.js';
import { oncePerWorld } from './once-per-world.js';
import { Reasons } from './reasons.js';

/** All that are found can be dropped together: each was asked without those found before. */
export const criterionRedundant = oncePerWorld((analysis: DocumentAnalysis, world: World): CriterionRedundant[] => {
    const { components } = analysis;
    const kept = new KeptParts(analysis);
    const found: CriterionRedundant[] = [];
    const meaningless = new Set(neverOrAlwaysMet(analysis, world).map(({ part }) => part.criterion.id));
    for (const [id, applications] of [...applicationsIn(world)].reverse()) {
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
        if (isSame && why.because.parts.every(({ criterion }) => criterion.origin !== 'written')) continue;
        kept.drop(id, applications);
        const cohorts = applications.map(({ answer }) => answer.scenario.cohort.id);
        found.push({ name: 'criterion-redundant', reading: world.reading, cohorts, part: first.part, ...why, isEquivalent: isSame });
    }
    return found.reverse();
});

/** The parts of repaired cohorts less those that were dropped. */
class KeptParts {
    private readonly dropped = new Set<string>();
    private readonly left = new Map<CohortAnswer, Map<PlacedComponent, readonly Part[]>>();

    constructor(private readonly analysis: DocumentAnalysis) {}

    in(component: PlacedComponent, answer: CohortAnswer): readonly Part[] {
        let inAnswer = this.left.get(answer);
        if (inAnswer === undefined) this.left.set(answer, (inAnswer = new Map<PlacedComponent, readonly Part[]>()));
        let parts = inAnswer.get(component);
        if (parts === undefined) {
            const all = this.analysis.components.partsIn(component, answer.repaired);
            inAnswer.set(component, (parts = all.filter(({ criterion }) => !this.dropped.has(criterion.id))));
        }
        return parts;
    }

    drop(id: string, applications: readonly Application[]): void {
        this.dropped.add(id);
        for (const { answer, part } of applications) this.left.get(answer)?.delete(this.analysis.components.placeOf(part).component);
    }
}

function isEquivalent({ components }: DocumentAnalysis, part: CriterionRedundant['part'], because: ConflictingParts): boolean {
    const [other] = because.parts;
    if (other === undefined || because.parts.length > 1) return false;
    const { component, member } = components.placeOf(other);
    return components.ask(component, [part], [not(component.component.formulaOf(member))]) === 'unsat';
}
