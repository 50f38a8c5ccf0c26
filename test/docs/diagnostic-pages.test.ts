// Every Crit example on the pages of the diagnostics reports exactly what its first line says.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { analysed } from '@crit-lang/cli/reports/analysed.js';
import { analyse } from '@crit-lang/findings/report.js';
import { compile } from '@crit-lang/language/compile.js';
import { ANALYSIS_NAMES } from '@crit-lang/language/diagnostics/catalogue.js';
import { parseFile } from '@crit-lang/language/resolve/parsed-file.js';
import { inRoot } from '../support/repository.js';
import { critFences } from './crit-fences.js';

const folder = inRoot('docs/diagnostics');
const isOfAnalysis = (name: string): boolean => ANALYSIS_NAMES.some((each) => each === name);

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
                const compiled = compile(parseFile('example.crit', fence.text));
                const { diagnostics } = isOfAnalysis(name) ? analysed(compiled).compilation : compiled;
                const shown = diagnostics.map((diagnostic) => `${diagnostic.range.start.line + 1}: ${diagnostic.name}: ${diagnostic.message}`).join('\n');
                assert.deepEqual([...new Set(diagnostics.map((diagnostic) => diagnostic.name))].sort(), [...fence.expected].sort(), shown);
            });
        }

        if (isOfAnalysis(name)) {
            it(`${file} quotes the messages and fixes of its example`, function () {
                const [example] = fences;
                if (example === undefined) return;
                const compiled = compile(parseFile('example.crit', example.text));
                const { findings } = analyse(compiled.document, { sources: [example.text], fixes: true });
                const own = findings.filter((finding) => finding.name === name);
                const page = fs.readFileSync(`${folder}/${file}`, 'utf8');
                const quoted = [...page.matchAll(/^```text\n([\s\S]*?)^```$/gm)].map(([, text = '']) => text.trim().replace(/\s+/g, ' '));
                assert.deepEqual(
                    quoted,
                    own.map(({ message }) => message),
                );
                const listed = [...page.matchAll(/^- (.*)$/gm)].map(([, title]) => title);
                assert.deepEqual(
                    listed,
                    own.flatMap(({ fixes }) => fixes.map(({ title }) => title)),
                );
            });
        }

        it(`${file} shows an example that fires and one that is mended`, function () {
            // What is wrong with a file's bytes cannot be shown on a page, and what is too hard to decide takes a long list.
            if (name === 'unreadable-file' || name === 'not-decided') return;
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
