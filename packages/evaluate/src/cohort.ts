// Whether a patient qualifies for a cohort: every inclusion that applies holds, and no exclusion that applies does.
import type { CriterionResult } from './criterion.js';
import { evaluateCriterion } from './criterion.js';
import type { Knowledge } from './knowledge/knowledge.js';
import type { Patient } from './patient/patient.js';
import { defectsIn, missingIn } from './reason.js';

export type Eligibility = 'eligible' | 'ineligible' | 'unknown';

export interface CohortResult {
    cohort: string;
    eligibility: Eligibility;
    /** Every criterion of the document, the header's and the index disease's too. */
    criteria: CriterionResult[];
    /** Ids of the criteria that keep the patient out. */
    failed: string[];
    /** Ids of the criteria that what is known does not settle, each with what is missing. */
    unsettled: { id: string; missing: string[] }[];
    /** Contradictions in the rules or among the facts. */
    defects: string[];
}

export function evaluateCohort(cohort: string, patient: Patient, knowledge: Knowledge): CohortResult {
    const criteria = knowledge.document.criteria.map((criterion) => evaluateCriterion(criterion, patient, knowledge, cohort));
    const failed = criteria.filter((each) => each.passes === 'no').map(({ id }) => id);
    const unsettled = criteria.filter((each) => each.passes === 'unknown').map(({ id, reason }) => ({ id, missing: missingIn(reason) }));
    const eligibility: Eligibility = failed.length > 0 ? 'ineligible' : unsettled.length > 0 ? 'unknown' : 'eligible';
    const defects = [...new Set(criteria.flatMap(({ reason, readings }) => [reason, ...readings.map((each) => each.reason)].flatMap(defectsIn)))];
    return { cohort, eligibility, criteria, failed, unsettled, defects };
}
