// The patient cases of a file: listed with their places, and run with reasons.
import assert from 'node:assert/strict';
import { patientCases, runPatientCases } from '@crit-lang/server/features/patient-cases.js';
import { analysisOf } from './analysed-file.js';
import { openedAfterProtocol } from './opened-file.js';

const CASES = `patient "Too much creatinine" in RA {
  age = 30 years
  has rheumatoid arthritis
  creatinine = 2 mg/dL
  expect ineligible because I-1
}
patient "Nobody knows" {
  female
  expect eligible
}
`;

describe('patient cases', function () {
    it('are listed with the places of their titles and of what they expect', function () {
        const { workspace, uri, text } = openedAfterProtocol(CASES);
        const [first, second, ...others] = patientCases(workspace, uri);
        assert.deepEqual(others, []);
        assert.deepEqual([first?.title, first?.cohort, second?.title, second?.cohort], ['Too much creatinine', 'RA', 'Nobody knows', null]);
        const line = text.split('\n').indexOf('patient "Too much creatinine" in RA {');
        assert.deepEqual(first?.nameRange, { start: { line, character: 8 }, end: { line, character: 29 } });
        assert.deepEqual(
            first.expectations.map(({ start }) => start),
            [{ line: line + 4, character: 2 }],
        );
    });

    it('are run, one or all, with the reasons of what came out', async function () {
        const { workspace, uri, analysed, finish } = analysisOf(openedAfterProtocol(CASES));
        const asked = runPatientCases(workspace, uri, null, analysed);
        finish();
        const all = await asked;
        assert.ok('runs' in all);
        assert.deepEqual(
            all.runs.map(({ title, cohort, passed, outcome }) => [title, cohort, passed, outcome]),
            [
                ['Too much creatinine', 'RA', true, 'ineligible'],
                ['Nobody knows', 'SLE', false, 'unknown'],
                ['Nobody knows', 'RA', false, 'unknown'],
            ],
        );
        assert.match(all.runs[1]?.failures.join(' ') ?? '', /Expected eligible, found unknown because of .*I-1/);
        assert.match(all.runs[0]?.reasons.map(({ criterion, lines }) => `${criterion} ${lines.join(' ')}`).join() ?? '', /I-1 not met: .*creatinine = 2 mg/);
        const one = runPatientCases(workspace, uri, 'Too much creatinine', analysed);
        finish();
        assert.deepEqual(await one, { runs: [all.runs[0]], errors: 0 });
    });

    it('are said not to be there, and counted errors stand beside their runs', async function () {
        const { workspace, uri, analysed, finish } = analysisOf(openedAfterProtocol(`${CASES}include X-1 { has unheard-of }\n`));
        const missing = runPatientCases(workspace, uri, 'Somebody else', analysed);
        const nowhere = runPatientCases(workspace, 'file:///nowhere.crit', null, analysed);
        const all = runPatientCases(workspace, uri, null, analysed);
        finish();
        assert.deepEqual(await missing, { problem: 'There is no patient case "Somebody else".' });
        assert.deepEqual(await nowhere, { problem: 'Open a .crit file first.' });
        const { errors } = (await all) as { errors: number };
        assert.equal(errors, 1);
    });
});
