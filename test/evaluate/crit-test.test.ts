// `crit test`: what it prints and how it ends; the examples' patient cases; the examples on its page.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { crit, critIn, folderWith } from '../cli/crit.js';
import { inRoot } from '../support/repository.js';

const page = fs.readFileSync(inRoot('docs/cli/test.md'), 'utf8');
const cases = /^```crit\n([\s\S]*?)^```$/m.exec(page)?.[1] ?? '';

/** Runs the command in a folder with these files. */
async function run(files: Record<string, string>, ...args: string[]): Promise<{ code: number; out: string; err: string }> {
    const { folder, remove } = folderWith(files);
    try {
        return await critIn(folder, 'test', ...args);
    } finally {
        remove();
    }
}

describe('crit test', function () {
    it('passes on the examples, with an eligible, an ineligible and an unknown patient for each cohort that can have them', async function () {
        const { code, out } = await crit('test', 'examples', '--format', 'json');
        const { files, summary } = JSON.parse(out) as {
            files: { path: string; patients: { cohort: string; outcome: string }[] }[];
            summary: { passed: number; failed: number };
        };
        assert.equal(summary.failed, 0);
        assert.equal(code, 0);
        const found = (path: string): Record<string, string> => {
            const outcomes = new Map<string, Set<string>>();
            for (const { cohort, outcome } of files.find((file) => file.path.endsWith(path))?.patients ?? [])
                outcomes.set(cohort, (outcomes.get(cohort) ?? new Set()).add(outcome));
            return Object.fromEntries([...outcomes].map(([cohort, set]) => [cohort, [...set].sort().join(' ')]));
        };
        const all = 'eligible ineligible unknown';
        // Read as written, E-3 keeps everybody with systemic sclerosis or rheumatoid arthritis out of Breakfree-1.
        const nobody = 'ineligible unknown';
        assert.deepEqual(found('/breakfree-1.crit'), { SLE: all, IIM: all, SSc: nobody, RA: nobody });
        assert.deepEqual(found('/breakfree-1-earlier.crit'), { SLE: all, IIM: all, SSc: nobody });
        assert.deepEqual(found('/cd19-bcma.crit'), { SLE: all, SSc: all, IIM: all, SS: all, AIHA: all, MS: all });
        assert.deepEqual(found('/im19.crit'), { SLE: all });
    });

    for (const [, body = ''] of page.matchAll(/^```console cases\.crit\n([\s\S]*?)^```$/gm)) {
        const [command = '', ...shown] = body.split('\n');
        it(`prints what its page shows: ${command}`, async function () {
            const { code, out, err } = await run({ 'cases.crit': cases }, ...command.split(' ').slice(3));
            assert.equal(`${out}${err}${code === 0 ? '' : `[exit code ${code}]\n`}`, shown.join('\n'));
        });
    }

    it('gives the reasons of a failure as JSON', async function () {
        const { code, out } = await run({ 'cases.crit': cases }, '.', '--format', 'json', '--coverage');
        const { files } = JSON.parse(out) as { files: { patients: object[]; coverage: { criteria: number } }[] };
        assert.equal(code, 1);
        assert.deepEqual(files[0]?.patients[1], {
            title: 'creatinine not measured',
            cohort: 'SLE',
            line: 14,
            expected: [{ outcome: 'eligible', because: [] }],
            outcome: 'unknown',
            passed: false,
            failures: ['Expected eligible, found unknown because of E-1.'],
            criteria: { 'SLE.index': 'met', 'I-1': 'met', 'E-1': 'unknown', 'E-2': 'not-met' },
            readings: {},
            missing: [{ criterion: 'E-1', missing: ['creatinine at screening'] }],
            reasons: [
                {
                    criterion: 'E-1',
                    verdict: 'unknown',
                    says: 'any of these',
                    because: null,
                    facts: [],
                    missing: [],
                    parts: [
                        {
                            verdict: 'unknown',
                            says: 'creatinine > 1.5 x ULN',
                            because: 'The value is not given.',
                            facts: [],
                            missing: ['creatinine at screening'],
                            parts: [],
                        },
                    ],
                },
            ],
        });
        assert.equal(files[0]?.coverage.criteria, 4);
    });

    it('writes JUnit XML that no title breaks', async function () {
        const { code, out } = await run({ 'cases.crit': cases.replace('active lupus', 'a <b> & \u0007 c') }, '.', '--format', 'junit');
        assert.equal(code, 1);
        assert.match(out, /^<\?xml version="1.0" encoding="UTF-8"\?>\n<testsuites>\n {2}<testsuite name="cases.crit" tests="2" failures="1" errors="0">\n/);
        assert.match(out, /name="a &lt;b&gt; &amp; \ufffd c \(SLE\)"/);
        assert.match(out, /<failure message="Expected eligible, found unknown because of E-1\.">E-1&#10; {2}unknown: any of these/);
    });

    it('ends with 1 on a file with errors, and says so', async function () {
        const { code, out } = await run({ 'a.crit': 'cohort A with SLE\nexclude E-1 { has nobody knows }' }, '.');
        assert.equal(code, 1);
        assert.match(out, /It has 1 error: what stands on such a line is unknown/);
    });

    it('ends with 2 on a file that cannot be read', async function () {
        const { code, err } = await run({ 'a.crit': '' }, 'missing.crit', 'a.crit');
        assert.equal(code, 2);
        assert.match(err, /missing\.crit: There is no such file/);
    });

    it('says that --suggest is not built yet', async function () {
        const { code, out, err } = await run({ 'a.crit': '' }, '.', '--suggest');
        assert.deepEqual([code, out], [2, '']);
        assert.match(err, /--suggest' is not built yet/);
    });

    it('runs the cases of an imported file where they are written', async function () {
        const { out } = await run({ 'cases.crit': cases, 'z.crit': 'import "cases.crit"\n' }, 'z.crit');
        assert.match(out, /It has no patient cases\.\n0 passed, 0 failed\./);
    });

    it('asks a case for its expectation, and a cohort for a case', async function () {
        const { code, out } = await run(
            { 'a.crit': 'protocol P { timeline screening; assessed screening }\ncohort A with SLE\npatient "p" in A { has SLE }' },
            '.',
        );
        assert.equal(code, 1);
        assert.match(out, /Nothing is expected of this patient/);
    });
});
