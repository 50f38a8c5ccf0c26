// A diagnostic is five things or it does not land: catalogue entry, check, page, fixtures, and a fix or the reason why none is possible.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { analyse } from '@crit-lang/findings/report.js';
import { compile } from '@crit-lang/language/compile.js';
import { ANALYSIS_NAMES, CATALOGUE } from '@crit-lang/language/diagnostics/catalogue.js';
import { parseFile } from '@crit-lang/language/resolve/parsed-file.js';
import { inRoot } from '../support/repository.js';
import { FIXTURES, checkFixture, fixturesOf } from './check-fixtures.js';

const names = Object.keys(CATALOGUE);
const page = (name: string): string => fs.readFileSync(inRoot('docs/diagnostics', `${name}.md`), 'utf8');
const SECTIONS = ['## What it means', '## Why it matters', '## Example', '## Mended', '## What it does not claim'];

const isOfAnalysis = (name: string): boolean => ANALYSIS_NAMES.some((each) => each === name);

/** The names before the colon of a file's first line. */
const namesIn = (first: string): string[] => (/^\/\/ ([a-z, -]+):/.exec(first)?.[1] ?? '').split(/,\s*/);
const questions = inRoot('packages/analysis/src/questions');
const questionFiles = fs.readdirSync(questions).map((file) => fs.readFileSync(`${questions}/${file}`, 'utf8').split('\n')[0] ?? '');

/** A file of a corpus, with the names that it plants. */
const corpus = (folder: string): { file: string; text: string; expected: string[] }[] =>
    fs
        .readdirSync(inRoot('test/fixtures/analysis', folder))
        .filter((file) => file.endsWith('.crit'))
        .map((file) => {
            const text = fs.readFileSync(inRoot('test/fixtures/analysis', folder, file), 'utf8');
            return { file, text, expected: [...text.matchAll(/^\/\/! (\S+)/gm)].map(([, name = '']) => name) };
        });
const planted = corpus('planted');
const clean = corpus('clean');

/** What no protocol of a readable size shows: test/findings/not-decided.test.ts makes one that does. */
const WITHOUT_PLANTED = ['not-decided'];

function isFixOffered(name: string): boolean {
    return planted
        .filter(({ expected }) => expected.includes(name))
        .some(({ file, text }) => {
            const { document, files } = compile(parseFile(file, text));
            const { findings } = analyse(document, { sources: files.map(({ source }) => source.text), fixes: true });
            return findings.some((finding) => finding.name === name && finding.fixes.length > 0);
        });
}

describe('rule of five', function () {
    for (const name of names) {
        describe(name, function () {
            it('has a check in a file of its own', function () {
                if (isOfAnalysis(name)) {
                    assert.equal(
                        questionFiles.filter((first) => namesIn(first).includes(name)).length,
                        1,
                        'one file of packages/analysis/src/questions begins with its name',
                    );
                    return;
                }
                const file = inRoot('packages/language/src/checks', `${name}.ts`);
                assert.ok(fs.existsSync(file), `packages/language/src/checks/${name}.ts is missing`);
                const [first = ''] = fs.readFileSync(file, 'utf8').split('\n');
                assert.ok(first.startsWith(`// ${name}`), `its first line starts with the name: ${first}`);
            });

            it('has a page with every section', function () {
                assert.ok(fs.existsSync(inRoot('docs/diagnostics', `${name}.md`)), `docs/diagnostics/${name}.md is missing`);
                const text = page(name);
                assert.ok(text.startsWith(`# ${name}\n`), 'the page is headed by the name');
                assert.ok(text.includes(`**${CATALOGUE[name as keyof typeof CATALOGUE].severity}**`), 'the page says the severity of the catalogue');
                assert.deepEqual(
                    SECTIONS.filter((section) => !text.includes(`\n${section}\n`)),
                    [],
                );
            });

            it('has fixtures that trigger it and fixtures that do not', function () {
                if (isOfAnalysis(name)) {
                    // The corpora of the analyser: what is planted in one file, and in all clean files nothing is found (test/analysis/corpora).
                    const isPlanted = planted.some(({ expected }) => expected.includes(name));
                    if (!WITHOUT_PLANTED.includes(name)) assert.ok(isPlanted, `no file of test/fixtures/analysis/planted has a line '//! ${name} …'`);
                    assert.ok(clean.length >= 60, 'there are clean files');
                    assert.ok(
                        clean.every(({ expected }) => !expected.includes(name)),
                        'clean files do not expect it',
                    );
                    return;
                }
                const fixtures = fixturesOf(name);
                assert.ok(
                    fixtures.some((file) => file.startsWith('invalid')),
                    `test/fixtures/checks/${name}/invalid.crit is missing`,
                );
                assert.ok(
                    fixtures.some((file) => file.startsWith('valid')),
                    `test/fixtures/checks/${name}/valid.crit is missing`,
                );
            });

            it('offers a fix, or its page says why none is possible', function () {
                const offered = isOfAnalysis(name)
                    ? isFixOffered(name)
                    : fixturesOf(name)
                          .filter((file) => file.startsWith('invalid'))
                          .some((file) => checkFixture(name, file).diagnostics.some((diagnostic) => diagnostic.name === name && diagnostic.fixes.length > 0));
                const reason = /\n## Why no fix is offered\n\n([\s\S]*?)(?=\n## |$)/.exec(page(name))?.[1]?.trim() ?? '';
                if (offered) assert.equal(reason, '', 'a fix is offered, so the page must not say that there is none');
                else assert.ok(reason.length >= 30, 'no fixture shows a fix, so the page says why none is possible');
            });
        });
    }

    it('leaves no page and no fixture without a catalogue entry', function () {
        const pages = fs.readdirSync(inRoot('docs/diagnostics')).filter((file) => file !== 'README.md');
        assert.deepEqual(
            pages.map((file) => file.replace(/\.md$/, '')).filter((name) => !names.includes(name)),
            [],
        );
        assert.deepEqual(
            fs.readdirSync(FIXTURES).filter((name) => !names.includes(name)),
            [],
        );
    });

    it('lists every diagnostic in docs/diagnostics/README.md, with its severity and summary', function () {
        const index = fs.readFileSync(inRoot('docs/diagnostics/README.md'), 'utf8');
        const entries = Object.entries(CATALOGUE).map(([name, { severity, summary }]) => `- [${name}](${name}.md) (${severity}): ${summary}`);
        assert.deepEqual(
            entries.filter((entry) => !index.includes(`${entry}\n`)),
            [],
        );
        assert.equal((index.match(/^- \[/gm) ?? []).length, entries.length);
    });
});
