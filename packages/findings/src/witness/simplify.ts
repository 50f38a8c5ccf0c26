// Leaves away what a witness need not say.
import type { Condition } from '@crit-lang/model/criteria/condition.js';
import type { PatientCase } from '@crit-lang/model/criteria/document.js';

/** The case without the facts that nobody misses, the last ones tried first. */
export function simplified(patient: PatientCase, isStillConfirmed: (shorter: PatientCase, without: Condition) => boolean): PatientCase {
    let kept = patient;
    for (let at = patient.facts.length - 1; at >= 0; at--) {
        const shorter = { ...kept, facts: kept.facts.filter((_fact, index) => index !== at) };
        if (isStillConfirmed(shorter, kept.facts[at] as Condition)) kept = shorter;
    }
    return kept;
}
