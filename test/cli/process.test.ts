// The command line as a process: the built program with its real exit codes, pipes and colours.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { inRoot, root } from '../support/repository.js';
import { skip } from '../support/skip.js';
import { crit } from './crit.js';

const program = inRoot('packages/cli/bin/crit.cjs');
const TRIAL = 'test/fixtures/cli/trial.crit';

function process(...args: string[]) {
    const { status, stdout, stderr } = spawnSync(globalThis.process.execPath, [program, ...args], { cwd: root, encoding: 'utf8', env: environment() });
    return { code: status, out: stdout, err: stderr };
}

/** Node's own options would change what is tested. */
function environment(more: Record<string, string> = {}): Record<string, string | undefined> {
    return { ...globalThis.process.env, NODE_OPTIONS: '', ...more };
}

describe('crit as a process', function () {
    before(function () {
        assert.ok(fs.existsSync(inRoot('packages/cli/dist/crit.cjs')), 'the command line is not built: run npm run build first');
    });

    const cases: [number, string[]][] = [
        [0, ['--version']],
        [0, ['check', TRIAL, '--no-analysis']],
        [0, ['generate', TRIAL, '--to', 'rules']],
        [0, ['stats', TRIAL, '--format', 'json']],
        [0, ['terms', 'creatinine']],
        [0, ['explain', `${TRIAL}#E-2`]],
        [1, ['check', 'test/fixtures/cli/errors.crit', '--no-analysis', '--format', 'sarif']],
        [1, ['terms', 'qqzzqq']],
        [2, ['check', 'missing.crit']],
        [2, ['diff', 'a', 'b']],
        [2, ['nonsense']],
    ];
    for (const [code, args] of cases) {
        it(`crit ${args.join(' ')} ends with ${code} and prints what it prints in process`, async function () {
            assert.deepEqual(process(...args), { ...(await crit(...args)), code });
        });
    }

    it('runs without the start-up snapshot too', function () {
        const without = spawnSync(globalThis.process.execPath, [program, 'check', TRIAL, '--no-analysis'], {
            cwd: root,
            encoding: 'utf8',
            env: environment({ NODE_OPTIONS: '--no-deprecation' }),
        });
        assert.deepEqual({ code: without.status, out: without.stdout, err: without.stderr }, process('check', TRIAL, '--no-analysis'));
    });

    it('stops in silence when nobody reads on', async function () {
        const child = spawn(globalThis.process.execPath, [program, 'generate', TRIAL, '--to', 'rules'], {
            cwd: root,
            env: environment(),
            stdio: ['ignore', 'pipe', 'pipe'],
        });
        child.stdout.once('data', () => child.stdout.destroy());
        let err = '';
        child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
        const code = await new Promise((resolve) => child.on('close', resolve));
        assert.equal(code, 0);
        assert.doesNotMatch(err, /EPIPE|defect/);
    });

    it('lsp --stdio is the language server, and ends with 0 when the editor says so', async function () {
        assert.ok(fs.existsSync(inRoot('packages/vscode/dist/server.cjs')), 'the language server is not built: run npm run build first');
        const child = spawn(globalThis.process.execPath, [program, 'lsp', '--stdio'], { cwd: root, env: environment(), stdio: ['pipe', 'pipe', 'inherit'] });
        const send = (message: object) => {
            const body = JSON.stringify({ jsonrpc: '2.0', ...message });
            child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
        };
        let answers = '';
        child.stdout.setEncoding('utf8').on('data', (text: string) => {
            const before = answers;
            answers += text;
            if (answers.includes('"id":1') && !before.includes('"id":1')) send({ id: 2, method: 'shutdown' });
            if (answers.includes('"id":2') && !before.includes('"id":2')) send({ method: 'exit' });
        });
        send({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
        const code = await new Promise((resolve) => child.on('close', resolve));
        assert.equal(code, 0);
        assert.match(answers, /"capabilities":/);
    });

    it('ends with 2 when its output cannot be written', function () {
        if (!fs.existsSync('/dev/full')) skip(this, 'this system has no /dev/full');
        const full = fs.openSync('/dev/full', 'w');
        try {
            const { status, stderr } = spawnSync(globalThis.process.execPath, [program, 'stats', TRIAL], {
                cwd: root,
                encoding: 'utf8',
                env: environment(),
                stdio: ['ignore', full, 'pipe'],
            });
            assert.deepEqual({ code: status, err: stderr }, { code: 2, err: 'crit: the output cannot be written (ENOSPC).\n' });
        } finally {
            fs.closeSync(full);
        }
    });

    it('prints no colour into a pipe', function () {
        const { out } = process('check', TRIAL, '--no-analysis');
        assert.ok(!out.includes('\u001b'));
    });
});
