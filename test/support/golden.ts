// Compares what a program writes with the file below test/golden that records it; `npm run golden` writes these files anew.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { inRoot } from './repository.js';

const updating = process.env['CRIT_UPDATE_GOLDEN'] === '1';

/** Fails when `actual` is not, byte for byte, what test/golden/NAME holds. */
export function expectGolden(name: string, actual: string): void {
    const file = inRoot('test/golden', name);
    if (updating) {
        fs.mkdirSync(path.dirname(file), { recursive: true });
        fs.writeFileSync(file, actual);
        return;
    }
    if (!fs.existsSync(file)) assert.fail(`test/golden/${name} does not exist; run \`npm run golden\` and read what it wrote`);
    assert.equal(actual, fs.readFileSync(file, 'utf8'), `test/golden/${name} differs; if the change is meant, run \`npm run golden\` and read its diff`);
}
