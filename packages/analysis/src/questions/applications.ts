// Where a criterion applies: for each criterion, the cohorts it is for, with the part that it has in each.
import type { CohortAnswer, World } from '../document-analysis.js';
import type { Part } from '../subjects/part.js';

export interface Application {
    readonly answer: CohortAnswer;
    readonly part: Part;
}

/** By criterion, in the order of the document, whether or not a cohort can enrol anyone. */
export function applicationsOf(world: World): Map<string, Application[]> {
    const found = new Map<string, Application[]>();
    for (const answer of world.cohorts) {
        for (const part of answer.scenario.parts) found.set(part.criterion.id, [...(found.get(part.criterion.id) ?? []), { answer, part }]);
    }
    return found;
}

/** The same for the repaired cohorts. Cohorts that were not decided are left out, and those for which the criterion was given up. */
export function applicationsIn(world: World): Map<string, Application[]> {
    const kept = [...applicationsOf(world)].map(([id, applications]): [string, Application[]] => [
        id,
        applications.filter(({ answer, part }) => answer.satisfiable !== null && answer.repaired.includes(part)),
    ]);
    return new Map(kept.filter(([, applications]) => applications.length > 0));
}

/** The parts of the repaired cohort without some. */
export function othersThan(without: ReadonlySet<string>, { repaired }: CohortAnswer): Part[] {
    return repaired.filter(({ criterion }) => !without.has(criterion.id));
}
