// For every cohort of the examples and of the analyser's corpora there is a patient whom the evaluator confirms, and whose text reads back the same.
import assert from 'node:assert/strict';
import { assertWitnessesOfFile, critFilesIn } from './witnesses.js';

/** Those who pass here lie between two times whose order no date or vocabulary settles: no record can say that. */
const UNSAYABLE: ReadonlySet<string> = new Set([
    'test/fixtures/analysis/planted/sliver-six-months-and-180-days.crit',
    'test/fixtures/analysis/planted/undeclared-half-life.crit',
]);

describe('witnesses of whole protocols', function () {
    for (const folder of ['examples', 'test/fixtures/analysis/clean', 'test/fixtures/analysis/planted']) {
        for (const name of critFilesIn(folder)) {
            if (UNSAYABLE.has(name)) {
                it(`${name}: none is shown`, function () {
                    assert.throws(() => assertWitnessesOfFile(name), { name: 'AssertionError' });
                });
            } else it(name, () => assertWitnessesOfFile(name));
        }
    }
});
