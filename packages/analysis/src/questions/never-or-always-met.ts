// criterion-never-met, criterion-always-met: is a criterion, taken alone, impossible or empty of meaning?
import type { Member } from '../components/component.js';
import type { ComponentSet, PlacedComponent } from '../components/component-set.js';
import type { DocumentAnalysis, World } from '../document-analysis.js';
import { not } from '../encode/formulas.js';
import type { Part } from '../subjects/part.js';
import type { CriterionNeverOrAlwaysMet } from './finding.js';
import { OpenCriteria } from './neighbourhoods.js';
import { oncePerWorld } from './once-per-world.js';

type Passing = 'nobody' | 'everybody' | 'some';

/** One list, because lists of parts that were asked about are told apart as objects. */
const NO_OTHERS: readonly Part[] = [];

export const neverOrAlwaysMet = oncePerWorld((analysis: DocumentAnalysis, world: World): CriterionNeverOrAlwaysMet[] => {
    const { components } = analysis;
    const open = new OpenCriteria('criterion-never-met', analysis, world);
    const found = open.all.flatMap(({ applications }): CriterionNeverOrAlwaysMet[] => {
        const outcomes = new Set(
            applications.map(({ part }) => {
                const { component, member } = components.placeOf(part);
                const key = `who passes ${member}`;
                const known = component.component.recall<Passing>(key);
                if (known !== undefined) return known;
                const passing = whoPasses(component, member, components);
                return passing.isDecided ? component.component.memo(key, () => passing.who) : passing.who;
            }),
        );
        const [first] = applications;
        const [passes] = outcomes;
        if (first.part.criterion.origin !== 'written' || outcomes.size !== 1 || passes === undefined || passes === 'some') return [];
        const name = (passes === 'nobody') === (first.part.criterion.kind === 'include') ? 'criterion-never-met' : 'criterion-always-met';
        return [{ name, reading: world.reading, cohorts: applications.map(({ answer }) => answer.scenario.cohort.id), part: first.part, passes }];
    });
    open.close(found.map(({ part }) => part));
    return found;
});

function whoPasses(placed: PlacedComponent, member: Member, components: ComponentSet): { who: Passing; isDecided: boolean } {
    const passing = placed.component.formulaOf(member);
    const met = components.ask(placed, NO_OTHERS, [passing]);
    if (met === 'unsat') return { who: 'nobody', isDecided: true };
    const unmet = components.ask(placed, NO_OTHERS, [not(passing)]);
    // What the budget left open is asked again each time, so that it is told each time.
    return { who: unmet === 'unsat' ? 'everybody' : 'some', isDecided: met !== 'undecided' && unmet !== 'undecided' };
}
