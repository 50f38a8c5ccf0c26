// cohorts-overlap: can one patient qualify for two cohorts? Asked of cohorts that somebody can qualify for.
import type { CohortAnswer, DocumentAnalysis, World } from '../document-analysis.js';
import type { CohortsOverlap } from './finding.js';

export function cohortsOverlap(analysis: DocumentAnalysis, world: World): CohortsOverlap[] {
    const able = world.cohorts.filter(({ satisfiable }) => satisfiable === true);
    return able.flatMap((first, index) =>
        able.slice(index + 1).flatMap((second): CohortsOverlap[] => {
            // Only a reading that concerns one of the two can make a difference.
            if (world.reading !== null && first.scenario.reading === null && second.scenario.reading === null) return [];
            if (!haveCommonPatient(analysis, first, second)) return [];
            const cohorts = [first.scenario.cohort.id, second.scenario.cohort.id];
            return [{ name: 'cohorts-overlap', reading: world.reading, cohorts, first, second, isForbidden: areExclusive(analysis, cohorts) }];
        }),
    );
}

function haveCommonPatient({ components }: DocumentAnalysis, first: CohortAnswer, second: CohortAnswer): boolean {
    const both = [...first.scenario.parts, ...second.scenario.parts];
    return components.components.every((placed) => components.membersIn(placed, both).length === 0 || components.ask(placed, both, []) === 'sat');
}

function areExclusive({ document }: DocumentAnalysis, cohorts: readonly string[]): boolean {
    return document.relations.some((relation) => relation.kind === 'exclusive-cohorts' && cohorts.every((cohort) => relation.cohorts.includes(cohort)));
}
