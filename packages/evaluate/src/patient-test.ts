// Runs the patient cases of a document: what was expected, what came out, and why.
import type { CriteriaDocument, PatientCase } from '@crit-lang/model/criteria/document.js';
import type { CohortResult, Eligibility } from './cohort.js';
import { evaluateCohort } from './cohort.js';
import { contradictionsIn } from './consistency.js';
import { Knowledge } from './knowledge/knowledge.js';
import { patientFromCase } from './patient/from-case.js';

export interface PatientTest {
    patient: PatientCase;
    /** The cohort that the patient is looked at for; null where the document has none to look at. */
    cohort: string | null;
    passed: boolean;
    /** Why it fails: one sentence each. */
    failures: string[];
    result: CohortResult | null;
}

/** Runs these cases. One that names no cohort is looked at for each cohort of the document. */
export function testPatients(document: CriteriaDocument, patients: readonly PatientCase[] = document.patients): PatientTest[] {
    const knowledge = new Knowledge(document);
    return patients.flatMap((patient) => {
        const cohorts =
            patient.cohort === null ? document.cohorts.map(({ id }) => id) : document.cohorts.some(({ id }) => id === patient.cohort) ? [patient.cohort] : [];
        if (cohorts.length === 0)
            return [{ patient, cohort: null, passed: false, failures: ['There is no cohort that the patient could be in.'], result: null }];
        return cohorts.map((cohort) => testPatient(patient, cohort, knowledge));
    });
}

function testPatient(patientCase: PatientCase, cohort: string, knowledge: Knowledge): PatientTest {
    const patient = patientFromCase(patientCase, knowledge, cohort);
    const result = evaluateCohort(cohort, patient, knowledge);
    const failures = [
        ...patientCase.expect.flatMap((expected) => compare(expected, result)),
        ...(patientCase.expect.length === 0 ? ['Nothing is expected of this patient: write expect eligible, ineligible or unknown.'] : []),
        ...patient.unread,
        ...new Set([...contradictionsIn(patientCase, patient, knowledge), ...result.defects]),
    ];
    return { patient: patientCase, cohort, passed: failures.length === 0, failures, result };
}

function compare({ outcome, because }: PatientCase['expect'][number], { eligibility, failed, unsettled }: CohortResult): string[] {
    if (eligibility !== outcome)
        return [
            `Expected ${outcome}, found ${eligibility}${reasonsFor(
                eligibility,
                failed,
                unsettled.map(({ id }) => id),
            )}.`,
        ];
    const telling = outcome === 'unknown' ? unsettled.map(({ id }) => id) : failed;
    return because
        .filter((id) => !telling.includes(id))
        .map(
            (id) =>
                `Expected ${outcome} because of ${id}, but ${id} ${outcome === 'unknown' ? 'is settled' : 'does not keep the patient out'}${reasonsFor(
                    eligibility,
                    failed,
                    unsettled.map((each) => each.id),
                )}.`,
        );
}

function reasonsFor(eligibility: Eligibility, failed: readonly string[], unsettled: readonly string[]): string {
    if (eligibility === 'ineligible') return ` because of ${failed.join(', ')}`;
    return eligibility === 'unknown' ? ` because of ${unsettled.join(', ')}` : '';
}
