// The bundled language server over standard input and output: everything an editor asks of it, and what no editor should.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CodeAction, CompletionList, DocumentSymbol, FoldingRange, Hover, LocationLink, Position, TextEdit } from 'vscode-languageserver-types';
import { BundledServer } from './bundled-server.js';
import { PROTOCOL } from './opened-file.js';

describe('bundled server', function () {
    let folder: string;
    let server: BundledServer;
    let uri: string;
    const uriOf = (name: string): string => pathToFileURL(path.join(folder, name)).href;

    before(async function () {
        folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'crit-server-')));
        fs.writeFileSync(path.join(folder, 'trial.crit'), PROTOCOL);
        fs.writeFileSync(path.join(folder, 'never-opened.crit'), 'include I-1 "One" { uses nintedinib }\n');
        fs.writeFileSync(path.join(folder, 'terms.crit'), 'condition Muller disease {}\n');
        uri = uriOf('trial.crit');
        server = new BundledServer();
        const capabilities = await server.initialize(folder);
        assert.equal(capabilities['hoverProvider'], true);
        await server.open(uri, PROTOCOL);
    });

    after(async function () {
        assert.equal(await server.end(), 0);
        fs.rmSync(folder, { recursive: true, force: true });
        assert.deepEqual(server.errors, []);
    });

    /** The place behind a piece of the text. */
    const behind = (text: string, piece: string): Position => {
        const before = text.slice(0, text.indexOf(piece) + piece.length).split('\n');
        return { line: before.length - 1, character: before[before.length - 1]?.length ?? 0 };
    };

    it('publishes the findings of an open file, with its version', async function () {
        await server.diagnostics(uri, ({ version }) => version === 1);
    });

    it('publishes the findings of files that were never opened', async function () {
        const found = await server.diagnostics(uriOf('never-opened.crit'));
        assert.match(JSON.stringify(found), /nintedanib/);
        assert.match(found[0]?.codeDescription?.href ?? '', /^https:\/\/example\.org\/(misspelt|unknown)-term$/);
    });

    it('follows edits', async function () {
        const line = PROTOCOL.split('\n').findIndex((text) => text.includes('1.5 mg/dL'));
        const start = { line, character: PROTOCOL.split('\n')[line]?.indexOf('mg/dL') ?? 0 };
        const end = { line, character: start.character + 'mg/dL'.length };
        const edit = (version: number, range: object, text: string) =>
            server.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ range, text }] });
        await edit(2, { start, end }, 'mmHg');
        const found = await server.diagnostics(uri, ({ version }) => version === 2);
        assert.ok(found.some(({ code }) => code === 'wrong-unit'));
        await edit(3, { start, end: { line, character: start.character + 'mmHg'.length } }, 'mg/dL');
        assert.ok(!(await server.diagnostics(uri, ({ version }) => version === 3)).some(({ code }) => code === 'wrong-unit'));
    });

    it('answers a hover', async function () {
        const hover = await server.at<Hover>('hover', uri, behind(PROTOCOL, 'creat'));
        assert.match(JSON.stringify(hover), /serum creatinine/);
    });

    it('completes a name of several words by a synonym, and tells its definition', async function () {
        const text = `${PROTOCOL}include I-2 "Two" {\n  has systemic lu\n}\n`;
        await server.change(uri, text, 4);
        const { items } = await server.at<CompletionList>('completion', uri, behind(text, 'systemic lu'));
        const item = items.find(({ label }) => label === 'systemic lupus erythematosus');
        assert.deepEqual(item?.textEdit, { range: { start: behind(text, '"Two" {\n  has '), end: behind(text, 'systemic lu') }, newText: 'SLE' });
        assert.match(JSON.stringify(await server.request('completionItem/resolve', item)), /autoantibodies/);
    });

    it('leads to a declaration, and to the vocabulary that it then shows', async function () {
        const [cohort] = await server.at<LocationLink[]>('definition', uri, behind(PROTOCOL, '"Stroke" for S'));
        assert.equal(cohort?.targetUri, uri);
        const [shipped] = await server.at<LocationLink[]>('definition', uri, behind(PROTOCOL, 'creat'));
        assert.equal(shipped?.targetUri, 'crit-vocabulary:/vocabulary/lab.crit');
        const text = await server.request<string>('crit/vocabularyText', { uri: shipped.targetUri });
        assert.match(text.split('\n')[shipped.targetSelectionRange.start.line] ?? '', /^lab creatinine /);
    });

    it('gives the outline and what can be folded', async function () {
        const symbols = await server.request<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument: { uri } });
        assert.deepEqual(
            symbols.slice(0, 3).map(({ name }) => name),
            ['Trial', 'SLE', 'RA'],
        );
        const ranges = await server.request<FoldingRange[]>('textDocument/foldingRange', { textDocument: { uri } });
        assert.ok(ranges.some(({ startLine, endLine }) => startLine === 0 && endLine === 3));
    });

    it('formats', async function () {
        const messy = 'include   I-1   "One"  {\n        has    SLE\n}\n';
        await server.open(uriOf('messy.crit'), messy);
        const edits = await server.request<TextEdit[]>('textDocument/formatting', {
            textDocument: { uri: uriOf('messy.crit') },
            options: { tabSize: 2, insertSpaces: true },
        });
        assert.ok(edits.length > 0);
        assert.match(edits.map(({ newText }) => newText).join(''), /include I-1 "One" \{\n {2}has SLE\n/);
    });

    it('offers fixes', async function () {
        const text = 'include I-1 "One" { uses nintedinib }\n';
        await server.open(uriOf('never-opened.crit'), text);
        const at = behind(text, 'ninte');
        const actions = await server.request<CodeAction[]>('textDocument/codeAction', {
            textDocument: { uri: uriOf('never-opened.crit') },
            range: { start: at, end: at },
            context: { diagnostics: [] },
        });
        assert.match(JSON.stringify(actions), /"newText":"nintedanib"/);
    });

    it('generates texts', async function () {
        await server.change(uri, PROTOCOL, 5);
        assert.match(JSON.stringify(await server.request('crit/generate', { uri, target: 'registry' })), /Inclusion Criteria/);
        assert.match(JSON.stringify(await server.request('crit/generate', { uri, target: 'patient' })), /creatinine/);
    });

    it('sees files that are created, changed and deleted on disk', async function () {
        const created = uriOf('created.crit');
        const tell = async (type: number) => server.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: created, type }] });
        fs.writeFileSync(path.join(folder, 'created.crit'), 'import "terms.crit"\ninclude I-1 "One" { has Mueller disease }\n');
        await tell(1);
        assert.ok((await server.diagnostics(created)).length > 0);
        fs.writeFileSync(
            path.join(folder, 'created.crit'),
            'import "terms.crit"\nprotocol P "P" {\n  age from 18 years\n}\ninclude I-1 "One" { has Muller disease }\n',
        );
        await tell(2);
        await server.diagnostics(created, ({ diagnostics }) => !JSON.stringify(diagnostics).includes('Mueller'));
        fs.rmSync(path.join(folder, 'created.crit'));
        await tell(3);
        await server.diagnostics(created, ({ diagnostics }) => diagnostics.length === 0);
    });

    describe('survives', function () {
        const isAlive = async (): Promise<void> => {
            assert.match(JSON.stringify(await server.at('hover', uri, behind(PROTOCOL, 'creat'))), /serum creatinine/);
        };

        it('documents in unknown languages, with unknown extensions and schemes', async function () {
            await server.open('file:///x/y.unknown', 'not crit {', 'klingon');
            await server.open('weird:thing', 'not crit {', '');
            await server.open('', '', 'plaintext');
            await server.open('not a uri at all', 'include I-1 "x" { has SLE }', 'crit');
            for (const method of ['hover', 'completion', 'definition']) {
                const answer = await server.at<{ items?: unknown[] } | unknown[] | null>(method, 'file:///x/y.unknown', { line: 0, character: 1 });
                assert.ok(answer === null || (Array.isArray(answer) ? answer : (answer.items ?? [])).length === 0, method);
            }
            await isAlive();
        });

        it('requests for documents that were never opened, and places that do not exist', async function () {
            for (const method of ['hover', 'completion', 'definition']) {
                await server.at(method, 'file:///nowhere.crit', { line: 5, character: 5 });
                await server.at(method, uri, { line: 1_000_000, character: 1_000_000 });
            }
            await isAlive();
        });

        it('versions out of order, edits outside of the text, edits and closing of what is not open', async function () {
            await server.change(uri, PROTOCOL, 50);
            await server.change(uri, PROTOCOL, 7);
            await server.diagnostics(uri, ({ version }) => version === 7);
            const range = { start: { line: 90_000, character: 5 }, end: { line: 2, character: 900 } };
            await server.notify('textDocument/didChange', { textDocument: { uri, version: 8 }, contentChanges: [{ range, text: '' }] });
            await server.notify('textDocument/didChange', { textDocument: { uri: 'file:///nowhere.crit', version: 1 }, contentChanges: [{ text: 'x' }] });
            await server.notify('textDocument/didClose', { textDocument: { uri: 'file:///nowhere.crit' } });
            await server.change(uri, PROTOCOL, 9);
            await isAlive();
        });

        it('a line of a megabyte, and thousands of open braces', async function () {
            const big = uriOf('big.crit');
            await server.open(big, `include I-1 "${'x'.repeat(1_000_000)}" { has ${'y'.repeat(10)} }`);
            await server.at('hover', big, { line: 0, character: 500_000 });
            await server.at('completion', big, { line: 0, character: 1_000_019 });
            await server.change(big, 'include I-1 "x" '.concat('{ any of '.repeat(5000)), 2);
            await server.at('completion', big, { line: 0, character: 40_000 });
            assert.ok((await server.diagnostics(big, ({ version }) => version === 2)).length > 0);
            await server.notify('textDocument/didClose', { textDocument: { uri: big } });
            await isAlive();
        });

        it('hostile names, and imports that climb out', async function () {
            const hostile = uriOf('hostile.crit');
            await server.open(
                hostile,
                'import "../../../../etc/passwd"\nimport "/etc/passwd"\ncohort __proto__ "x"\ninclude constructor "toString" for __proto__ { has __proto__ }\ncondition __proto__ {}\n',
            );
            assert.ok((await server.diagnostics(hostile)).some(({ code }) => code === 'import-not-found'));
            for (let character = 0; character < 60; character++) {
                await server.at('hover', hostile, { line: 3, character });
                await server.at('definition', hostile, { line: 3, character });
                await server.at('completion', hostile, { line: 3, character });
            }
            await isAlive();
        });

        it('requests that are called off, malformed ones and unknown ones', async function () {
            await server.notify('$/cancelRequest', { id: 123_456 });
            await Promise.allSettled(
                Array.from({ length: 20 }, () => server.calledOff('textDocument/completion', { textDocument: { uri }, position: { line: 13, character: 4 } })),
            );
            await assert.rejects(
                server.request('textDocument/hover', { nonsense: true }).then((answer) => (answer === null ? Promise.reject(new Error('nothing')) : answer)),
            );
            await assert.rejects(server.request('crit/unknown', {}));
            await server.notify('crit/unknown', {});
            await isAlive();
            server.errors.length = 0;
        });
    });
});

describe('bundled server without a folder and for a plain editor', function () {
    it('checks a single file, answers with plain locations, and ends when it is told to', async function () {
        const server = new BundledServer();
        try {
            await server.initialize(null, {});
            await server.open('untitled:Untitled-1', PROTOCOL);
            await server.diagnostics('untitled:Untitled-1');
            const position = { line: 18, character: 'exclude E-1 "Stroke" for S'.length };
            const locations = await server.at<{ uri: string }[]>('definition', 'untitled:Untitled-1', {
                line: PROTOCOL.split('\n').findIndex((line) => line.startsWith('exclude')),
                character: position.character,
            });
            assert.deepEqual(
                locations.map(({ uri }) => uri),
                ['untitled:Untitled-1'],
            );
        } finally {
            assert.equal(await server.end(), 0);
        }
    });
});
