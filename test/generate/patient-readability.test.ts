// The reading grades: what counts as a sentence, a word and a name, against figures worked out by hand.
import assert from 'node:assert/strict';
import { gradesOf, measuredSentences, readabilityOf } from '@crit-lang/generate/patient/readability.js';
import { buildDocument } from '@crit-lang/generate/patient/build-document.js';
import { spanText } from '@crit-lang/generate/patient/inline.js';
import * as build from './fixtures/build.js';

const lupus = build.term('SLE', 'condition', { title: 'systemic lupus erythematosus', synonyms: ['lupus'], plain: 'lupus' });
const scarring = build.term('pulmonary fibrosis', 'condition', { plain: 'lung scarring' });
const drugs = ['azathioprine', 'rituximab', 'methotrexate'].map((id) => build.term(id, 'drug'));

function sentencesFor(rule: Parameters<typeof build.criterion>[2]): string[] {
    const { page } = buildDocument(build.document({ criteria: [build.criterion('C', 'include', rule)], terms: [lupus, scarring, ...drugs] }));
    return measuredSentences(page).map(spanText);
}

describe('patient readability', () => {
    it('computes Flesch–Kincaid and SMOG from the counts', () => {
        // 2 sentences, 8 words, 9 syllables (medicine has 3): 0.39 × 4 + 11.8 × 10/8 − 15.59 and 1.043 √(1 × 30/2) + 3.1291.
        const grades = gradesOf(['You take this medicine', 'It helps you well']);
        assert.deepEqual([grades.sentences, grades.words], [2, 8]);
        assert.ok(Math.abs(grades.fleschKincaid - (0.39 * 4 + 11.8 * (10 / 8) - 15.59)) < 1e-9, String(grades.fleschKincaid));
        assert.ok(Math.abs(grades.smog - (1.043 * Math.sqrt(15) + 3.1291)) < 1e-9, String(grades.smog));
    });

    it('counts a number and a unit as words', () => {
        assert.equal(gradesOf(['more than 1.5 mg/dL']).words, 4);
    });

    it('joins each item of a list to all that leads in to it', () => {
        const sentences = sentencesFor(
            build.atLeast(
                2,
                drugs.map(({ id }) => build.response(id)),
            ),
        );
        assert.ok(sentences.includes('You may be able to join if at least 2 of these medicines did not help you enough azathioprine'));
        assert.ok(!sentences.some((sentence) => sentence.endsWith('help you enough')));
    });

    it('joins the first sentence of a point to its heading, not the others', () => {
        const sentences = sentencesFor(build.response('rituximab', { lasting: build.forAtLeast('3', 'month') }));
        assert.ok(sentences.includes('You may be able to join if rituximab did not help you enough'));
        assert.ok(sentences.includes('you used it for at least 3 months'));
    });

    it('sets aside names of diseases and drugs, but not our own plain words for them', () => {
        const { page } = buildDocument(
            build.document({
                criteria: [
                    build.criterion('C', 'include', build.all(build.presence('SLE'), build.presence('pulmonary fibrosis'), build.response('rituximab'))),
                ],
                terms: [lupus, scarring, ...drugs],
            }),
        );
        const adjusted = measuredSentences(page).map((sentence) => sentence.map((span) => span.neutral ?? span.text).join(''));
        assert.ok(adjusted.includes('You may be able to join if you have illness (illness)'));
        assert.ok(adjusted.includes('You may be able to join if you have lung scarring (illness)'));
        assert.ok(adjusted.includes('You may be able to join if drug did not help you enough'));
        const { raw, adjusted: grades } = readabilityOf(page);
        assert.equal(raw.sentences, grades.sentences);
        assert.ok(grades.fleschKincaid < raw.fleschKincaid);
    });
});
