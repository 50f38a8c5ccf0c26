// A diagnostic is five things or it does not land: catalogue entry, check, page, fixtures, and a fix or the reason why none is possible.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { CATALOGUE } from '@crit-lang/language/diagnostics/catalogue.js';
import { inRoot } from '../support/repository.js';
import { FIXTURES, checkFixture, fixturesOf } from './check-fixtures.js';

const names = Object.keys(CATALOGUE);
const page = (name: string): string => fs.readFileSync(inRoot('docs/diagnostics', `${name}.md`), 'utf8');
const SECTIONS = ['## What it means', '## Why it matters', '## Example', '## Mended', '## What it does not claim'];

describe('rule of five', function () {
    for (const name of names) {
        describe(name, function () {
            it('has a check in a file of its own', function () {
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
                const offered = fixturesOf(name)
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
