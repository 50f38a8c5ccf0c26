// Whatever the condition, the patient text is written, keeps the numbers, and shows nothing of the machinery.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { generatePatientText } from '@crit-lang/generate/patient/patient-text.js';
import { arbitraryCondition } from './arbitrary-condition.js';
import * as build from './fixtures/build.js';
import { expectedOf } from './patient-survival.js';

/** Words of the model and of the language that no patient should meet. */
const MACHINERY =
    /undefined|\[object|\bNaN\b|\bULN\b|\bLLN\b|\bindex condition\b|\bindex disease\b|half-life\b.*half-life\b.*\bkind\b|at-least-before|normal-limit|"kind"|[\u202a-\u202e]/u;

describe('patient text: properties', () => {
    it('never throws, loses no number, leaks no keyword', () => {
        fc.assert(
            fc.property(arbitraryCondition, fc.constantFrom('include' as const, 'exclude' as const), fc.boolean(), (rule, kind, html) => {
                const document = build.document({ criteria: [build.criterion('C', kind, rule)] });
                const { files, accounting } = generatePatientText(document, { html });
                assert.doesNotMatch(files[0]?.text ?? '', MACHINERY);
                const text = (accounting.get('C') ?? []).join(' ');
                assert.ok(text.trim() !== '', 'nothing said');
                const numbers = expectedOf(rule, []).texts.filter((shown) => /^[\d./,:]+$/u.test(shown));
                for (const number of numbers) assert.ok(text.includes(number), `${number} is missing in: ${text}`);
            }),
            { numRuns: 800, seed: 11 },
        );
    });

    it('gives the same bytes for the same document', () => {
        fc.assert(
            fc.property(arbitraryCondition, (rule) => {
                const document = build.document({ criteria: [build.criterion('C', 'include', rule)] });
                assert.equal(generatePatientText(document).files[0]?.text, generatePatientText(structuredClone(document)).files[0]?.text);
            }),
            { numRuns: 100, seed: 12 },
        );
    });
});
