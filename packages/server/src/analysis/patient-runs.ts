// Runs the patient cases of a document, as `crit test` does, and says of each what came out and why.
import type { PatientTest } from '@crit-lang/evaluate/patient-test.js';
import { testPatients } from '@crit-lang/evaluate/patient-test.js';
import { decidingCriteria, reasonLines } from '@crit-lang/evaluate/words/reason-text.js';
import type { CriteriaDocument } from '@crit-lang/model/criteria/document.js';
import type { PatientRun, PatientRuns } from './messages.js';

/** The cases that are written in the document's main file; those of a title, or all. */
export function runPatients({ document: json, title }: { readonly document: string; readonly title: string | null }): PatientRuns {
    const document = JSON.parse(json) as CriteriaDocument;
    const wanted = document.patients.filter((patient) => patient.range?.file === 0 && (title === null || patient.title === title));
    if (wanted.length === 0 && title !== null) return { problem: `There is no patient case "${title}".` };
    return { runs: testPatients(document, wanted).map(plainRun) };
}

function plainRun(test: PatientTest): PatientRun {
    const { patient, cohort, passed, failures, result } = test;
    const reasons = decidingCriteria(test).map(({ id, reason }) => ({ criterion: id, lines: reasonLines(reason, '') }));
    return { title: patient.title, cohort, passed, outcome: result?.eligibility ?? null, failures, reasons };
}
