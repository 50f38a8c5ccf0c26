// Tests the launcher of the command line: what it says before a build, and that it runs a bundle with a fitting, a foreign, a broken or no compiled form.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { inRoot } from '../support/repository.js';

const toyBundle = (greeting: string) => `/*0123456789abcdef*/
const { sep } = require('node:path');
console.log(${JSON.stringify(greeting)}, sep.length, __filename.endsWith('crit.cjs'), process.argv.slice(2).join(' '));
process.exitCode = 7;`;

describe('launcher of the command line', function () {
    let folder: string;
    let bundle: string;
    const crit = (...args: string[]) => {
        const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(folder, 'bin/crit.cjs'), ...args], { encoding: 'utf8' });
        return { status, stdout, stderr };
    };
    const writeCache = () => spawnSync(process.execPath, [inRoot('scripts/bundle/write-code-cache.cjs'), bundle, '--version']);

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
        assert.deepEqual(crit('check', 'x.crit'), { status: 2, stdout: '', stderr: 'crit is not built yet: run npm start first.\n' });
    });

    it('runs the bundle without a compiled form', function () {
        fs.writeFileSync(bundle, toyBundle('hello'));
        assert.deepEqual(crit('a', 'b'), { status: 7, stdout: 'hello 1 true a b\n', stderr: '' });
    });

    it('runs the bundle with its compiled form', function () {
        fs.writeFileSync(bundle, toyBundle('hello'));
        writeCache();
        assert.ok(fs.existsSync(`${bundle}.cache`));
        assert.deepEqual(crit('a'), { status: 7, stdout: 'hello 1 true a\n', stderr: '' });
    });

    it('ignores the compiled form of another bundle of the same length', function () {
        fs.writeFileSync(bundle, toyBundle('hello'));
        writeCache();
        fs.writeFileSync(bundle, toyBundle('adieu').replace('0123456789abcdef', 'fedcba9876543210'));
        assert.deepEqual(crit(), { status: 7, stdout: 'adieu 1 true \n', stderr: '' });
    });

    it('ignores a broken compiled form', function () {
        fs.writeFileSync(bundle, toyBundle('hello'));
        writeCache();
        fs.truncateSync(`${bundle}.cache`, 200);
        assert.deepEqual(crit(), { status: 7, stdout: 'hello 1 true \n', stderr: '' });
        fs.writeFileSync(`${bundle}.cache`, 'no cache at all');
        assert.deepEqual(crit(), { status: 7, stdout: 'hello 1 true \n', stderr: '' });
    });
});
