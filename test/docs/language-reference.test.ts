// Every Crit example of the language reference compiles, and reports what it says and nothing else.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { compile } from '@crit-lang/language/compile.js';
import { parseFile } from '@crit-lang/language/resolve/parsed-file.js';
import { inRoot } from '../support/repository.js';
import { critFences } from './crit-fences.js';

const folder = inRoot('docs/language');

describe('language reference', () => {
    for (const name of fs
        .readdirSync(folder)
        .filter((file) => file.endsWith('.md'))
        .sort()) {
        for (const fence of critFences(`${folder}/${name}`)) {
            it(fence.place, () => {
                const { diagnostics } = compile(parseFile('example.crit', fence.text));
                const found = diagnostics.map((diagnostic) => diagnostic.name);
                const shown = diagnostics.map((diagnostic) => `${diagnostic.range.start.line + 1}: ${diagnostic.name}: ${diagnostic.message}`).join('\n');
                assert.deepEqual([...new Set(found)].sort(), [...new Set(fence.expected)].sort(), shown);
            });
        }
    }
});
