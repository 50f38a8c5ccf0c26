// The diseases under study, and whether the criteria's text already says that a participant must have one.
import type { CriteriaDocument } from '@crit-lang/model/criteria/document.js';
import { cleanText } from '../phrase/clean-text.js';
import { nameKey } from '../phrase/context.js';
import { phraseContext } from '../phrase/condition.js';
import { capitalised, enumerate } from '../phrase/join.js';
import { selectionText } from '../phrase/selection.js';
import { mentionsAny } from './mentions.js';
import type { Outline } from './outline.js';
import type { Section } from './sections.js';

/** The index diseases in the order of the cohorts, each once, by their full names. */
export function indexDiseases(document: CriteriaDocument): string[] {
    const names = document.cohorts.flatMap((cohort) => (cohort.index === null || cohort.index.term === null ? [] : [cohort.index.term]));
    return [...new Set(names)];
}

/**
 * An inclusion for the index diseases, for where nothing else in the text says them: no cohort of its own heading, and no criterion that names the disease.
 * Null when it is not needed.
 */
export function diseaseEntry(document: CriteriaDocument, inclusions: readonly Section[], texts: readonly string[]): Outline | null {
    const silent = document.cohorts.filter((cohort) => {
        const disease = cohort.index?.term ?? null;
        const headed = inclusions.some((section) => section.heading !== null && section.cohorts?.includes(cohort.id) === true);
        return disease !== null && !headed && !namesDisease(disease, document, texts);
    });
    if (silent.length === 0) {
        return null;
    }
    const context = phraseContext(document);
    const diseases = document.cohorts.flatMap((cohort) => (cohort.index === null ? [] : [selectionText(cohort.index, context)]));
    const [only, ...others] = diseases;
    return { text: only !== undefined && others.length === 0 ? capitalised(only) : `One of the diseases under study: ${enumerate(diseases)}`, below: [] };
}

function namesDisease(disease: string, document: CriteriaDocument, texts: readonly string[]): boolean {
    const names = namesOf(disease, document);
    return texts.some((text) => mentionsAny(text, names));
}

/** Everything a disease is called in the document. */
export function namesOf(disease: string, document: CriteriaDocument): string[] {
    const term = document.terms.find((candidate) => nameKey(candidate.id) === nameKey(disease));
    return [disease, ...(term === undefined ? [] : [term.title ?? disease, ...term.synonyms])].map(cleanText);
}
