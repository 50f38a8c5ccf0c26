// cohort-unguarded: does an exclusion that is written for everybody empty a cohort, because of what that cohort is for?
import type { DocumentAnalysis, World } from '../document-analysis.js';
import type { Part } from '../subjects/part.js';
import type { CohortUnguarded } from './finding.js';

export function cohortUnguarded({ document }: DocumentAnalysis, world: World): CohortUnguarded[] {
    if (document.cohorts.length < 2) return [];
    const found = new Map<string, CohortUnguarded>();
    for (const answer of world.cohorts) {
        for (const conflict of answer.conflicts) {
            const [exclusion, ...more] = conflict.parts.filter(({ criterion }) => criterion.kind === 'exclude');
            // Other criteria in the conflict are for this cohort alone: its index condition, or an inclusion that is written for it.
            const areOwn = conflict.parts.every((part) => part === exclusion || isFor(part.criterion, answer.scenario.cohort.id, document.cohorts.length));
            if (exclusion === undefined || more.length > 0 || !areOwn || scopeOf(exclusion) !== null) continue;
            const spares = world.cohorts.some(
                (other) => other !== answer && !other.conflicts.some(({ parts }) => parts.some((part) => part.criterion === exclusion.criterion)),
            );
            if (!spares) continue;
            const known = found.get(exclusion.criterion.id);
            const cohorts = [...new Set([...(known?.cohorts ?? []), answer.scenario.cohort.id])];
            found.set(exclusion.criterion.id, {
                name: 'cohort-unguarded',
                reading: world.reading,
                cohorts,
                part: exclusion,
                because: known?.because ?? conflict,
            });
        }
    }
    return [...found.values()];
}

/** The cohorts that the criterion is written for, in the reading at hand. */
function scopeOf({ criterion, reading }: Part): readonly string[] | null {
    return criterion.readings[reading]?.cohorts ?? criterion.cohorts;
}

function isFor(criterion: { origin: string; cohorts: readonly string[] | null; id: string }, cohort: string, count: number): boolean {
    return criterion.origin === 'index' || (criterion.cohorts !== null && criterion.cohorts.includes(cohort) && criterion.cohorts.length < count);
}
