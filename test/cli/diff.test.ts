// `crit diff`: what it reports in each format, when it ends with what, and that no input breaks it.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { expectGolden } from '../support/golden.js';
import { inRoot } from '../support/repository.js';
import { crit, critIn, folderWith } from './crit.js';

const OLD = 'examples/breakfree-1-earlier.crit';
const NEW = 'examples/breakfree-1.crit';
const CHANGES = ['unchanged', 'wording', 'broadened', 'narrowed', 'both', 'incomparable', 'undecided', 'added', 'removed'];

const EXTENSIONS = { human: 'txt', json: 'json', markdown: 'md' } as const;

interface Patient {
    text: string;
}
interface Report {
    version: number;
    cohorts: { id: string; change: string; gained: Patient | null; lost: Patient | null }[];
    criteria: { old: string | null; new: string | null; change: string; gained: Patient | null; lost: Patient | null; message: string }[];
}

async function inFolder<Result>(files: Record<string, string | Buffer>, run: (folder: string) => Promise<Result>): Promise<Result> {
    const { folder, remove } = folderWith(files);
    try {
        return await run(folder);
    } finally {
        remove();
    }
}

const protocol = (lines: string): string => `protocol P { timeline screening; assessed screening }\n${lines}\n`;

describe('crit diff', function () {
    for (const format of Object.keys(EXTENSIONS)) {
        it(`reports the two versions of Breakfree-1 in ${format} as recorded`, async function () {
            const args = ['diff', OLD, NEW, '--format', format];
            const outcome = await crit(...args);
            assert.deepEqual([outcome.code, outcome.err], [0, '']);
            expectGolden(`diff/breakfree-1-${format}.${EXTENSIONS[format as keyof typeof EXTENSIONS]}`, outcome.out);
        });
    }

    it('has the fields in JSON that scripts read', function () {
        const report = JSON.parse(fs.readFileSync(inRoot('test/golden/diff/breakfree-1-json.json'), 'utf8')) as Report;
        assert.equal(report.version, 1);
        assert.deepEqual(
            report.cohorts.map(({ id }) => id),
            ['SLE', 'IIM', 'SSc', 'RA'],
        );
        for (const each of [...report.cohorts, ...report.criteria]) {
            assert.ok(CHANGES.includes(each.change));
            for (const patient of [each.gained, each.lost]) assert.ok(patient === null || patient.text.startsWith('patient "'));
        }
        for (const each of report.criteria) {
            assert.ok('old' in each && 'new' in each && each.message.length > 0);
            assert.equal(each.old === null, each.change === 'added');
            assert.equal(each.new === null, each.change === 'removed');
        }
    });

    it('ends with 1 when a change occurs that is forbidden, of a criterion or a cohort', async function () {
        const files = {
            'one.crit': protocol('include I-1 { creatinine <= 2 mg/dL }'),
            'wider.crit': protocol('include I-1 { creatinine <= 3 mg/dL }'),
            'more.crit': protocol('include I-1 { creatinine <= 2 mg/dL }\nexclude E-1 { pregnant }'),
            'both.crit': protocol('include I-1 { creatinine from 1 to 3 mg/dL }'),
            'other.crit': protocol('include I-1 { hemoglobin >= 9 g/dL }'),
        };
        await inFolder(files, async (folder) => {
            const ends = async (file: string, ...forbid: string[]): Promise<[number, string]> => {
                const { code, err } = await critIn(folder, 'diff', 'one.crit', file, ...forbid);
                return [code, err];
            };
            assert.deepEqual(await ends('wider.crit'), [0, '']);
            assert.deepEqual(await ends('one.crit', '--forbid', 'broadened,narrowed'), [0, '']);
            assert.deepEqual(await ends('wider.crit', '--forbid', 'narrowed'), [0, '']);
            assert.deepEqual(await ends('wider.crit', '--forbid', 'broadened'), [1, 'crit: forbidden: cohort P (broadened), I-1 (broadened).\n']);
            assert.deepEqual(await ends('wider.crit', '--forbid', 'narrowed,broadened'), [1, 'crit: forbidden: cohort P (broadened), I-1 (broadened).\n']);
            // An added criterion is no narrowed one, but the cohort is narrowed by it.
            assert.deepEqual(await ends('more.crit', '--forbid', 'narrowed'), [1, 'crit: forbidden: cohort P (narrowed).\n']);
            assert.deepEqual(await ends('more.crit', '--forbid', 'added'), [1, 'crit: forbidden: E-1 (added).\n']);
            for (const change of ['broadened', 'narrowed', 'both']) assert.equal((await ends('both.crit', '--forbid', change))[0], 1, change);
            const [code, err] = await ends('other.crit', '--forbid', 'broadened');
            assert.equal(code, 0);
            assert.match(err, /is not known, so --forbid does not count them: cohort P \(incomparable\), I-1 \(incomparable\)/);
            assert.equal((await ends('other.crit', '--forbid', 'incomparable'))[0], 1);
        });
    });

    it('shows patients for whom it says how they fare', async function () {
        await inFolder(
            { 'a.crit': protocol('include I-1 { creatinine <= 2 mg/dL }'), 'b.crit': protocol('include I-1 { creatinine <= 3 mg/dL }') },
            async (folder) => {
                const { out } = await critIn(folder, 'diff', 'a.crit', 'b.crit', '--format', 'json');
                const [change] = (JSON.parse(out) as Report).criteria;
                assert.equal(change?.change, 'broadened');
                assert.equal(change.lost, null);
                assert.match(change.gained?.text ?? '', /^patient "gained: I-1" \{\n {2}creatinine = \S+ mg\/dL\n.*expect eligible\n\}$/su);
            },
        );
    });

    it('ends with 2 for what cannot be read', async function () {
        const files = { 'a.crit': protocol('include I-1 { pregnant }'), 'binary.crit': Buffer.from([0xff, 0xfe, 0x00, 0x80]), 'folder/x.crit': '' };
        await inFolder(files, async (folder) => {
            for (const args of [
                ['missing.crit', 'a.crit'],
                ['a.crit', 'missing.crit'],
                ['binary.crit', 'a.crit'],
                ['a.crit', 'binary.crit'],
                ['folder', 'a.crit'],
                ['a.crit'],
                [],
                ['a.crit', 'a.crit', 'a.crit'],
                ['a.crit', 'a.crit', '--forbid', 'nonsense'],
                ['a.crit', 'a.crit', '--format', 'sarif'],
            ]) {
                const { code, out, err } = await critIn(folder, 'diff', ...args);
                assert.equal(code, 2, args.join(' '));
                assert.equal(out, '', args.join(' '));
                assert.notEqual(err, '');
            }
        });
    });

    it('refuses a file with errors, and names them', async function () {
        const files = {
            'a.crit': protocol('include I-1 { pregnant }'),
            'bad.crit': protocol('include I-1 { pregnant'),
            'unit.crit': protocol('include I-1 { creatinine > 5 years }'),
        };
        await inFolder(files, async (folder) => {
            for (const args of [
                ['a.crit', 'bad.crit'],
                ['bad.crit', 'a.crit'],
                ['unit.crit', 'bad.crit'],
                ['bad.crit', 'bad.crit'],
            ]) {
                const { code, out, err } = await critIn(folder, 'diff', ...args);
                assert.equal(code, 1, args.join(' '));
                assert.equal(out, '');
                assert.match(err, /error: /);
                assert.match(err, /nothing was compared: .*bad\.crit do(es)? not parse or type-check/);
            }
        });
    });

    it('takes any readable text: empty, of no protocol, with hostile names', async function () {
        const files = {
            'empty.crit': '',
            'bare.crit': 'include I-1 { pregnant }',
            'hostile.crit': `protocol P "<b>|\u202e\`\`\`" { timeline screening; assessed screening }\ninclude I-1 "a | b \`c\` <script> \u001b[31m" { wording "x | y\n~~z~~ <i>"\nstatement "\`\`\`\u001b[2J" }\n`,
        };
        await inFolder(files, async (folder) => {
            const names = Object.keys(files);
            for (const old of names) {
                for (const current of names) {
                    for (const format of ['human', 'json', 'markdown']) {
                        const { code, out } = await critIn(folder, 'diff', old, current, '--format', format);
                        assert.ok(code === 0 || code === 1, `${old} ${current} ${String(code)}`);
                        assert.ok(!out.includes('\u001b') && !out.includes('\u202e'), 'no control character gets out');
                        if (format === 'markdown' && code === 0) assert.ok(!out.replace(/```+crit[\s\S]*?\n```+/gu, '').includes('<script>'));
                    }
                }
            }
        });
    });
});
