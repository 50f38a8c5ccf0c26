// Every Crit example on the pages of the diagnostics reports exactly what its first line says.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { compile } from '@crit-lang/language/compile.js';
import { parseFile } from '@crit-lang/language/resolve/parsed-file.js';
import { inRoot } from '../support/repository.js';
import { critFences } from './crit-fences.js';

const folder = inRoot('docs/diagnostics');

describe('pages of the diagnostics', function () {
    for (const file of fs
        .readdirSync(folder)
        .filter((name) => name.endsWith('.md') && name !== 'README.md')
        .sort()) {
        const name = path.basename(file, '.md');
        const fences = critFences(`${folder}/${file}`);
        for (const fence of fences) {
            it(fence.place, function () {
                assert.match(fence.text, /^\/\/ expect (?:none|[a-z-]+(?:, [a-z-]+)*)\n/, 'the first line says what is expected');
                const { diagnostics } = compile(parseFile('example.crit', fence.text));
                const shown = diagnostics.map((diagnostic) => `${diagnostic.range.start.line + 1}: ${diagnostic.name}: ${diagnostic.message}`).join('\n');
                assert.deepEqual([...new Set(diagnostics.map((diagnostic) => diagnostic.name))].sort(), [...fence.expected].sort(), shown);
            });
        }

        it(`${file} shows an example that fires and one that is mended`, function () {
            // What is wrong with a file's bytes cannot be shown on a page.
            if (name === 'unreadable-file') return;
            assert.ok(
                fences.some(({ expected }) => expected.includes(name)),
                'no example fires',
            );
            assert.ok(
                fences.some(({ expected }) => expected.length === 0),
                'no example is mended',
            );
        });
    }
});
