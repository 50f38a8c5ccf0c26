// JSON rules: the criteria model written out and read back.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { GIVEN_ORDER, MODEL_STYLE, canonicalJson } from '@crit-lang/generate/rules/canonical-json.js';
import { rulesTarget, rulesText } from '@crit-lang/generate/rules/rules.js';
import { expectGolden } from '../support/golden.js';
import { HOSTILE_NAMES, arbitraryCondition } from './arbitrary-condition.js';
import { all, criterion, document, presence, protocol, term } from './fixtures/build.js';
import { sampleDocument } from './fixtures/sample.js';

describe('rules', () => {
    it('gives the sample byte for byte', () => {
        const { files } = rulesTarget.generate(sampleDocument(), {});
        assert.deepEqual(
            files.map((file) => file.path),
            ['Sample-1.rules.json'],
        );
        expectGolden('generate/sample.rules.json', files[0]?.text ?? '');
    });

    it('reads back as the same document', () => {
        const sample = sampleDocument();
        assert.deepEqual(JSON.parse(rulesText(sample)), { $schema: 'urn:crit:criteria-model:1', ...sample });
    });

    it('reads back whatever the rule', () => {
        fc.assert(
            fc.property(arbitraryCondition, (rule) => {
                const before = document({ criteria: [criterion('I', 'include', rule)] });
                // fast-check makes objects without a prototype, which JSON does not give back.
                const plain = JSON.parse(JSON.stringify(before)) as object;
                assert.deepEqual(JSON.parse(rulesText(before)), { $schema: 'urn:crit:criteria-model:1', ...plain });
            }),
            { numRuns: 200, seed: 11 },
        );
    });

    it('keeps hostile names as data, and hides nothing', () => {
        const hostile = document({
            protocol: protocol('__proto__'),
            criteria: HOSTILE_NAMES.map((name) => criterion(name, 'include', all(presence(name)), { title: name })),
            terms: HOSTILE_NAMES.map((name) => term(name, 'condition')),
        });
        const text = rulesText(hostile);
        assert.deepEqual(JSON.parse(text), { $schema: 'urn:crit:criteria-model:1', ...hostile });
        assert.doesNotMatch(text.replaceAll('\n', ''), /[\p{Cc}\p{Cf}]/u);
        assert.equal(rulesTarget.generate(hostile, {}).files[0]?.path, 'proto.rules.json');
    });

    it('depends on the value, not on the order in which it was made', () => {
        const { criteria, ...rest } = sampleDocument();
        assert.equal(rulesText({ criteria, ...rest }), rulesText({ ...rest, criteria }));
    });

    it('writes empty and one-line values', () => {
        assert.equal(
            canonicalJson({ b: [], a: {}, range: { file: 0, start: [1] } }, MODEL_STYLE),
            '{\n  "a": {},\n  "b": [],\n  "range": { "file": 0, "start": [1] }\n}\n',
        );
        assert.equal(canonicalJson({ b: 1, a: undefined }, GIVEN_ORDER), '{\n  "b": 1\n}\n');
    });
});
