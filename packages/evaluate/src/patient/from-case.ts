// Makes a patient record from a patient case of the document.
import type { PatientCase } from '@crit-lang/model/criteria/document.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { deriveFacts } from './derive.js';
import type { Patient } from './patient.js';
import { emptyPatient } from './patient.js';
import { stateCondition } from './state-condition.js';

/** The facts that the case states, and what follows from them. `cohort` is the one that the patient is looked at for; the case's own unless given. */
export function patientFromCase(patientCase: PatientCase, knowledge: Knowledge, cohort: string | null = patientCase.cohort): Patient {
    const { cohorts, protocol } = knowledge.document;
    const index = cohorts.find(({ id }) => id === cohort)?.index ?? null;
    const patient = emptyPatient(patientCase.title, cohort, index);
    patient.nothingElse = patientCase.nothingElse;
    for (const fact of patientCase.facts) {
        stateCondition(fact, {
            knowledge,
            patient,
            index,
            defaultPick: protocol?.defaultPick ?? 'latest',
            holds: true,
            qualifiers: [],
            bindings: new Map(),
            window: null,
            definitions: [],
        });
    }
    for (const { text, holds } of patientCase.assumptions) {
        patient.statements.push({ verb: null, text, holds, origin: { words: `assume ${holds ? '' : 'not '}"${text}"`, derived: null } });
    }
    deriveFacts(patient, knowledge);
    return patient;
}
