// Where a criterion applies: for each criterion, the cohorts it is for, with the part that it has in each.
import type { CohortAnswer, World } from '../document-analysis.js';
import type { Part } from '../subjects/part.js';

export interface Application {
    readonly answer: CohortAnswer;
    readonly part: Part;
}

/** By criterion, in the order of the document, whether or not a cohort can enrol anyone. */
export function applicationsOf(world: World): ReadonlyMap<string, readonly Application[]> {
    let found = inWorlds.get(world);
    if (found === undefined) inWorlds.set(world, (found = findApplications(world)));
    return found;
}

const inWorlds = new WeakMap<World, ReadonlyMap<string, readonly Application[]>>();

function findApplications(world: World): Map<string, Application[]> {
    const found = new Map<string, Application[]>();
    for (const answer of world.cohorts) {
        for (const part of concernedIn(answer.scenario.parts, world)) {
            const known = found.get(part.criterion.id);
            if (known === undefined) found.set(part.criterion.id, [{ answer, part }]);
            else known.push({ answer, part });
        }
    }
    return found;
}

/** The parts about which the answers may be others than under the first readings. */
export function concernedIn(parts: readonly Part[], { concerned }: World): readonly Part[] {
    return concerned === undefined ? parts : parts.filter(({ criterion }) => concerned.has(criterion.id));
}

/** Those in the repaired cohorts. Cohorts that were not decided are left out, and those for which the criterion was given up. */
export function inRepaired(applications: readonly Application[]): readonly Application[] {
    return applications.filter(({ answer, part }) => answer.satisfiable !== null && repairedParts(answer)?.has(part) !== false);
}

/** Null where no part was given up. */
function repairedParts(answer: CohortAnswer): ReadonlySet<Part> | null {
    if (answer.repaired === answer.scenario.parts) return null;
    let parts = repaired.get(answer);
    if (parts === undefined) repaired.set(answer, (parts = new Set(answer.repaired)));
    return parts;
}

const repaired = new WeakMap<CohortAnswer, ReadonlySet<Part>>();
