// How the command line is used: help, version, wrong usage, what is not built yet.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { run } from '@crit-lang/cli/run.js';
import { Output } from '@crit-lang/cli/terminal/terminal.js';
import { VERSION } from '@crit-lang/cli/version.js';
import { expectGolden } from '../support/golden.js';
import { inRoot, root } from '../support/repository.js';
import { crit, transcript } from './crit.js';

const COMMANDS = ['check', 'generate', 'format', 'stats', 'terms', 'explain', 'diff', 'test', 'screen', 'count', 'lsp'];

describe('crit', function () {
    it('prints its version, which is that of the package', async function () {
        const { version } = JSON.parse(fs.readFileSync(inRoot('packages/cli/package.json'), 'utf8')) as { version: string };
        assert.equal(VERSION, version);
        assert.deepEqual(await crit('--version'), { code: 0, out: `${version}\n`, err: '' });
    });

    it('prints its help as recorded', async function () {
        expectGolden('cli/help.txt', transcript(['--help'], await crit('--help')));
    });

    for (const command of COMMANDS) {
        it(`prints the help of ${command}, with examples, as recorded`, async function () {
            const outcome = await crit(command, '--help');
            assert.equal(outcome.code, 0);
            assert.match(outcome.out, /\nExamples:\n {2}crit /);
            expectGolden(`cli/help-${command}.txt`, transcript([command, '--help'], outcome));
        });
    }

    const wrong: [string[], RegExp][] = [
        [[], /Usage: crit/],
        [['chekc'], /unknown command 'chekc'\n\(Did you mean check\?\)/],
        [['check'], /missing required argument/],
        [['check', 'x.crit', '--fromat', 'json'], /unknown option '--fromat'\n\(Did you mean --format\?\)/],
        [['check', 'x.crit', '--format', 'xml'], /Allowed choices are human, json, sarif, github/],
        [['generate', 'x.crit'], /required option '--to <target>' not specified/],
        [['generate', 'x.crit', '--to', 'regsitry'], /Did you mean 'registry'\?/],
        [['generate', 'x.crit', 'y.crit', '--to', 'rules'], /too many arguments/],
        [['terms', ''], /say which name to look up/],
        [['terms', 'x', '--kind', 'fruit'], /Allowed choices are condition, drug, lab/],
        [['explain'], /missing required argument/],
        [['lsp'], /crit lsp --stdio/],
    ];
    for (const [args, message] of wrong) {
        it(`ends with 2 on 'crit ${args.join(' ')}'`, async function () {
            const { code, out, err } = await crit(...args);
            assert.equal(code, 2);
            assert.equal(out, '');
            assert.match(err, message);
        });
    }

    for (const command of ['screen', 'count']) {
        it(`says that ${command} is not built yet`, async function () {
            const { code, out, err } = await crit(command, 'a', 'b', '--forbid', 'narrowed');
            assert.deepEqual({ code, out, err }, { code: 2, out: '', err: `crit: 'crit ${command}' is not built yet, so nothing was done.\n` });
        });
    }

    for (const target of ['jsonlogic', 'fhir', 'cql', 'usdm', 'sql']) {
        it(`says that generate --to ${target} is not built yet`, async function () {
            const { code, out, err } = await crit('generate', 'test/fixtures/cli/trial.crit', '--to', target);
            assert.equal(code, 2);
            assert.equal(out, '');
            assert.match(err, /is not built yet, so nothing was generated/);
        });
    }

    it('takes a failure that nobody foresaw for its own defect: 3, a request to report it, no stack trace', async function () {
        let err = '';
        const broken = new Output(() => assert.fail('the terminal is on fire\u001b[31m'), false, 100);
        const code = await run(['--version'], { folder: root, out: broken, err: new Output((text) => (err += text), false, 100) });
        assert.equal(code, 3);
        assert.match(err, /defect of crit itself/);
        assert.match(err, /Please report it/);
        assert.match(err, /the terminal is on fire<U\+001B>\[31m/);
        assert.doesNotMatch(err, /\n\s+at /);
    });
});
