// What ClinicalTrials.gov accepts: lengths of its fields, in characters (Protocol Registration Data Element Definitions).
import type { GeneratorNote } from '../target.js';

export const ELIGIBILITY_LIMIT = 20_000;
export const BRIEF_TITLE_LIMIT = 300;
export const OFFICIAL_TITLE_LIMIT = 600;
export const ACRONYM_LIMIT = 14;
export const IDENTIFIER_LIMIT = 30;

/** Characters as a person counts them: a surrogate pair is one. */
export function lengthOf(text: string): number {
    return Array.from(text).length;
}

/** "20,000", the same on every machine. */
export function grouped(number: number): string {
    return String(number).replace(/\B(?=(\d{3})+$)/gu, ',');
}

/** A note when a field is too long; the field itself is never cut. */
export function lengthNote(field: string, text: string | null, limit: number): GeneratorNote[] {
    const length = text === null ? 0 : lengthOf(text);
    if (length <= limit) {
        return [];
    }
    const message = `The ${field} has ${grouped(length)} characters; ClinicalTrials.gov takes ${grouped(limit)}. It is given in full: shorten it in the protocol header.`;
    return [{ name: 'registry-field-too-long', severity: 'warning', criterion: null, message }];
}
