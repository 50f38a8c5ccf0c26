// What an editor may do that is hard on the bundled server: it answers all the same, tells of no defect, and finds the same after it was killed.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Diagnostic, Position } from 'vscode-languageserver-types';
import { BundledServer, SERVER } from './bundled-server.js';
import { CONFLICTING, MENDED } from './conflicting-trial.js';
import { PROTOCOL as text } from './opened-file.js';

const behind = (whole: string, piece: string): Position => {
    const before = whole.slice(0, whole.indexOf(piece) + piece.length).split('\n');
    return { line: before.length - 1, character: before[before.length - 1]?.length ?? 0 };
};

describe('the bundled server survives in every feature', function () {
    const uri = 'file:///trial/trial.crit';
    let server: BundledServer;

    before(async function () {
        server = new BundledServer();
        await server.initialize(null);
        await server.open(uri, text);
    });

    after(async function () {
        assert.equal(await server.end(), 0);
        assert.deepEqual(server.errors, []);
    });

    const METHODS = [
        'references',
        'documentHighlight',
        'prepareRename',
        'rename',
        'documentSymbol',
        'semanticTokens/full',
        'semanticTokens/range',
        'documentLink',
    ]
        .concat(['inlayHint', 'signatureHelp', 'codeLens', 'hover', 'completion', 'definition', 'codeAction', 'formatting', 'rangeFormatting', 'foldingRange'])
        .map((name) => `textDocument/${name}`)
        .concat([
            'crit/outline',
            'crit/patientCases',
            'crit/runPatientCase',
            'crit/preview',
            'crit/status',
            'crit/witness',
            'crit/generate',
            'workspace/symbol',
        ]);
    const params = (file: string, position: Position): object => ({
        textDocument: { uri: file },
        uri: file,
        position,
        range: { start: position, end: position },
        context: { includeDeclaration: true, diagnostics: [] },
        newName: 'X-9',
        query: 'x',
        kind: 'registry',
        target: 'registry',
        cohort: 'SLE',
        options: { tabSize: 2, insertSpaces: true },
    });
    const isAlive = async (): Promise<void> => assert.match(JSON.stringify(await server.at('hover', uri, behind(text, 'creat'))), /serum creatinine/);
    /** Each is answered or refused with a sentence; none is left open, and no defect is told. */
    const askAll = async (file: string, position: Position): Promise<void> => {
        const answers = await Promise.allSettled(METHODS.map((method) => server.request(method, params(file, position))));
        for (const [index, answer] of answers.entries())
            if (answer.status === 'rejected') assert.match(METHODS[index] ?? '', /ename$/, `${METHODS[index] ?? ''}: ${String(answer.reason)}`);
        assert.deepEqual(server.errors, []);
    };

    it('positions that do not exist, and files that nobody knows', async function () {
        for (const position of [
            { line: 1_000_000, character: 1_000_000 },
            { line: 0, character: 1_000_000 },
            { line: 0, character: 0 },
        ]) {
            await askAll(uri, position);
            await askAll('file:///nowhere.crit', position);
        }
        await askAll('weird:thing', { line: 0, character: 0 });
        await isAlive();
    });

    it('lines of a megabyte', async function () {
        const big = 'file:///trial/big.crit';
        await server.open(big, `include I-1 "${'x'.repeat(1_000_000)}" { has stroke; uses ${'y'.repeat(10)} }`);
        await askAll(big, { line: 0, character: 1_000_022 });
        await server.notify('textDocument/didClose', { textDocument: { uri: big } });
        await isAlive();
    });

    it('damaged text, wherever it is cut', async function () {
        const damaged = 'file:///trial/damaged.crit';
        await server.open(damaged, '');
        for (let cut = 1, version = 2; cut < text.length; cut += 97, version++) {
            await server.change(damaged, `${text.slice(0, cut)} } ( ; except {{ "`, version);
            await askAll(damaged, behind(text, text.slice(0, cut)));
        }
        await server.notify('textDocument/didClose', { textDocument: { uri: damaged } });
        await isAlive();
    });

    it('requests that are called off, all at once', async function () {
        const answers = await Promise.allSettled(METHODS.flatMap((method) => [server.calledOff(method, params(uri, { line: 2, character: 3 }))]));
        assert.equal(answers.length, METHODS.length);
        await isAlive();
    });

    it('requests that say nothing of what they mean', async function () {
        await Promise.allSettled(METHODS.map((method) => server.request(method, { nonsense: true })));
        await isAlive();
        server.errors.length = 0;
    });
});

describe('a request that waits for an analysis that never answers', function () {
    it('is answered when it is called off', async function () {
        const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'crit-silent-'));
        fs.copyFileSync(SERVER, path.join(folder, 'server.cjs'));
        fs.writeFileSync(path.join(folder, 'analysis-worker.cjs'), "require('node:worker_threads').parentPort.on('message', () => {});");
        const server = new BundledServer([path.join(folder, 'server.cjs'), '--stdio']);
        try {
            await server.initialize(null);
            await server.open('untitled:Trial', text);
            const asked = { uri: 'untitled:Trial', otherText: text };
            await Promise.allSettled(['crit/runPatientCase', 'crit/compare'].map((method) => server.calledOff(method, asked)));
            assert.match(JSON.stringify(await server.at('hover', 'untitled:Trial', behind(text, 'creat'))), /serum creatinine/);
        } finally {
            assert.equal(await server.end(), 0);
            fs.rmSync(folder, { recursive: true, force: true });
        }
    });
});

describe('a bundled server that was killed', function () {
    it('finds the same when it is started anew and given the same texts', async function () {
        const uri = 'untitled:Conflict';
        const found = async (texts: readonly string[]): Promise<Diagnostic[]> => {
            const server = new BundledServer();
            try {
                await server.initialize(null);
                for (const [index, text] of texts.entries()) await (index === 0 ? server.open(uri, text) : server.change(uri, text, index + 1));
                await server.untilAnalysed(uri, texts.length);
                return (await server.diagnostics(uri, ({ version }) => version === texts.length)).map((each) => ({ ...each, data: undefined }));
            } finally {
                // In the middle of things, as an editor sees it.
                server.kill();
            }
        };
        const before = await found([MENDED, CONFLICTING]);
        assert.ok(before.some(({ code }) => code === 'cohort-unsatisfiable'));
        assert.deepEqual(await found([CONFLICTING]), before);
    });
});
