// Which cohort of the old version is which of the new one: by id, else by the disease that it is for, else the only ones there are.
import type { Cohort, CriteriaDocument } from '@crit-lang/model/criteria/document.js';
import { meaningOf } from '../knowledge/meaning.js';
import type { CohortPair } from './report.js';

/** In the order of the new version, the removed ones last. */
export function matchCohorts(old: CriteriaDocument, current: CriteriaDocument): CohortPair[] {
    const before = new Map<Cohort, Cohort>();
    const taken = new Set<Cohort>();
    const join = (isSame: (one: Cohort, other: Cohort) => boolean): void => {
        for (const cohort of current.cohorts) {
            if (before.has(cohort)) continue;
            const found = old.cohorts.filter((each) => !taken.has(each) && isSame(each, cohort));
            const [only] = found;
            if (only === undefined || found.length > 1) continue;
            before.set(cohort, only);
            taken.add(only);
        }
    };
    join((one, other) => one.id === other.id);
    join((one, other) => one.id.toLowerCase() === other.id.toLowerCase());
    join((one, other) => one.index !== null && other.index !== null && meaningOf(one.index).toLowerCase() === meaningOf(other.index).toLowerCase());
    join((one, other) => one.title !== null && one.title === other.title);
    if (old.cohorts.length === 1 && current.cohorts.length === 1) join(() => true);
    const pairs = current.cohorts.map((cohort): CohortPair => ({ old: before.get(cohort) ?? null, new: cohort, id: cohort.id }));
    const removed = old.cohorts.filter((cohort) => !taken.has(cohort));
    return [...pairs, ...removed.map((cohort): CohortPair => ({ old: cohort, new: null, id: cohort.id }))];
}
