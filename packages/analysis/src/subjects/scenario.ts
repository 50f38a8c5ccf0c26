// A cohort under one choice of readings: the criteria that decide who qualifies for it.
import type { Cohort } from '@crit-lang/model/criteria/document.js';
import { type Part, partOf, type Subject } from './part.js';

export interface Scenario {
    readonly cohort: Cohort;
    /** The criterion that is read otherwise than in its first reading, and how; null for the first readings. */
    readonly reading: { readonly criterion: string; readonly id: string; readonly title: string | null } | null;
    readonly parts: readonly Part[];
}

/** Every cohort with the first readings; then with each other reading of one criterion, where that makes a difference for the cohort. */
export function scenariosOf(subject: Subject): Scenario[] {
    const { cohorts, criteria } = subject.document;
    return cohorts.flatMap((cohort): Scenario[] => {
        const first = criteria.map((criterion) => partOf(subject, criterion, 0, cohort));
        const isPart = (part: Part | null): part is Part => part !== null;
        const others = criteria.flatMap((criterion, place) =>
            criterion.readings.slice(1).flatMap((reading, index): Scenario[] => {
                const part = partOf(subject, criterion, index + 1, cohort);
                if (part === null && first[place] === null) return [];
                const parts = first.map((each, at) => (at === place ? part : each)).filter(isPart);
                return [{ cohort, reading: { criterion: criterion.id, id: reading.id, title: reading.title }, parts }];
            }),
        );
        return [{ cohort, reading: null, parts: first.filter(isPart) }, ...others];
    });
}
