// Every check reports what its fixtures say and nothing else, and every fix that it offers mends what it was offered for.
import assert from 'node:assert/strict';
import { CATALOGUE } from '@crit-lang/language/diagnostics/catalogue.js';
import type { Diagnostic } from '@crit-lang/language/diagnostics/diagnostic.js';
import { applied, checkAgain, checkFixture, differences, fixturesOf } from './check-fixtures.js';

describe('checks', function () {
    for (const check of Object.keys(CATALOGUE)) {
        for (const file of fixturesOf(check)) {
            it(`${check}/${file}`, function () {
                const fixture = checkFixture(check, file);
                assert.deepEqual(differences(fixture), []);
                const own = fixture.expected.filter(({ name }) => name === check).length;
                if (fixture.kind === 'invalid') assert.ok(own > 0, `an invalid fixture of ${check} expects it`);
                else assert.equal(own, 0, `a valid fixture of ${check} does not expect it`);
            });
        }
    }
});

describe('fixes', function () {
    for (const check of Object.keys(CATALOGUE)) {
        for (const file of fixturesOf(check).filter((name) => name.startsWith('invalid'))) {
            it(`of ${check}/${file} mend what they were offered for`, function () {
                const fixture = checkFixture(check, file);
                for (const diagnostic of fixture.diagnostics.filter(({ name }) => name === check)) {
                    for (const fix of diagnostic.fixes) {
                        const after = checkAgain(fixture, applied(fix, fixture.source));
                        const told = `line ${diagnostic.range.start.line + 1}, '${fix.title}'`;
                        assert.ok(count(after, check) < count(fixture.diagnostics, check), `${told}: the diagnostic is still there: ${messages(after)}`);
                        assert.deepEqual(newErrors(fixture.diagnostics, after), [], `${told}: there are new errors: ${messages(after)}`);
                    }
                }
            });
        }
    }
});

const count = (diagnostics: readonly Diagnostic[], name: string): number => diagnostics.filter((diagnostic) => diagnostic.name === name).length;
const messages = (diagnostics: readonly Diagnostic[]): string => diagnostics.map(({ name, message }) => `${name}: ${message}`).join('\n');

/** Names of errors of which there are more than before. */
function newErrors(before: readonly Diagnostic[], after: readonly Diagnostic[]): string[] {
    const errors = [...new Set(after.filter(({ severity }) => severity === 'error').map(({ name }) => name))];
    return errors.filter((name) => count(after, name) > count(before, name));
}
