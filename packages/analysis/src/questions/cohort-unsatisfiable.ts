// cohort-unsatisfiable: can anyone qualify for this cohort? If not, the smallest sets of criteria that forbid it.
import type { DocumentAnalysis, World } from '../document-analysis.js';
import type { CohortUnsatisfiable } from './finding.js';

export function cohortUnsatisfiable(_analysis: DocumentAnalysis, world: World): CohortUnsatisfiable[] {
    return world.cohorts.flatMap((answer) =>
        answer.conflicts.map((conflict) => ({
            name: 'cohort-unsatisfiable' as const,
            reading: world.reading,
            cohorts: [answer.scenario.cohort.id],
            conflict,
            answer,
        })),
    );
}
