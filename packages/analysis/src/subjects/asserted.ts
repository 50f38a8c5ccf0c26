// An assertion as a part: what everybody who qualifies for a cohort would have to pass.
import type { Assertion, Cohort, Criterion } from '@crit-lang/model/criteria/document.js';
import { type Part, partOf, type Subject } from './part.js';

/** Null where the assertion is about other cohorts. */
export function assertedPart(assertion: Assertion, cohort: Cohort, subject: Subject): Part | null {
    if (assertion.cohorts.length > 0 && !assertion.cohorts.includes(cohort.id)) return null;
    const criterion: Criterion = {
        id: assertion.id,
        kind: 'include',
        title: assertion.title,
        cohorts: null,
        origin: 'written',
        replaces: null,
        wording: assertion.wording,
        short: null,
        plain: [],
        rationale: [],
        notes: [],
        sources: [],
        acceptances: [],
        rule: assertion.rule,
        readings: [],
        ...(assertion.range === undefined ? {} : { range: assertion.range }),
    };
    return partOf(subject, criterion, 0, cohort);
}
