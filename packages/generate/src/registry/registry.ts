// Registry text: what ClinicalTrials.gov takes as eligibility criteria, and below it the fields that stand beside them.
import type { CriteriaDocument } from '@crit-lang/model/criteria/document.js';
import type { Target } from '../target.js';
import { ageText } from './age-field.js';
import { forCohort } from './cohort-document.js';
import type { EligibilityText } from './eligibility-text.js';
import { eligibilityText } from './eligibility-text.js';
import { outputName } from './output-name.js';
import { participantFields } from './participant-fields.js';
import type { ParticipantFields } from './participant-fields.js';

export const registryTarget: Target = {
    id: 'registry',
    description: 'ClinicalTrials.gov eligibility text',
    fileExtension: '.txt',
    mediaType: 'text/plain; charset=utf-8',
    generate(document, options) {
        const chosen = forCohort(document, options.cohort);
        const { text, notes } = registryText(chosen.document);
        return { files: [{ path: outputName(document, 'registry', '.txt'), text }], notes: [...chosen.notes, ...notes] };
    },
};

/** The whole text, ending in a line break. The limit of 20,000 characters is measured over the criteria alone: the fields are entered elsewhere. */
export function registryText(document: CriteriaDocument): EligibilityText {
    const eligibility = eligibilityText(document, (text) => text);
    const fields = participantFields(document);
    const text = `${eligibility.text}\n\n${fieldLines(fields).join('\n')}\n`;
    return { text, notes: [...eligibility.notes, ...fields.notes], places: eligibility.places };
}

const SEX_WORDS = { ALL: 'All', FEMALE: 'Female', MALE: 'Male' } as const;

function fieldLines(fields: ParticipantFields): string[] {
    const volunteers = fields.healthyVolunteers === null ? [] : [`Accepts Healthy Volunteers: ${fields.healthyVolunteers ? 'Yes' : 'No'}`];
    return [
        `Minimum Age: ${fields.minimumAge === null ? 'N/A (No limit)' : ageText(fields.minimumAge)}`,
        `Maximum Age: ${fields.maximumAge === null ? 'N/A (No limit)' : ageText(fields.maximumAge)}`,
        `Sex: ${SEX_WORDS[fields.sex]}`,
        ...volunteers,
    ];
}
