// What an assertion says of one patient: whether its claim holds, and whether the patient refutes or supports it.
import type { Assertion } from '@crit-lang/model/criteria/document.js';
import { evaluateCohort } from './cohort.js';
import { contextFor } from './criterion.js';
import type { Knowledge } from './knowledge/knowledge.js';
import type { Patient } from './patient/patient.js';
import type { Reason } from './reason.js';
import type { Verdict } from './verdict.js';

export interface AssertionResult {
    id: string;
    cohort: string;
    /** Whether what is claimed holds of the patient. */
    verdict: Verdict;
    reason: Reason;
    /** refutes: eligible, but what must follow does not hold. supports: eligible, and what is admitted holds. */
    outcome: 'refutes' | 'supports' | 'silent' | 'unknown';
}

/** One patient can refute an `implies` and prove an `admits`, never the reverse. */
export function evaluateAssertion(assertion: Assertion, cohort: string, patient: Patient, knowledge: Knowledge): AssertionResult {
    const context = contextFor(patient, knowledge, cohort);
    const reason = context.evaluate(assertion.rule, { ...context, polarity: 1 });
    const { eligibility } = evaluateCohort(cohort, patient, knowledge);
    const wanted = assertion.claim === 'implies' ? 'not-met' : 'met';
    const telling = assertion.claim === 'implies' ? 'refutes' : 'supports';
    const excluded = eligibility === 'ineligible' || (reason.verdict !== 'unknown' && reason.verdict !== wanted);
    const outcome = excluded ? 'silent' : eligibility === 'unknown' || reason.verdict === 'unknown' ? 'unknown' : telling;
    return { id: assertion.id, cohort, verdict: reason.verdict, reason, outcome };
}
