// The patient text of the examples: golden files, nothing lost of any criterion, and the reading grade of Breakfree-1.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { generatePatientText } from '@crit-lang/generate/patient/patient-text.js';
import { compile } from '@crit-lang/language/compile.js';
import { parseFile } from '@crit-lang/language/resolve/parsed-file.js';
import type { CriteriaDocument } from '@crit-lang/model/criteria/document.js';
import { expectGolden } from '../support/golden.js';
import { inRoot } from '../support/repository.js';
import { NEGATION, expectedOf } from './patient-survival.js';

const EXAMPLES = ['breakfree-1', 'breakfree-1-earlier', 'cd19-bcma', 'im19'];

function documentOf(example: string): CriteriaDocument {
    const path = `examples/${example}.crit`;
    return compile(parseFile(path, fs.readFileSync(inRoot(path), 'utf8'))).document;
}

describe('patient text of the examples', () => {
    for (const example of EXAMPLES) {
        it(`${example}: is what the golden file holds`, () => {
            expectGolden(`generate/patient-${example}.md`, generatePatientText(documentOf(example)).files[0]?.text ?? '');
        });

        it(`${example}: keeps every criterion with its numbers, windows and negations`, () => {
            const document = documentOf(example);
            const { accounting } = generatePatientText(document);
            for (const criterion of document.criteria) {
                const text = (accounting.get(criterion.id) ?? []).join(' ');
                assert.ok(text !== '', `${criterion.id} is missing`);
                if (criterion.plain.length > 0) continue;
                for (const rule of criterion.readings.length > 1 ? criterion.readings.map((reading) => reading.rule) : [criterion.rule]) {
                    const expected = expectedOf(rule, document.definitions);
                    for (const shown of expected.texts) assert.ok(text.includes(shown), `${criterion.id}: '${shown}' is missing in: ${text}`);
                    assert.ok((text.match(NEGATION) ?? []).length >= expected.negations, `${criterion.id}: a negation is missing in: ${text}`);
                }
            }
        });

        it(`${example}: shows no code and no keyword`, () => {
            const text = generatePatientText(documentOf(example)).files[0]?.text ?? '';
            assert.doesNotMatch(
                text,
                /\bULN\b|\bLLN\b|[≥≤]|>=|<=|index (?:condition|disease)|\b(?:mesh|loinc|icd10cm|rxnorm):|\bunspecified\b|\bundefined\b|anti-\w+ antibody \(anti/u,
            );
        });
    }

    it('breakfree-1 as a page is what the golden file holds', () => {
        expectGolden('generate/patient-breakfree-1.html', generatePatientText(documentOf('breakfree-1'), { html: true }).files[0]?.text ?? '');
    });

    it('the documentation has the grades as they are', () => {
        const rows = EXAMPLES.map((example) => {
            const { raw, adjusted } = generatePatientText(documentOf(example)).readability;
            const figures = [raw.fleschKincaid, raw.smog, adjusted.fleschKincaid, adjusted.smog].map((figure) => figure.toFixed(1));
            return `| \`${example}\` | ${figures.join(' | ')} |\n`;
        }).join('');
        const page = inRoot('docs/generators/patient.md');
        const text = fs.readFileSync(page, 'utf8');
        const current = text.replace(/(adjusted \|\n\|(?: --- \|){5}\n)(?:\|.*\n)+/u, `$1${rows}`);
        if (process.env['CRIT_UPDATE_GOLDEN'] === '1') fs.writeFileSync(page, current);
        else assert.equal(text, current, 'docs/generators/patient.md has other grades; run `npm run golden` and read its diff');
    });

    it('breakfree-1 reads at grade 8 or below, with names of diseases and drugs set aside', () => {
        const { readability } = generatePatientText(documentOf('breakfree-1'));
        assert.ok(readability.adjusted.fleschKincaid <= 8, String(readability.adjusted.fleschKincaid));
    });
});
