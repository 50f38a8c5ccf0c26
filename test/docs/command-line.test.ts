// Every example on the pages of the command line is run, in a copy of test/fixtures/cli, and prints what the page shows; `npm run golden` writes it anew.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { critIn, folderWith } from '../cli/crit.js';
import { inRoot } from '../support/repository.js';
import { consoleFences, isAsShown, wordsOf } from './console-fences.js';

const folder = inRoot('docs/cli');
const updating = process.env['CRIT_UPDATE_GOLDEN'] === '1';

/** Runs the commands of a fence one after the other and gives what each prints: standard output, then standard error, then an exit code that is not 0. */
async function printed(lines: readonly string[]): Promise<string[]> {
    const { folder: copy, remove } = folderWith({});
    try {
        fs.cpSync(inRoot('test/fixtures/cli'), copy, { recursive: true });
        const outputs: string[] = [];
        for (const line of lines) {
            const { code, out, err } = await critIn(copy, ...wordsOf(line).slice(1));
            outputs.push(`${out}${err}${code === 0 ? '' : `[exit code ${code}]\n`}`);
        }
        return outputs;
    } finally {
        remove();
    }
}

describe('pages of the command line', function () {
    for (const name of fs.readdirSync(folder).sort()) {
        const page = `${folder}/${name}`;
        for (const [index, { place, commands }] of consoleFences(page).entries()) {
            it(`${place}: ${commands.map(({ line }) => line).join('; ')}`, async function () {
                const outputs = await printed(commands.map(({ line }) => line));
                const asShown = commands.every(({ expected }, at) => isAsShown(outputs[at] ?? '', expected));
                if (asShown) return;
                if (updating && commands.every(({ expected }) => !/^…$/m.test(expected))) {
                    const body = commands.map(({ line }, at) => `$ ${line}\n${outputs[at] ?? ''}`).join('');
                    const fence = consoleFences(page)[index];
                    const text = fs.readFileSync(page, 'utf8');
                    fs.writeFileSync(page, text.slice(0, fence?.start) + body + text.slice(fence?.end));
                    return;
                }
                assert.deepEqual(
                    outputs,
                    commands.map(({ expected }) => expected),
                    'the page shows something else; if the change is meant, run `npm run golden`',
                );
            });
        }
    }

    it('are there for every command', function () {
        for (const command of ['check', 'generate', 'format', 'stats', 'terms', 'explain', 'diff', 'test', 'screen', 'count', 'lsp']) {
            assert.ok(fs.existsSync(`${folder}/${command}.md`), `docs/cli/${command}.md is missing`);
        }
    });
});
