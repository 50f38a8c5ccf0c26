// criterion-redundant: do the others already imply it, in every cohort it applies to? Of two that imply each other the later one is named.
import type { DocumentAnalysis, World } from '../document-analysis.js';
import type { ConflictingParts } from '../components/component-set.js';
import { not } from '../encode/formulas.js';
import { applicationsIn, othersThan } from './applications.js';
import type { CriterionRedundant } from './finding.js';
import { neverOrAlwaysMet } from './never-or-always-met.js';
import { Reasons } from './reasons.js';

/** All that are found can be dropped together: each was asked without those found before. */
export function criterionRedundant(analysis: DocumentAnalysis, world: World): CriterionRedundant[] {
    const { components } = analysis;
    const dropped = new Set<string>();
    const found: CriterionRedundant[] = [];
    const meaningless = new Set(neverOrAlwaysMet(analysis, world).map(({ part }) => part.criterion.id));
    for (const [id, applications] of [...applicationsIn(world)].reverse()) {
        const first = applications[0];
        if (first === undefined || first.part.criterion.origin !== 'written' || meaningless.has(id)) continue;
        const without = new Set([...dropped, id]);
        const reasons = new Reasons();
        const isRedundant = applications.every(({ answer, part }) => {
            const { component, member } = components.placeOf(part);
            const others = othersThan(without, answer);
            const failing = [not(component.component.formulaOf(member))];
            if (components.ask(component, others, failing) !== 'unsat') return false;
            reasons.add(components.reason(component, others, failing));
            return true;
        });
        const why = reasons.all;
        if (!isRedundant || why === null) continue;
        const isSame = isEquivalent(analysis, first.part, why.because);
        // What the header says for the registry, and what a cohort is for, is written out as a criterion for good reason.
        if (isSame && why.because.parts.every(({ criterion }) => criterion.origin !== 'written')) continue;
        dropped.add(id);
        const cohorts = applications.map(({ answer }) => answer.scenario.cohort.id);
        found.push({ name: 'criterion-redundant', reading: world.reading, cohorts, part: first.part, ...why, isEquivalent: isSame });
    }
    return found.reverse();
}

function isEquivalent({ components }: DocumentAnalysis, part: CriterionRedundant['part'], because: ConflictingParts): boolean {
    const [other] = because.parts;
    if (other === undefined || because.parts.length > 1) return false;
    const { component, member } = components.placeOf(other);
    return components.ask(component, [part], [not(component.component.formulaOf(member))]) === 'unsat';
}
