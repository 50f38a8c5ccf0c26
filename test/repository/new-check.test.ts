// The script that scaffolds a diagnostic writes its five things, and refuses a name that is taken.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { inRoot } from '../support/repository.js';

const COPIED = [
    'scripts/new-check.mjs',
    'scripts/repository.mjs',
    'packages/language/src/diagnostics/catalogue.ts',
    'packages/language/src/checks/model-checks.ts',
];

describe('npm run new-check', function () {
    let folder = '';
    const run = (...args: string[]) => spawnSync(process.execPath, [path.join(folder, 'scripts/new-check.mjs'), ...args], { encoding: 'utf8' });
    const read = (file: string): string => fs.readFileSync(path.join(folder, file), 'utf8');

    beforeEach(function () {
        folder = fs.mkdtempSync(path.join(os.tmpdir(), 'crit-new-check-'));
        for (const file of COPIED) {
            fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
            fs.copyFileSync(inRoot(file), path.join(folder, file));
        }
    });

    afterEach(function () {
        fs.rmSync(folder, { recursive: true, force: true });
    });

    it('writes catalogue entry, check, page and fixtures', function () {
        const { status, stderr } = run('arm-without-dose', 'An arm does not say its dose.', 'information');
        assert.equal(status, 0, stderr);
        assert.match(
            read('packages/language/src/diagnostics/catalogue.ts'),
            /\n {4}'arm-without-dose': \{ severity: 'information', summary: 'An arm does not say its dose\.' \},\n\} as const/,
        );
        assert.match(read('packages/language/src/checks/arm-without-dose.ts'), /^\/\/ arm-without-dose: [\s\S]*export const armWithoutDose: ModelCheck/);
        const registered = read('packages/language/src/checks/model-checks.ts');
        assert.match(registered, /import \{ armWithoutDose \} from '\.\/arm-without-dose\.js';/);
        assert.match(registered, /= \[\n {4}armWithoutDose,\n/);
        assert.match(read('docs/diagnostics/arm-without-dose.md'), /^# arm-without-dose\n\nAn arm does not say its dose\. Severity: \*\*information\*\*\./);
        assert.match(read('test/fixtures/checks/arm-without-dose/invalid.crit'), /\/\/! arm-without-dose "/);
        assert.ok(fs.existsSync(path.join(folder, 'test/fixtures/checks/arm-without-dose/valid.crit')));
    });

    it('refuses a name that is taken or malformed, and changes nothing', function () {
        const before = read('packages/language/src/diagnostics/catalogue.ts');
        for (const args of [
            ['missing-window', 'A sentence.'],
            ['Arm', 'A sentence.'],
            ['arm-without-dose', 'no sentence'],
            ['arm-without-dose', 'A sentence.', 'fatal'],
        ]) {
            const { status, stderr } = run(...args);
            assert.equal(status, 2, args.join(' '));
            assert.match(stderr, /npm run new-check NAME/);
        }
        assert.equal(read('packages/language/src/diagnostics/catalogue.ts'), before);
    });
});
