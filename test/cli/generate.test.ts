// `crit generate`: what it refuses, what it says, and where it writes.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { TARGETS } from '@crit-lang/generate/targets.js';
import { fixture } from '../support/repository.js';
import { longProtocol } from '../support/long-protocol.js';
import { crit, critIn, folderWith } from './crit.js';

const TRIAL = 'test/fixtures/cli/trial.crit';

describe('crit generate', function () {
    let folder: string;
    let remove: () => void;
    const inFolder = (...args: string[]) => critIn(folder, 'generate', ...args);
    const read = (name: string) => fs.readFileSync(path.join(folder, name), 'utf8');

    beforeEach(function () {
        ({ folder, remove } = folderWith({
            'trial.crit': fixture('cli/trial.crit'),
            'shared/terms.crit': fixture('cli/shared/terms.crit'),
            'errors.crit': fixture('cli/errors.crit'),
        }));
    });
    afterEach(function () {
        remove();
    });

    for (const { id } of TARGETS) {
        it(`prints ${id} to standard output, open findings to standard error`, async function () {
            const { code, out, err } = await crit('generate', TRIAL, '--to', id);
            assert.equal(code, 0);
            assert.ok(out.length > 100);
            assert.match(err, /\[vague-word\]/);
            assert.match(err, /\[unfilled-hole\]/);
            assert.match(err, /\d open findings in test\/fixtures\/cli\/trial\.crit; the output was generated all the same\./);
        });

        it(`writes the same ${id} to a file as to standard output`, async function () {
            const { out } = await inFolder('trial.crit', '--to', id);
            const { code, out: nothing, err } = await inFolder('trial.crit', '--to', id, '--out', 'result.txt');
            assert.deepEqual({ code, nothing }, { code: 0, nothing: '' });
            assert.match(err, /^wrote result\.txt$/m);
            assert.equal(read('result.txt'), out);
            assert.deepEqual(fs.readdirSync(folder).sort(), ['errors.crit', 'result.txt', 'shared', 'trial.crit']);
        });
    }

    it('puts the file into a folder under a name of its own', async function () {
        fs.mkdirSync(path.join(folder, 'there'));
        await inFolder('trial.crit', '--to', 'rules', '--out', 'there');
        await inFolder('trial.crit', '--to', 'rules', '--out', 'made/for/it/');
        assert.equal(fs.readdirSync(path.join(folder, 'there')).length, 1);
        assert.deepEqual(fs.readdirSync(path.join(folder, 'made/for/it')), fs.readdirSync(path.join(folder, 'there')));
    });

    it('replaces a file that is there', async function () {
        fs.writeFileSync(path.join(folder, 'result.txt'), 'old');
        assert.equal((await inFolder('trial.crit', '--to', 'rules', '--out', 'result.txt')).code, 0);
        assert.notEqual(read('result.txt'), 'old');
    });

    it('puts its file in the place of a link in the output folder, never where the link leads', async function () {
        await inFolder('trial.crit', '--to', 'rules', '--out', 'first/');
        const [name = ''] = fs.readdirSync(path.join(folder, 'first'));
        fs.mkdirSync(path.join(folder, 'second'));
        fs.writeFileSync(path.join(folder, 'precious.txt'), 'precious');
        fs.symlinkSync(path.join(folder, 'precious.txt'), path.join(folder, 'second', name));
        assert.equal((await inFolder('trial.crit', '--to', 'rules', '--out', 'second')).code, 0);
        assert.equal(read('precious.txt'), 'precious');
        assert.equal(read(`second/${name}`), read(`first/${name}`));
    });

    it('ends with 2 when it cannot write, and leaves nothing behind', async function () {
        fs.mkdirSync(path.join(folder, 'out'));
        const [name = ''] = await namesOf(folder);
        fs.mkdirSync(path.join(folder, 'out', name));
        for (const out of ['missing/result.txt', 'trial.crit/result.txt', 'trial.crit/', 'out']) {
            const { code, err } = await inFolder('trial.crit', '--to', 'rules', '--out', out);
            assert.equal(code, 2, out);
            assert.match(err, /cannot be (written|made)|is a folder/, out);
        }
        assert.deepEqual(fs.readdirSync(path.join(folder, 'out')), [name]);
        assert.equal(read('trial.crit'), fixture('cli/trial.crit'));
    });

    it('refuses errors with 1 and writes nothing', async function () {
        const { code, out, err } = await inFolder('errors.crit', '--to', 'registry', '--out', 'result.txt');
        assert.deepEqual({ code, out }, { code: 1, out: '' });
        assert.match(err, /\[misspelt-term\]/);
        assert.match(err, /nothing was generated: errors\.crit does not parse or type-check/);
        assert.ok(!fs.existsSync(path.join(folder, 'result.txt')));
    });

    it('refuses a file whose import has errors', async function () {
        fs.writeFileSync(path.join(folder, 'shared/terms.crit'), 'condition blue spot disease\ncondition {{{');
        const { code, err } = await inFolder('trial.crit', '--to', 'registry');
        assert.equal(code, 1);
        assert.match(err, /nothing was generated: shared\/terms\.crit does not parse/);
    });

    it('knows the cohorts', async function () {
        const { out } = await inFolder('trial.crit', '--to', 'rules', '--cohort', 'RA');
        assert.deepEqual(
            (JSON.parse(out) as { cohorts: { id: string }[] }).cohorts.map(({ id }) => id),
            ['RA'],
        );
        const { code, err } = await inFolder('trial.crit', '--to', 'rules', '--cohort', 'SLA');
        assert.equal(code, 1);
        assert.match(err, /there is no cohort 'SLA'\. There is: SLE, RA\. Did you mean 'RA' or 'SLE'\?|There is: SLE, RA\./);
    });

    it('makes a page of patient text only', async function () {
        assert.match((await inFolder('trial.crit', '--to', 'patient', '--html')).out, /^<!doctype html>/i);
        assert.equal((await inFolder('trial.crit', '--to', 'rules', '--html')).code, 2);
    });

    it('says once that the registry would refuse the text, and not where that is acknowledged', async function () {
        fs.writeFileSync(path.join(folder, 'long.crit'), longProtocol(25));
        fs.writeFileSync(path.join(folder, 'accepted.crit'), longProtocol(25, true));
        const limits = (err: string): string[] => err.replace(/\s+/g, ' ').match(/takes 20,000/g) ?? [];
        for (const { id } of TARGETS) {
            const long = await inFolder('long.crit', '--to', id);
            assert.equal(long.code, 0);
            assert.deepEqual(limits(long.err), ['takes 20,000'], id);
            assert.deepEqual(limits((await inFolder('accepted.crit', '--to', id)).err), [], id);
        }
    });

    it('ends with 2 when the file cannot be read', async function () {
        const { code, err } = await inFolder('missing.crit', '--to', 'rules');
        assert.equal(code, 2);
        assert.equal(err, 'crit: missing.crit: There is no such file or folder.\n');
    });
});

async function namesOf(folder: string): Promise<string[]> {
    await critIn(folder, 'generate', 'trial.crit', '--to', 'rules', '--out', 'probe/');
    const names = fs.readdirSync(path.join(folder, 'probe'));
    fs.rmSync(path.join(folder, 'probe'), { recursive: true });
    return names;
}
