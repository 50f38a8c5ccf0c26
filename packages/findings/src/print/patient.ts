// A patient case as a block of Crit text, to be pasted into a protocol.
import type { Condition } from '@crit-lang/model/criteria/condition.js';
import type { PatientCase } from '@crit-lang/model/criteria/document.js';
import { conditionText } from './condition.js';
import { nameText, quotedText } from './name.js';
import { Unprintable } from './unprintable.js';

/** The fact as a line of a patient block; null where a patient block cannot say it. `defaultAnchor`: where the protocol assesses what has no window. */
export function factText(fact: Condition, defaultAnchor: string): string | null {
    try {
        return conditionText(fact, defaultAnchor);
    } catch (problem) {
        if (problem instanceof Unprintable) return null;
        throw problem;
    }
}

/** The block, without a line end; null where a fact cannot be written. */
export function patientText(patient: PatientCase, defaultAnchor: string): string | null {
    const facts = patient.facts.map((fact) => factText(fact, defaultAnchor));
    if (facts.includes(null)) return null;
    const lines = [
        ...facts,
        ...patient.assumptions.map(({ text, holds }) => `assume ${holds ? '' : 'not '}${quotedText(text)}`),
        ...(patient.nothingElse ? ['nothing else'] : []),
        ...patient.expect.map(({ outcome, because }) => `expect ${outcome}${because.length === 0 ? '' : ` because ${because.join(', ')}`}`),
    ];
    const cohort = patient.cohort === null ? '' : ` in ${nameText(patient.cohort)}`;
    return `patient ${quotedText(patient.title)}${cohort} {\n${lines.map((line) => `  ${line}\n`).join('')}}`;
}
