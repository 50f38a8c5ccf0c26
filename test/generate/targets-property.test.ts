// Whatever the document, no target throws, file names stay plain, and texts carry nothing that hides or reorders.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TARGETS } from '@crit-lang/generate/targets.js';
import type { CriteriaDocument } from '@crit-lang/model/criteria/document.js';
import { arbitraryCondition, arbitraryName } from './arbitrary-condition.js';
import { cohort, criterion, document, protocol, term } from './fixtures/build.js';

const maybe = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(of, { nil: null });

const arbitraryDocument: fc.Arbitrary<CriteriaDocument> = fc
    .record({
        names: fc.array(arbitraryName, { minLength: 1, maxLength: 4 }),
        title: maybe(arbitraryName),
        rules: fc.array(arbitraryCondition, { maxLength: 4 }),
        wording: fc.array(fc.oneof(arbitraryName, fc.constantFrom('i) one', 'A. two', '* three', '1.5 mg', ')')), { maxLength: 4 }),
        exclude: fc.boolean(),
        definition: arbitraryCondition,
        scoped: fc.boolean(),
    })
    .map(({ names, title, rules, wording, exclude, definition, scoped }) => {
        const [first = 'x'] = names;
        return document({
            protocol: protocol(first, { title, registry: first, identifier: title, sponsor: first, phases: [first] }),
            cohorts: names.map((name) => cohort(name, name, title)),
            criteria: rules.map((rule, i) =>
                criterion(`${first}-${i}`, exclude ? 'exclude' : 'include', rule, {
                    title,
                    wording: i % 2 === 0 ? wording : [],
                    cohorts: scoped ? [first] : null,
                    replaces: `${first}-0`,
                }),
            ),
            definitions: names.map((name) => ({ id: name, parameters: ['p'], rule: definition, plain: [] })),
            terms: names.map((name) => term(name, 'condition', { title, synonyms: [name], plain: title })),
        });
    });

describe('targets', () => {
    for (const target of TARGETS) {
        it(`${target.id}: never throws, gives plain names and clean texts, always the same`, function () {
            this.timeout(60_000);
            fc.assert(
                fc.property(arbitraryDocument, (made) => {
                    const { files, notes } = target.generate(made, {});
                    assert.deepEqual(target.generate(made, {}), { files, notes });
                    for (const file of files) {
                        assert.match(file.path, /^[A-Za-z0-9_-]+(\.[a-z-]+)+$/u);
                        assert.doesNotMatch(file.text.replaceAll('\n', ''), /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/u);
                        assert.ok(file.text.isWellFormed());
                    }
                    for (const note of notes) assert.doesNotMatch(note.message, /[\u0000-\u001f\u202a-\u202e]|undefined|\[object/u);
                }),
                { numRuns: 150, seed: 17 },
            );
        });
    }
});
