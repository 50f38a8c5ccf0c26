// The registry's fields about who may take part (age, sex, healthy volunteers), derived from header and rules.
import type { CriteriaDocument } from '@crit-lang/model/criteria/document.js';
import type { GeneratorNote } from '../target.js';
import { ageFields } from './age-field.js';
import type { AgeField } from './age-field.js';
import { sexField } from './sex-field.js';
import type { RegistrySex } from './sex-field.js';

export interface ParticipantFields {
    /** "18 Years"; null: no limit. */
    minimumAge: AgeField | null;
    maximumAge: AgeField | null;
    sex: RegistrySex;
    /** Null when the protocol does not say. */
    healthyVolunteers: boolean | null;
    notes: GeneratorNote[];
}

/**
 * The widest range over all cohorts: nobody whom a cohort admits is left out by a field. Only what surely binds every participant of a cohort narrows it:
 * the header, and lines of criteria that stand alone (not under 'if', in alternatives or in tables).
 */
export function participantFields(document: CriteriaDocument): ParticipantFields {
    const ages = ageFields(document);
    const sex = sexField(document);
    const healthyVolunteers = document.protocol?.healthyVolunteers ?? null;
    const notes = [...ages.notes];
    const missing = (message: string): void => void notes.push({ name: 'registry-field-missing', severity: 'warning', criterion: null, message });
    if (healthyVolunteers === null) {
        missing(
            "The protocol does not say whether healthy volunteers may take part; the field is left out. Write 'healthy volunteers no' (or yes) in the header.",
        );
    }
    if ((document.protocol?.sex ?? null) === null && sex === 'ALL') {
        missing(
            "The protocol does not say which sexes may take part; the field is All because no rule narrows it. Write 'sex all' in the header if that is meant.",
        );
    }
    if (ages.minimum === null && ages.maximum === null) {
        missing(
            "The protocol gives no age limit, neither in its header nor in a rule for everyone; the fields say that there is none. Write 'age from 18 years' or the like if there is one.",
        );
    }
    return { minimumAge: ages.minimum, maximumAge: ages.maximum, sex, healthyVolunteers, notes };
}
