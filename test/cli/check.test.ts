// `crit check`: what each format prints, and how it ends.
import assert from 'node:assert/strict';
import type { Log } from 'sarif';
import { expectGolden } from '../support/golden.js';
import { longProtocol } from '../support/long-protocol.js';
import { crit, critIn, folderWith, transcript } from './crit.js';

const TRIAL = 'test/fixtures/cli/trial.crit';
const ERRORS = 'test/fixtures/cli/errors.crit';
const CONFLICT = 'test/fixtures/cli/conflict.crit';

interface CheckReport {
    version: number;
    files: {
        path: string;
        diagnostics: { name: string; severity: string; range: { start: { line: number; character: number } }; fixes: unknown[]; related: unknown[] }[];
        analysis: {
            cohorts: { id: string; satisfiable: unknown; reason: string; witness: { text: string } | null }[];
            notAnalysed: unknown[];
            complete: boolean;
        };
    }[];
    summary: Record<string, number>;
}

describe('crit check', function () {
    for (const format of ['human', 'json', 'sarif', 'github']) {
        it(`reports in ${format} as recorded`, async function () {
            const args = ['check', ERRORS, TRIAL, '--no-analysis', '--format', format];
            expectGolden(`cli/check-${format}.txt`, transcript(args, await crit(...args)));
        });
    }

    it('ends with 0 without errors, with 1 with some', async function () {
        assert.equal((await crit('check', TRIAL, '--no-analysis')).code, 0);
        assert.equal((await crit('check', ERRORS, '--no-analysis')).code, 1);
    });

    for (const format of ['human', 'json', 'sarif', 'github']) {
        it(`reports what the analysis finds in ${format} as recorded`, async function () {
            const args = ['check', CONFLICT, '--fixes', '--format', format];
            expectGolden(`cli/check-analysis-${format}.txt`, transcript(args, await crit(...args)));
        });
    }

    it('looks for fixes of the analysis where programs read it, and where it is asked to', async function () {
        const fixesIn = async (...args: string[]): Promise<boolean> =>
            (await crit('check', CONFLICT, ...args)).out.includes('cohort SLE then admits only what A-1 asserts');
        const found = [[], ['--fixes'], ['--format', 'json'], ['--format', 'json', '--no-fixes'], ['--format', 'sarif'], ['--format', 'sarif', '--fixes']];
        assert.deepEqual(await Promise.all(found.map((args) => fixesIn(...args))), [false, true, true, false, false, true]);
    });

    for (const example of ['breakfree-1', 'breakfree-1-abstract', 'breakfree-1-earlier', 'cd19-bcma', 'im19']) {
        it(`finds in ${example} what is recorded`, async function () {
            this.timeout(300_000);
            const args = ['check', `examples/${example}.crit`];
            expectGolden(`cli/check-example-${example}.txt`, transcript(args, await crit(...args)));
        });
    }

    it('says that nothing was decided with --no-analysis, and never a verdict', async function () {
        const { out } = await crit('check', TRIAL, '--format', 'json', '--no-analysis');
        const analysis = (JSON.parse(out) as CheckReport).files[0]?.analysis;
        assert.doesNotMatch(out, /"verdict"/);
        assert.equal(analysis?.complete, false);
        assert.deepEqual(
            analysis.cohorts.map(({ id, satisfiable }) => ({ id, satisfiable })),
            [
                { id: 'SLE', satisfiable: null },
                { id: 'RA', satisfiable: null },
            ],
        );
        for (const { reason } of analysis.cohorts) assert.match(reason, /--no-analysis/);
    });

    it('decides of each cohort whether anybody can qualify, shows who, and lists what was not analysed', async function () {
        const { out } = await crit('check', TRIAL, '--format', 'json');
        const analysis = (JSON.parse(out) as CheckReport).files[0]?.analysis;
        assert.deepEqual(
            analysis?.cohorts.map(({ id, satisfiable, reason }) => ({ id, satisfiable, reason })),
            [
                { id: 'SLE', satisfiable: true, reason: null },
                { id: 'RA', satisfiable: true, reason: null },
            ],
        );
        for (const { witness } of analysis.cohorts) assert.match(witness?.text ?? '', /^patient "[\s\S]*expect eligible/);
        assert.ok(analysis.notAnalysed.length > 0, 'the hole is listed');
        assert.equal(analysis.complete, false);
    });

    it('does not analyse a file with errors, and says why', async function () {
        const { folder, remove } = folderWith({ 'wrong.crit': 'protocol P "P" { age from 18 years }\ninclude I-1 { has nothing of the kind }\n' });
        try {
            const { code, out } = await critIn(folder, 'check', 'wrong.crit', '--format', 'json');
            const { cohorts, complete } = (JSON.parse(out) as CheckReport).files[0]?.analysis ?? {};
            assert.equal(code, 1);
            assert.equal(complete, false);
            assert.deepEqual(
                cohorts?.map(({ satisfiable, witness }) => ({ satisfiable, witness })),
                [{ satisfiable: null, witness: null }],
            );
            assert.match(cohorts[0]?.reason ?? '', /has errors/);
            assert.match((await critIn(folder, 'check', 'wrong.crit')).out, /wrong\.crit: The file has errors, so it was not analysed/);
        } finally {
            remove();
        }
    });

    it('ends with 1 where nobody can qualify, and with 0 without the analysis', async function () {
        assert.equal((await crit('check', CONFLICT)).code, 1);
        assert.equal((await crit('check', CONFLICT, '--no-analysis')).code, 0);
    });

    it('keeps to acknowledgements of what the analysis finds, and calls them stale only when it was asked', async function () {
        const text = (accepted: string): string =>
            `protocol P "P" { age from 18 years }\nexclude E-1 { uses any anticoagulant }\nexclude E-2 {\n  uses ${accepted}\n  accept criterion-redundant "Wanted."\n}\n`;
        const { folder, remove } = folderWith({ 'fresh.crit': text('warfarin'), 'stale.crit': text('methotrexate') });
        try {
            const names = async (...args: string[]): Promise<string[][]> => {
                const { out } = await critIn(folder, 'check', 'fresh.crit', 'stale.crit', '--format', 'json', ...args);
                return (JSON.parse(out) as CheckReport).files.map(({ diagnostics }) => diagnostics.map(({ name }) => name));
            };
            assert.deepEqual(await names(), [[], ['acknowledgement-stale']]);
            assert.deepEqual(await names('--no-analysis'), [[], []]);
        } finally {
            remove();
        }
    });

    it('counts warnings against --max-warnings', async function () {
        const { out } = await crit('check', TRIAL, '--no-analysis', '--format', 'json');
        const warnings = (JSON.parse(out) as CheckReport).summary['warnings'] ?? 0;
        assert.ok(warnings > 0);
        assert.equal((await crit('check', TRIAL, '--no-analysis', '--max-warnings', String(warnings))).code, 0);
        const { code, err } = await crit('check', TRIAL, '--no-analysis', '--max-warnings', String(warnings - 1));
        assert.equal(code, 1);
        assert.equal(err, `crit: ${warnings} warnings are more than --max-warnings allows (${warnings - 1}).\n`);
    });

    for (const wrong of ['-1', 'many', '1.5', '']) {
        it(`refuses --max-warnings '${wrong}'`, async function () {
            assert.equal((await crit('check', TRIAL, `--max-warnings=${wrong}`)).code, 2);
        });
    }

    it('lists files that cannot be read, with a diagnostic, and ends with 2', async function () {
        const { folder, remove } = folderWith({ 'good.crit': '', 'latin.crit': Buffer.from([0x63, 0xe9, 0x0a]) });
        try {
            const { code, out } = await critIn(folder, 'check', '.', 'missing.crit', '--no-analysis', '--format', 'json');
            const { files, summary } = JSON.parse(out) as CheckReport;
            assert.equal(code, 2);
            assert.deepEqual(
                files.map(({ path, diagnostics }) => [path, ...diagnostics.map(({ name }) => name)]),
                [['good.crit'], ['latin.crit', 'unreadable-file'], ['missing.crit', 'unreadable-file']],
            );
            assert.equal(summary['errors'], 2);
        } finally {
            remove();
        }
    });

    it('writes SARIF whose results point at their rules and places', async function () {
        for (const [file, ...args] of [
            [ERRORS, '--no-analysis'],
            [CONFLICT, '--fixes'],
        ] as const) {
            const { out } = await crit('check', file, ...args, '--format', 'sarif');
            const log = JSON.parse(out) as Log;
            const run = log.runs[0];
            assert.equal(log.version, '2.1.0');
            assert.ok(run?.results !== undefined && run.results.length > 0);
            for (const result of run.results) {
                assert.equal(run.tool.driver.rules?.[result.ruleIndex ?? -1]?.id, result.ruleId);
                const place = result.locations?.[0]?.physicalLocation;
                assert.equal(place?.artifactLocation?.uri, file);
                assert.ok((place.region?.startLine ?? 0) >= 1 && (place.region?.startColumn ?? 0) >= 1);
            }
        }
    });

    it('escapes what GitHub would take for its own', async function () {
        const { folder, remove } = folderWith({ 'a,b%.crit': 'include I-1 { has fever : % }' });
        try {
            const { out } = await critIn(folder, 'check', 'a,b%.crit', '--no-analysis', '--format', 'github');
            assert.match(out, /^::error file=a%2Cb%25\.crit,line=1,/);
        } finally {
            remove();
        }
    });

    it('warns once of criteria that the registry would refuse, and not where that is acknowledged', async function () {
        const { folder, remove } = folderWith({ 'long.crit': longProtocol(25), 'accepted.crit': longProtocol(25, true), 'stale.crit': longProtocol(2, true) });
        try {
            const { code, out } = await critIn(folder, 'check', 'long.crit', 'accepted.crit', 'stale.crit', '--no-analysis', '--format', 'json');
            assert.equal(code, 0);
            const found = (JSON.parse(out) as CheckReport).files.map(({ diagnostics }) => diagnostics.map(({ name, severity }) => `${severity} ${name}`));
            assert.deepEqual(found, [['warning registry-limit'], [], ['warning acknowledgement-stale']]);
        } finally {
            remove();
        }
    });
});
