// Emitted documents fit the published JSON Schema, and what is not a criteria document does not.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { rulesText } from '@crit-lang/generate/rules/rules.js';
import { inRoot } from '../support/repository.js';
import { arbitraryCondition } from './arbitrary-condition.js';
import { any, anyOfClass, compare, criterion, document, normal, presence, quantity, requiring } from './fixtures/build.js';
import { sampleDocument } from './fixtures/sample.js';

const validate = new Ajv2020({ strict: true, allErrors: false }).compile(
    JSON.parse(fs.readFileSync(inRoot('packages/model/schema/criteria-model.schema.json'), 'utf8')) as object,
);

function fits(value: unknown): boolean {
    return validate(value);
}

/** The sample with one change at a path. */
function changed(path: string, value: unknown): unknown {
    const copy = JSON.parse(rulesText(sampleDocument())) as Record<string, unknown>;
    const keys = path.split('.');
    const last = keys.pop() ?? '';
    const parent = keys.reduce<Record<string, unknown>>((at, key) => at[key] as Record<string, unknown>, copy);
    if (value === undefined) delete parent[last];
    else parent[last] = value;
    return copy;
}

describe('schema', () => {
    it('accepts the sample, with and without its schema named', () => {
        assert.ok(fits(JSON.parse(rulesText(sampleDocument()))), JSON.stringify(validate.errors));
        assert.ok(fits(sampleDocument()));
    });

    it('accepts every condition', () => {
        fc.assert(
            fc.property(arbitraryCondition, (rule) => {
                assert.ok(fits(JSON.parse(rulesText(document({ criteria: [criterion('I', 'include', rule)] })))), JSON.stringify(validate.errors?.slice(-2)));
            }),
            { numRuns: 300, seed: 13 },
        );
    });

    const wrong: [string, string, unknown][] = [
        ['a member it does not know', 'surprise', 1],
        ['a missing member', 'criteria', undefined],
        ['another version', 'version', 2],
        ['a condition of an unknown kind', 'criteria.0.rule.kind', 'xor'],
        ['an empty list', 'criteria.0.rule.of', []],
        ['a number that is no exact text', 'protocol.age.low.value', 18],
        ['a decimal comma', 'protocol.age.low.value', '1,5'],
        ['a fraction over zero', 'protocol.age.low.value', '1/0'],
        ['a hash of another kind', 'files.0.hash', 'md5:00'],
        ['an unknown term kind', 'terms.0.kind', 'disease'],
        ['a relation without its term', 'relations.0.child', undefined],
    ];
    for (const [what, path, value] of wrong) {
        it(`refuses ${what}`, () => assert.ok(!fits(changed(path, value))));
    }

    it('refuses contradictory shapes', () => {
        const rule = (condition: object): unknown => document({ criteria: [criterion('E', 'exclude', any(condition as never))] });
        assert.ok(fits(rule(presence(anyOfClass('A')))));
        assert.ok(!fits(rule(presence({ ...anyOfClass('A'), index: true }))), 'the index disease with a term');
        assert.ok(!fits(rule(presence({ ...anyOfClass('A'), term: null }))), 'no term and not the index disease');
        assert.ok(!fits(rule(presence('A', { refinements: [{ ...requiring('x'), condition: presence('B') }] }))), 'a refinement by text and condition');
        assert.ok(!fits(rule(compare('A', '>', { ...normal('1'), ...quantity('1') }))), 'a limit of two kinds');
        assert.ok(!fits(rule({ ...presence('A'), note: '' })), 'an unknown member of a condition');
    });
});
