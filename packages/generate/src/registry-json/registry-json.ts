// Registry JSON: the study record of ClinicalTrials.gov's API v2, as far as eligibility criteria and header fill it.
import type { CriteriaDocument } from '@crit-lang/model/criteria/document.js';
import { phraseContext } from '../phrase/condition.js';
import { capitalised } from '../phrase/join.js';
import { termName } from '../phrase/name.js';
import { ageText } from '../registry/age-field.js';
import { forCohort } from '../registry/cohort-document.js';
import { indexDiseases } from '../registry/diseases.js';
import { eligibilityText } from '../registry/eligibility-text.js';
import { outputName } from '../registry/output-name.js';
import { participantFields } from '../registry/participant-fields.js';
import type { ParticipantFields } from '../registry/participant-fields.js';
import { GIVEN_ORDER, canonicalJson } from '../rules/canonical-json.js';
import type { GeneratorNote, Target } from '../target.js';
import { escapeCommonMark } from './commonmark.js';
import { identification, textOf } from './identification.js';
import { registryPhases } from './phases.js';
import { standardAges } from './standard-ages.js';
import type { EligibilityModule, StudyRecord } from './study-record.js';

export const registryJsonTarget: Target = {
    id: 'registry-json',
    description: 'ClinicalTrials.gov study record (API v2 protocolSection)',
    fileExtension: '.json',
    mediaType: 'application/json',
    generate(document, options) {
        const chosen = forCohort(document, options.cohort);
        const { record, notes } = studyRecord(chosen.document);
        // Members stand in the order in which the API has them.
        const text = canonicalJson(record, GIVEN_ORDER);
        return { files: [{ path: outputName(document, 'registry', '.json'), text }], notes: [...chosen.notes, ...notes] };
    },
};

/** The record; what the document does not say is left out and, where the registry requires it, noted. */
export function studyRecord(document: CriteriaDocument): { record: StudyRecord; notes: GeneratorNote[] } {
    const identified = identification(document);
    const sponsor = textOf(document.protocol?.sponsor);
    const conditions = conditionNames(document);
    const phases = registryPhases(document);
    const eligibility = eligibilityText(document, escapeCommonMark);
    const fields = participantFields(document);
    const record: StudyRecord = {
        protocolSection: {
            identificationModule: identified.module,
            ...(sponsor === null ? {} : { sponsorCollaboratorsModule: { leadSponsor: { name: sponsor } } }),
            ...(conditions.length === 0 ? {} : { conditionsModule: { conditions } }),
            ...(phases.phases.length === 0 ? {} : { designModule: { phases: phases.phases } }),
            eligibilityModule: eligibilityModule(eligibility.text, fields),
        },
    };
    return { record, notes: [...identified.notes, ...phases.notes, ...eligibility.notes, ...fields.notes] };
}

function eligibilityModule(eligibilityCriteria: string, fields: ParticipantFields): EligibilityModule {
    return {
        eligibilityCriteria,
        ...(fields.healthyVolunteers === null ? {} : { healthyVolunteers: fields.healthyVolunteers }),
        sex: fields.sex,
        ...(fields.minimumAge === null ? {} : { minimumAge: ageText(fields.minimumAge) }),
        ...(fields.maximumAge === null ? {} : { maximumAge: ageText(fields.maximumAge) }),
        stdAges: standardAges(fields.minimumAge, fields.maximumAge),
    };
}

/** The diseases under study by their full names, each context its own, so that every name is the full one. */
function conditionNames(document: CriteriaDocument): string[] {
    return indexDiseases(document).map((disease) => {
        const term = document.terms.find((candidate) => candidate.id === disease);
        return capitalised(term?.title === null || term?.title === undefined ? termName(disease, phraseContext(document)) : (textOf(term.title) ?? disease));
    });
}
