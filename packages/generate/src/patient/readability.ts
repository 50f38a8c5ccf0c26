// Reading grades of the text: Flesch–Kincaid and SMOG, as it stands and with the names of diseases and drugs set aside.
import { fleschKincaid } from 'flesch-kincaid';
import { smogFormula } from 'smog-formula';
import { syllable } from 'syllable';
import type { Span } from './inline.js';
import type { PatientDocument, Point, Sentence } from './patient-document.js';

/** US school grades; 8 is read with ease by most 13- to 14-year-olds. */
export interface Grades {
    /** Flesch–Kincaid grade level (1975), from 'flesch-kincaid'. */
    fleschKincaid: number;
    /** SMOG grade (1969), from 'smog-formula'. */
    smog: number;
    sentences: number;
    words: number;
}

export interface Readability {
    raw: Grades;
    /** With each disease or drug name replaced by one neutral word. */
    adjusted: Grades;
}

/**
 * The sentences as a reader takes them in: an item of a list is read with the words that lead in to it ("You may be able to join if" + the point;
 * the lead of a list + the item). Headings, the study's own title and numbers, and the words of tables' heads are no sentences and are left out.
 */
export function measuredSentences(document: PatientDocument): Sentence[] {
    const points = document.sections.flatMap((section) => [
        ...section.intro,
        ...section.sides.flatMap((side) => [
            [{ text: side.note, neutral: null }],
            ...side.groups.flatMap((group) => group.points).flatMap(({ point }) => pointSentences(point, [{ text: side.title, neutral: null }])),
        ]),
    ]);
    const explained = document.explanations.map(({ word, meaning }): Sentence => [...word, { text: ': ', neutral: null }, ...meaning]);
    return [...document.about.flatMap((paragraph) => pointSentences(paragraph, [])), ...points, ...explained, ...document.next];
}

function pointSentences(point: Point, lead: Sentence): Sentence[] {
    const space: Span = { text: ' ', neutral: null };
    const sentences = point.sentences.map((sentence, i) => (i === 0 && lead.length > 0 ? [...lead, space, ...sentence] : sentence));
    const leadIn = sentences.at(-1) ?? [];
    const rows = point.table?.rows.map(([name, value]) => [...leadIn, space, ...name, space, ...value]) ?? [];
    const items = point.items.flatMap((item) => pointSentences(item, leadIn));
    const own = items.length + rows.length > 0 ? sentences.slice(0, -1) : sentences;
    return [...own, ...rows, ...items, ...point.after.flatMap((after) => pointSentences(after, []))];
}

/** Grades of sentences; a number counts as a word of one syllable. */
export function gradesOf(sentences: readonly string[]): Grades {
    const tokens = sentences.flatMap((sentence) =>
        sentence
            .split(/\s+/u)
            .map((token) => token.replace(/[^\p{L}\p{N}'’-]+/gu, ' ').trim())
            .filter((token) => /[\p{L}\p{N}]/u.test(token)),
    );
    // Lead-ins repeat the same words for each item of a list: each word is counted once.
    const known = new Map([...new Set(tokens)].map((token) => [token, Math.max(1, syllable(token))]));
    const syllables = tokens.map((token) => known.get(token) ?? 1);
    const counts = {
        sentence: sentences.length,
        word: tokens.length,
        syllable: syllables.reduce((sum, count) => sum + count, 0),
        polysillabicWord: syllables.filter((count) => count >= 3).length,
    };
    return { fleschKincaid: fleschKincaid(counts), smog: smogFormula(counts), sentences: counts.sentence, words: counts.word };
}

/** Both measures of a text. */
export function readabilityOf(document: PatientDocument): Readability {
    const sentences = measuredSentences(document);
    return {
        raw: gradesOf(sentences.map((sentence) => sentence.map((span) => span.text).join(''))),
        adjusted: gradesOf(sentences.map((sentence) => sentence.map((span) => span.neutral ?? span.text).join(''))),
    };
}
