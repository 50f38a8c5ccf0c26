// criterion-never-met, criterion-always-met: is a criterion, taken alone, impossible or empty of meaning?
import type { DocumentAnalysis, World } from '../document-analysis.js';
import { not } from '../encode/formulas.js';
import { applicationsOf } from './applications.js';
import type { CriterionNeverOrAlwaysMet } from './finding.js';
import { oncePerWorld } from './once-per-world.js';

export const neverOrAlwaysMet = oncePerWorld(({ components }: DocumentAnalysis, world: World): CriterionNeverOrAlwaysMet[] => {
    return [...applicationsOf(world)].flatMap(([, applications]): CriterionNeverOrAlwaysMet[] => {
        const outcomes = new Set(
            applications.map(({ part }) => {
                const { component, member } = components.placeOf(part);
                const passing = component.component.formulaOf(member);
                if (components.ask(component, [], [passing]) === 'unsat') return 'nobody';
                return components.ask(component, [], [not(passing)]) === 'unsat' ? 'everybody' : 'some';
            }),
        );
        const [first] = applications;
        const [passes] = outcomes;
        if (first === undefined || first.part.criterion.origin !== 'written' || outcomes.size !== 1 || passes === undefined || passes === 'some') return [];
        const name = (passes === 'nobody') === (first.part.criterion.kind === 'include') ? 'criterion-never-met' : 'criterion-always-met';
        return [{ name, reading: world.reading, cohorts: applications.map(({ answer }) => answer.scenario.cohort.id), part: first.part, passes }];
    });
});
