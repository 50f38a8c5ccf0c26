// Whether the facts of a patient case fit together: each of them must hold of the record that they make.
import type { PatientCase } from '@crit-lang/model/criteria/document.js';
import { contextFor } from './criterion.js';
import type { Knowledge } from './knowledge/knowledge.js';
import type { Patient } from './patient/patient.js';
import { defectsIn } from './reason.js';
import { conditionWords } from './words/condition-words.js';

/** A sentence for each contradiction among the facts. Facts that together are impossible for a reason that nobody declared are not found. */
export function contradictionsIn(patientCase: PatientCase, patient: Patient, knowledge: Knowledge): string[] {
    const context = contextFor(patient, knowledge, patient.cohort);
    const found = patientCase.facts.flatMap((fact) => {
        const reason = context.evaluate(fact, context);
        const refuted = reason.verdict === 'not-met' ? [`The patient's facts contradict each other: ${conditionWords(fact)} does not hold by the others.`] : [];
        return [...defectsIn(reason), ...refuted];
    });
    return [...new Set(found)];
}
