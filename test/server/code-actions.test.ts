// Each kind of fix, as the editor applies it: the text after it is the one that was written down, the finding is gone and no error has come.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { CATALOGUE } from '@crit-lang/language/diagnostics/catalogue.js';
import { analysedCodeActions } from '@crit-lang/server/features/code-actions.js';
import { diagnosticsOf } from '@crit-lang/server/features/diagnostics.js';
import { memoryFiles } from '@crit-lang/server/workspace/memory-files.js';
import { Workspace } from '@crit-lang/server/workspace/workspace.js';
import type { CodeAction, Diagnostic, Range, TextDocumentEdit } from 'vscode-languageserver-types';
import { CodeActionKind, DiagnosticSeverity } from 'vscode-languageserver-types';
import { critFences } from '../docs/crit-fences.js';
import { inRoot } from '../support/repository.js';
import type { Analysed } from './analysed-file.js';
import { analysisOf } from './analysed-file.js';
import { actionFixtures, findingsWithFixtures } from './code-action-fixtures.js';
import { FOLDER, URI, withEdits } from './opened-file.js';

const OPTIONS = { documentationUrl: null };

/** A text open in the server, analysed to the end, beside the files that it imports. */
function opened(text: string, others: Readonly<Record<string, string>> = {}): Analysed {
    const workspace = new Workspace(memoryFiles(new Map(Object.entries(others).map(([name, content]) => [`${FOLDER}/${name}`, content]))));
    workspace.addFolder(FOLDER);
    workspace.readFolder(FOLDER);
    workspace.setOpenText(URI, text, 1);
    const start = { line: 0, character: 0 };
    const file = analysisOf({ workspace, uri: URI, text, positions: [], at: start });
    file.finish();
    return file;
}

const found = ({ workspace, uri, analysed }: Analysed): Diagnostic[] => diagnosticsOf(workspace, uri, OPTIONS, analysed);

/** What is offered at a place; the fixes of the analysis are tried when they are asked for. */
function actionsAt({ workspace, uri, analysed, finish }: Analysed, range: Range): Promise<CodeAction[]> {
    const asked = analysedCodeActions(workspace, uri, range, OPTIONS, analysed);
    finish();
    return asked;
}

const codes = (diagnostics: readonly Diagnostic[]): string[] => diagnostics.map(({ code }) => String(code));
const shown = (diagnostics: readonly Diagnostic[]): string => diagnostics.map(({ code, message }) => `${String(code)}: ${message}`).join('\n');

/** The text after an action, which changes the open file and no other. */
function applied({ text, uri }: Analysed, { edit }: CodeAction): string {
    const changes = edit?.documentChanges as TextDocumentEdit[] | undefined;
    assert.deepEqual(
        changes?.map(({ textDocument }) => textDocument),
        [{ uri, version: 1 }],
    );
    return withEdits(text, changes?.[0]?.edits ?? []);
}

describe('code actions', function () {
    for (const finding of findingsWithFixtures()) {
        for (const { name, before, title, after, then, others } of actionFixtures(finding)) {
            it(name, async function () {
                const file = opened(before, others);
                const reported = found(file);
                // A finding of several criteria is shown at each of them; the first is the finding itself.
                const [own] = reported.filter(({ code }) => code === finding);
                assert.ok(own !== undefined, `${finding} is not reported: ${shown(reported)}`);
                const offered = await actionsAt(file, own.range);
                const action = offered.find((each) => each.title === title);
                assert.ok(action !== undefined, `what is offered: ${offered.map((each) => each.title).join('\n')}`);
                assert.equal(action.kind, CodeActionKind.QuickFix);
                assert.ok(
                    action.diagnostics?.some(({ code }) => code === finding),
                    'it is offered for the finding',
                );
                const text = applied(file, action);
                assert.equal(text, after);
                const left = found(opened(text, others));
                assert.ok(!codes(left).includes(finding), `it is still there: ${shown(left)}`);
                assert.deepEqual(
                    [...new Set(codes(left).filter((code) => !codes(reported).includes(code)))].sort(),
                    [...then].sort(),
                    `what is left to do: ${shown(left)}`,
                );
                const errors = (diagnostics: readonly Diagnostic[]): number =>
                    diagnostics.filter(({ severity }) => severity === DiagnosticSeverity.Error).length;
                assert.ok(errors(left) <= errors(reported), `there are new errors: ${shown(left)}`);
            });
        }
    }
});

describe('code actions in a line that cannot be read whole', function () {
    const titlesIn = async (line: string): Promise<string[]> => {
        const file = opened(`exclude E-1 "Stroke" {\n  ${line}\n}\n`);
        const actions = await actionsAt(file, { start: { line: 1, character: 0 }, end: { line: 1, character: line.length + 2 } });
        return actions.map(({ title }) => title);
    };

    it('mend its syntax and nothing else, for the rest was guessed from a part of it', async function () {
        assert.deepEqual(await titlesIn('had stroke in the last 6 months'), ["Write 'within 6 months before screening'"]);
        assert.deepEqual(await titlesIn('uses nintedinib and/or has stroke'), ["Write 'or'"]);
    });

    it('mend the rest when it is read', async function () {
        assert.deepEqual(await titlesIn('uses nintedinib or has stroke'), ["Correct to 'nintedanib'"]);
    });
});

/** All that is ever offered: a finding, and the word that the title begins with, which tells the kinds of fixes apart. */
const kindOf = (finding: string, title: string): string => `${finding}: ${title.split(/[\s']/)[0] ?? ''} …`;

/** Texts in which something is found: the fixtures of the checks and of the syntax errors, the planted defects and the examples of the pages. */
function* textsWithFindings(): Generator<{ text: string; others?: Record<string, string> }> {
    for (const check of fs.readdirSync(inRoot('test/fixtures/checks'))) {
        const folder = inRoot('test/fixtures/checks', check);
        const read = (name: string): string => fs.readFileSync(path.join(folder, name), 'utf8');
        const names = fs.readdirSync(folder);
        const others = Object.fromEntries(names.filter((name) => !/^(?:in)?valid/.test(name)).map((name) => [name, read(name)]));
        for (const name of names.filter((each) => each.startsWith('invalid'))) yield { text: read(name), others };
    }
    const syntax = inRoot('test/fixtures/syntax');
    for (const name of fs.readdirSync(syntax)) yield { text: fs.readFileSync(path.join(syntax, name), 'utf8') };
    const planted = inRoot('test/fixtures/analysis/planted');
    for (const name of fs.readdirSync(planted).filter((each) => each.endsWith('.crit'))) yield { text: fs.readFileSync(path.join(planted, name), 'utf8') };
    for (const name of Object.keys(CATALOGUE)) for (const { text } of critFences(inRoot('docs/diagnostics', `${name}.md`))) yield { text };
}

describe('fixtures of the code actions', function () {
    it('are there for each kind of fix that is offered, and for no other', async function () {
        const offered = new Set<string>();
        for (const { text, others } of textsWithFindings()) {
            const file = opened(text, others);
            const whole = { start: { line: 0, character: 0 }, end: { line: text.split('\n').length, character: 0 } };
            for (const { title, diagnostics } of await actionsAt(file, whole))
                for (const { code } of diagnostics ?? []) offered.add(kindOf(String(code), title));
        }
        const shownByFixtures = new Set(findingsWithFixtures().flatMap((finding) => actionFixtures(finding).map(({ title }) => kindOf(finding, title))));
        assert.deepEqual([...shownByFixtures].sort(), [...offered].sort());
    });

    it('are there for each finding whose page does not say why it has no fix', function () {
        const withoutFix = Object.keys(CATALOGUE).filter((name) =>
            fs.readFileSync(inRoot('docs/diagnostics', `${name}.md`), 'utf8').includes('\n## Why no fix is offered\n'),
        );
        assert.deepEqual([...findingsWithFixtures(), ...withoutFix].sort(), Object.keys(CATALOGUE).sort());
    });
});
