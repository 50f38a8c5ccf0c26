// The part of a document that concerns one cohort.
import type { CriteriaDocument } from '@crit-lang/model/criteria/document.js';
import type { GeneratorNote } from '../target.js';
import { cleanText } from '../phrase/clean-text.js';

/** A document restricted to a cohort, with a note when there is no such cohort. */
export interface CohortDocument {
    document: CriteriaDocument;
    notes: GeneratorNote[];
}

/** The document with that cohort's criteria and patients only; the whole document when no cohort is named or none has this id. */
export function forCohort(document: CriteriaDocument, cohort: string | undefined): CohortDocument {
    if (cohort === undefined) {
        return { document, notes: [] };
    }
    if (!document.cohorts.some((declared) => declared.id === cohort)) {
        const known = document.cohorts.map((declared) => cleanText(declared.id)).join(', ');
        const message = `There is no cohort '${cleanText(cohort)}'; the protocol has ${known === '' ? 'none' : known}. The text is for all of them.`;
        return { document, notes: [{ name: 'unknown-cohort', severity: 'warning', criterion: null, message }] };
    }
    const concerns = (cohorts: readonly string[] | null): boolean => cohorts === null || cohorts.includes(cohort);
    return {
        document: {
            ...document,
            cohorts: document.cohorts.filter((declared) => declared.id === cohort),
            criteria: document.criteria.filter((criterion) => concerns(criterion.cohorts)),
            assertions: document.assertions.filter((assertion) => assertion.cohorts.includes(cohort)),
            patients: document.patients.filter((patient) => patient.cohort === null || patient.cohort === cohort),
        },
        notes: [],
    };
}
