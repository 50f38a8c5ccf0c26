// The patient target: plain-language text for the people a study is for, as Markdown or HTML, with its reading grades.
import type { CriteriaDocument } from '@crit-lang/model/criteria/document.js';
import type { Generated, GenerateOptions, Target } from '../target.js';
import { accountFor } from './accounting.js';
import { buildDocument } from './build-document.js';
import { toHtml } from './html.js';
import { cleanText } from './inline.js';
import { toMarkdown } from './markdown.js';
import { criterionNotes, plainWordingNotes, readabilityNotes } from './notes.js';
import { readabilityOf, type Readability } from './readability.js';
import { Glossary } from './wording.js';

/** A generated patient text with its reading grades and the sentences of each criterion. */
export interface PatientText extends Generated {
    readability: Readability;
    /** Criterion id to its sentences, in the order of the text. */
    accounting: Map<string, string[]>;
}

/**
 * Writes the patient text of a protocol, or of one cohort of it (`options.cohort`): `patient.md`, or `patient.html` with `options.html`.
 * An unknown cohort gives a note and the text for everyone. Grades are US school grades.
 */
export function generatePatientText(document: CriteriaDocument, options: GenerateOptions = {}): PatientText {
    const asked = options.cohort ?? null;
    const known = asked === null || document.cohorts.some((cohort) => cohort.id === asked);
    const { page, usedTerms } = buildDocument(document, known ? asked : null);
    const readability = readabilityOf(page);
    const unknown = known ? [] : [{
        name: 'unknown-cohort', severity: 'warning' as const, criterion: null,
        message: `There is no cohort '${cleanText(asked ?? '')}'; the text is for all cohorts. The cohorts are: ${document.cohorts.map((cohort) => cleanText(cohort.id)).join(', ')}.`,
    }];
    const criteria = new Set(page.criteria);
    return {
        files: [options.html === true ? { path: 'patient.html', text: toHtml(page) } : { path: 'patient.md', text: toMarkdown(page) }],
        notes: [
            ...unknown,
            ...readabilityNotes(readability),
            ...plainWordingNotes(usedTerms, new Glossary(document)),
            ...document.criteria.filter((criterion) => criteria.has(criterion.id)).flatMap(criterionNotes),
        ],
        readability,
        accounting: accountFor(page),
    };
}

/** The target as it is registered. */
export const PATIENT_TARGET: Target = {
    id: 'patient',
    description: 'plain-language text for patients, with its reading grade (Markdown, or HTML with --html)',
    fileExtension: '.md',
    mediaType: 'text/markdown',
    generate: (document, options) => {
        const { files, notes } = generatePatientText(document, options);
        return { files, notes };
    },
};
