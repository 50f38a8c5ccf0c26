// Tests the launcher of the command line: what it says before a build, and that it runs a bundle alike with a fitting, a broken or no start-up snapshot.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { inRoot } from '../support/repository.js';

const { snapshotFor } = createRequire(import.meta.url)(inRoot('packages/cli/bin/snapshot-name.cjs')) as { snapshotFor: (bundle: string) => string };

// Says whether it was prepared, which only a snapshot does, and what it was given.
const toyBundle = `
const { startupSnapshot } = require('node:v8');
let prepared = false;
const main = () => {
    const input = require('node:fs').readFileSync(0, 'utf8');
    console.log(prepared, process.argv[1].endsWith('crit.cjs'), process.argv.slice(2).join(' '), input);
    console.error('to the other stream');
    process.exitCode = 7;
};
if (startupSnapshot.isBuildingSnapshot()) {
    prepared = true;
    startupSnapshot.setDeserializeMainFunction(main);
} else main();`;

describe('launcher of the command line', function () {
    let folder: string;
    let bundle: string;
    const node = (args: string[], env: NodeJS.ProcessEnv = {}) => {
        const { status, stdout, stderr } = spawnSync(process.execPath, args, {
            encoding: 'utf8',
            input: 'typed',
            env: { ...process.env, NODE_OPTIONS: '', ...env },
        });
        return { status, stdout, stderr };
    };
    const crit = (args: string[], env?: NodeJS.ProcessEnv) => node([path.join(folder, 'bin/crit.cjs'), ...args], env);
    const answer = (prepared: boolean) => ({ status: 7, stdout: `${String(prepared)} true a --b typed\n`, stderr: 'to the other stream\n' });

    beforeEach(function () {
        folder = fs.mkdtempSync(path.join(os.tmpdir(), 'crit-launcher-'));
        bundle = path.join(folder, 'dist/crit.cjs');
        fs.cpSync(inRoot('packages/cli/bin'), path.join(folder, 'bin'), { recursive: true });
        fs.mkdirSync(path.dirname(bundle));
    });
    afterEach(function () {
        fs.rmSync(folder, { recursive: true, force: true });
    });

    it('says what to do when nothing is built, and ends with 2', function () {
        assert.deepEqual(crit(['check', 'x.crit']), { status: 2, stdout: '', stderr: 'crit is not built yet: run npm start first.\n' });
    });

    it('runs the bundle where there is no snapshot', function () {
        fs.writeFileSync(bundle, toyBundle);
        assert.deepEqual(crit(['a', '--b']), answer(false));
    });

    it('runs the bundle from its snapshot', function () {
        fs.writeFileSync(bundle, toyBundle);
        assert.equal(node(['--snapshot-blob', snapshotFor(bundle), '--build-snapshot', bundle]).status, 0);
        assert.deepEqual(crit(['a', '--b']), answer(true));
    });

    it('leaves the snapshot alone when Node is given options', function () {
        fs.writeFileSync(bundle, toyBundle);
        assert.equal(node(['--snapshot-blob', snapshotFor(bundle), '--build-snapshot', bundle]).status, 0);
        assert.deepEqual(crit(['a', '--b'], { NODE_OPTIONS: '--stack-trace-limit=20' }), answer(false));
    });

    it('runs the bundle where Node refuses the snapshot', function () {
        fs.writeFileSync(bundle, toyBundle);
        fs.writeFileSync(snapshotFor(bundle), 'no snapshot at all');
        const { status, stdout } = crit(['a', '--b']);
        assert.deepEqual({ status, stdout }, { status: 7, stdout: 'false true a --b typed\n' });
    });
});
