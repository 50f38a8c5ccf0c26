// The patient target: plain-language text for the people a study is for, as Markdown or HTML, with its reading grades.
import type { CriteriaDocument } from '@crit-lang/model/criteria/document.js';
import type { Generated, GenerateOptions, Target } from '../target.js';
import { accountFor } from './accounting.js';
import { buildDocument } from './build-document.js';
import { toHtml } from './html.js';
import { forCohort } from '../registry/cohort-document.js';
import { outputName } from '../registry/output-name.js';
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
 * Writes the patient text of a protocol, or of one cohort of it (`options.cohort`): Markdown, or HTML with `options.html`.
 * An unknown cohort gives a note and the text for everyone. Grades are US school grades.
 */
export function generatePatientText(document: CriteriaDocument, options: GenerateOptions = {}): PatientText {
    const chosen = forCohort(document, options.cohort);
    const { page, usedTerms } = buildDocument(chosen.document);
    const readability = readabilityOf(page);
    return {
        files: [
            options.html === true
                ? { path: outputName(document, 'patient', '.html'), text: toHtml(page) }
                : { path: outputName(document, 'patient', '.md'), text: toMarkdown(page) },
        ],
        notes: [
            ...chosen.notes,
            ...readabilityNotes(readability),
            ...plainWordingNotes(usedTerms, new Glossary(document)),
            ...chosen.document.criteria.flatMap(criterionNotes),
        ],
        readability,
        accounting: accountFor(page),
    };
}

/** The target as it is registered. */
export const patientTarget: Target = {
    id: 'patient',
    description: 'plain-language text for patients, with its reading grade (Markdown, or HTML with --html)',
    fileExtension: '.md',
    mediaType: 'text/markdown',
    generate: (document, options) => {
        const { files, notes } = generatePatientText(document, options);
        return { files, notes };
    },
};
