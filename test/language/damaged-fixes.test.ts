// Fixes in damaged texts: each changes the text at places of its own and says with what, whatever was read of the text.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import type { Compilation } from '@crit-lang/language/compile.js';
import { compile } from '@crit-lang/language/compile.js';
import { parseFile } from '@crit-lang/language/resolve/parsed-file.js';
import { inRoot } from '../support/repository.js';

const FOLDERS = ['test/fixtures/code-actions', 'test/fixtures/analysis'].map((folder) => inRoot(folder));
const texts = FOLDERS.flatMap((folder) =>
    fs
        .readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.crit'))
        .sort()
        .map((name) => fs.readFileSync(path.join(folder, name), 'utf8')),
);

const compiled = (text: string): Compilation => compile(parseFile('damaged.crit', text));

type Damage = readonly [what: 'lose' | 'repeat' | 'swap', at: number, other: number];

const damage = fc.tuple(fc.constantFrom('lose', 'repeat', 'swap'), fc.nat(), fc.nat());

/** The text with words lost, repeated and swapped. */
function damaged(text: string, damages: readonly Damage[]): string {
    const words = text.match(/\s+|[\p{L}\p{N}.]+|\S/gu) ?? [];
    for (const [what, at, other] of damages) {
        const [first, second] = [at % words.length, other % words.length];
        const [one, two] = [words[first] ?? '', words[second] ?? ''];
        if (what === 'lose') words.splice(first, 1 + (other % 4));
        else if (what === 'repeat') words.splice(first, 0, two);
        else [words[first], words[second]] = [two, one];
    }
    return words.join('');
}

describe('fixes in a damaged text', function () {
    this.timeout(120_000);

    it('name what they write, change the text, and leave one that can be read on', function () {
        const given = fc.tuple(fc.constantFrom(...texts), fc.array(damage, { minLength: 1, maxLength: 3 }));
        fc.assert(
            fc.property(given, ([whole, damages]) => {
                const text = damaged(whole, damages);
                const { diagnostics, files } = compiled(text);
                const source = files[0]?.source ?? assert.fail();
                for (const { fixes } of diagnostics) {
                    for (const { title, edits } of fixes) {
                        assert.doesNotMatch(title, /(?:^| )''|undefined|null/, title);
                        const places = edits
                            .map(({ range, newText }) => ({ start: source.offsetAt(range.start), end: source.offsetAt(range.end), newText }))
                            .sort((a, b) => b.start - a.start);
                        places.forEach(({ end }, index) => assert.ok(index === 0 || end <= (places[index - 1]?.start ?? 0), `two edits of '${title}' overlap`));
                        const mended = places.reduce((result, { start, end, newText }) => result.slice(0, start) + newText + result.slice(end), text);
                        assert.notEqual(mended, text, title);
                        compiled(mended);
                    }
                }
            }),
            { numRuns: 2_000, seed: 4 },
        );
    });
});
