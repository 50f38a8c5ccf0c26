// The analysis in the bundled server: findings that come after those of the language, never hold up an answer, and survive the end of the worker.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { CodeAction, CompletionList, Diagnostic, Hover, Position, TextDocumentEdit } from 'vscode-languageserver-types';
import type { Published } from './bundled-server.js';
import { BundledServer, SERVER } from './bundled-server.js';
import { CONFLICTING, MENDED } from './conflicting-trial.js';
import { withEdits } from './opened-file.js';

const URI = 'file:///trial/conflict.crit';
const WORKER = path.join(path.dirname(SERVER), 'analysis-worker.cjs');

const has =
    (name: string) =>
    ({ diagnostics }: Pick<Published, 'diagnostics'>): boolean =>
        diagnostics.some(({ code }) => code === name);

/** The place before a piece of the text. */
const at = (text: string, piece: string): Position => {
    const before = text.slice(0, text.indexOf(piece)).split('\n');
    return { line: before.length - 1, character: before[before.length - 1]?.length ?? 0 };
};

interface Status {
    uri: string;
    state: string;
    text: string;
    detail: string;
    cohorts: string[];
}

describe('analysis in the bundled server', function () {
    let server: BundledServer;
    const scratch: string[] = [];

    /** A server that has said hello, with the conflicting protocol open. */
    async function opened(options: object = {}, command?: string[]): Promise<BundledServer> {
        const started = new BundledServer(command);
        await started.initialize(null, undefined, { status: true, ...options });
        await started.open(URI, CONFLICTING);
        return started;
    }

    /** A copy of the server beside another program for the analysis; null: none. */
    function serverWith(analysis: string | null): string[] {
        const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'crit-analysis-'));
        scratch.push(folder);
        fs.copyFileSync(SERVER, path.join(folder, 'server.cjs'));
        if (analysis !== null) fs.writeFileSync(path.join(folder, 'analysis-worker.cjs'), analysis);
        return [path.join(folder, 'server.cjs'), '--stdio'];
    }

    const conflictOf = (found: readonly Diagnostic[]): Diagnostic => {
        const conflict = found.find(({ code }) => code === 'cohort-unsatisfiable');
        assert.ok(conflict !== undefined);
        return conflict;
    };

    const fixesAt = (piece: string): Promise<CodeAction[]> => {
        const place = at(CONFLICTING, piece);
        return server.request<CodeAction[]>('textDocument/codeAction', {
            textDocument: { uri: URI },
            range: { start: place, end: place },
            context: { diagnostics: [] },
        });
    };

    beforeEach(function () {
        assert.ok(fs.existsSync(WORKER), 'the analysis is not built: run npm run build first');
    });
    afterEach(async function () {
        try {
            assert.equal(await server.end(), 0);
        } finally {
            server.kill();
        }
        for (const folder of scratch.splice(0)) fs.rmSync(folder, { recursive: true, force: true });
    });

    it('comes after the findings of the language, and names every member of a conflict', async function () {
        server = await opened();
        const conflict = conflictOf(await server.diagnostics(URI, has('cohort-unsatisfiable')));
        const [first] = server.published;
        assert.ok(first !== undefined && !has('cohort-unsatisfiable')(first) && has('cohort-without-diagnosis')(first));
        assert.equal(conflict.severity, 1);
        assert.equal(conflict.codeDescription?.href, 'https://example.org/cohort-unsatisfiable');
        assert.deepEqual(
            conflict.relatedInformation?.map(({ location }) => [location.uri, location.range.start.line]),
            ['creatinine <= 1.5', 'creatinine <= 2'].map((piece) => [URI, at(CONFLICTING, piece).line]),
        );
        const [member, ...more] = (await server.diagnostics(URI, has('cohort-unsatisfiable'))).filter(
            ({ code, severity }) => code === conflict.code && severity === 3,
        );
        assert.equal(member?.range.start.line, at(CONFLICTING, 'creatinine <= 1.5').line);
        assert.match(member.message, /^Takes part in a contradiction: /);
        assert.equal(member.relatedInformation?.[0]?.location.range.start.line, at(CONFLICTING, 'creatinine <= 2').line);
        assert.deepEqual(more, []);
        assert.deepEqual(server.errors, []);
    });

    it('takes a conflict back when it is mended, and fades what has no effect', async function () {
        server = await opened();
        await server.diagnostics(URI, has('cohort-unsatisfiable'));
        const dead = MENDED.replace('creatinine <= 1.5 mg/dL', 'creatinine <= 1.5 mg/dL\n  hemoglobin < 8 g/dL or age >= 10 years');
        await server.change(URI, dead, 2);
        const found = await server.diagnostics(
            URI,
            (published) => published.version === 2 && published.diagnostics.some(({ tags }) => tags?.includes(1) === true),
        );
        assert.ok(!has('cohort-unsatisfiable')({ diagnostics: found }));
        assert.match(String(found.find(({ tags }) => tags?.includes(1))?.code), /^alternative-/);
    });

    it('keeps the findings of untouched criteria at their places while an edit is analysed', async function () {
        server = await opened();
        await server.diagnostics(URI, has('cohort-unsatisfiable'));
        await server.change(URI, `// One line more.\n${CONFLICTING}`, 2);
        const found = await server.diagnostics(URI, ({ version }) => version === 2);
        assert.equal(conflictOf(found).range.start.line, at(CONFLICTING, 'creatinine <= 2').line + 1);
    });

    it('offers fixes at each member of a conflict, which mend it', async function () {
        server = await opened();
        await server.diagnostics(URI, has('cohort-unsatisfiable'));
        const [first, ...others] = await fixesAt('creatinine <= 1.5');
        const change = first?.edit?.documentChanges?.[0] as TextDocumentEdit | undefined;
        assert.ok(first !== undefined && change !== undefined);
        assert.equal(first.isPreferred, true);
        assert.ok(others.every(({ isPreferred }) => isPreferred === undefined));
        assert.equal(change.textDocument.version, 1);
        assert.deepEqual(
            (await fixesAt('creatinine <= 2')).map(({ title }) => title),
            [first, ...others].map(({ title }) => title),
        );
        await server.change(URI, withEdits(CONFLICTING, change.edits), 2);
        await server.diagnostics(URI, (published) => published.version === 2 && !has('cohort-unsatisfiable')(published));
    });

    it('knows what is acknowledged, and calls an acknowledgement stale only when it has seen the text', async function () {
        server = await opened();
        const accept = 'accept cohorts-overlap "The site chooses."\n';
        await server.change(URI, MENDED, 2);
        await server.diagnostics(URI, (published) => published.version === 2 && has('cohorts-overlap')(published));
        await server.change(URI, MENDED + accept, 3);
        await server.untilAnalysed(URI, 3);
        assert.ok(server.published.filter(({ version }) => version === 3).every((published) => !has('acknowledgement-stale')(published)));
        assert.ok(!has('cohorts-overlap')({ diagnostics: await server.diagnostics(URI, ({ version }) => version === 3) }));
        const stale = accept.replace('cohorts-overlap', 'boundary-mismatch');
        await server.change(URI, MENDED + stale, 4);
        await server.diagnostics(URI, (published) => published.version === 4 && has('acknowledgement-stale')(published));
        const [before] = server.published.filter(({ version }) => version === 4);
        assert.ok(before !== undefined && !has('acknowledgement-stale')(before));
    });

    it('says in hovers what it found of a criterion and a cohort', async function () {
        server = await opened({ witnessCommand: 'crit.showWitness' });
        await server.diagnostics(URI, has('cohort-unsatisfiable'));
        const hover = async (piece: string): Promise<string> => JSON.stringify((await server.at<Hover | null>('hover', URI, at(CONFLICTING, piece)))?.contents);
        assert.match(await hover('I-1'), /Kidney function.*cohort-unsatisfiable.*E-1/s);
        assert.match(await hover('SLE "Systemic'), /Nobody can qualify/);
        assert.match(await hover('RA "Rheumatoid'), /somebody can qualify.*command:crit\.showWitness\?.*patient \\"/s);
    });

    it('tells the status, and shows a patient who qualifies', async function () {
        server = await opened();
        await server.diagnostics(URI, has('cohort-unsatisfiable'));
        const told = (): Status[] => server.told.get('crit/status') as Status[];
        assert.deepEqual(
            told().map(({ state, text }) => `${state}: ${text}`),
            ['checking: checking …', 'problems: 3 problems'],
        );
        assert.equal(told().at(-1)?.detail, 'Nobody can qualify for SLE.');
        const proved = MENDED.replace(' with SLE', '').replace(' with rheumatoid arthritis', '');
        await server.change(URI, proved, 2);
        await server.untilAnalysed(URI, 2);
        assert.deepEqual(await server.request('crit/status', { uri: URI }), told().at(-1));
        assert.equal(told().at(-1)?.text, 'proved: each cohort can enrol');
        assert.deepEqual(told().at(-1)?.cohorts, ['SLE', 'RA']);
        assert.match(JSON.stringify(await server.request('crit/witness', { uri: URI, cohort: 'RA' })), /^\{"text":"patient .*expect eligible/);
        assert.match(JSON.stringify(await server.request('crit/witness', { uri: URI, cohort: 'XY' })), /^\{"problem":"There is no cohort XY/);
        await server.change(URI, `${proved}include X-1 { has unheard-of }\n`, 3);
        const [error] = (await server.diagnostics(URI, ({ version }) => version === 3)).filter(({ severity }) => severity === 1);
        assert.ok(error !== undefined);
        assert.match(JSON.stringify(await server.request('crit/status', { uri: URI })), /"problems".*Not analysed: mend the errors first/);
    });

    it('can be switched off and on', async function () {
        server = await opened({ analysis: { enabled: false } });
        await server.diagnostics(URI, has('cohort-without-diagnosis'));
        await server.change(URI, CONFLICTING.replaceAll(/ with .*/g, ''), 2);
        await server.diagnostics(URI, ({ version, diagnostics }) => version === 2 && diagnostics.length === 0);
        assert.match(JSON.stringify(await server.request('crit/status', { uri: URI })), /not analysed: the analysis is switched off/);
        await server.notify('workspace/didChangeConfiguration', { settings: { crit: { analysis: { enabled: true } } } });
        await server.diagnostics(URI, has('cohort-unsatisfiable'));
        await server.notify('workspace/didChangeConfiguration', { settings: { crit: { analysis: { enabled: false } } } });
        await server.diagnostics(URI, ({ diagnostics }) => diagnostics.length === 0);
    });

    it('holds up no answer, however long it takes', async function () {
        const slow = `const { parentPort } = require('node:worker_threads');
            parentPort.on('message', ({ kind }) => kind === 'analyse' && Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1500));
            require(${JSON.stringify(WORKER)});`;
        server = await opened({}, serverWith(slow));
        await server.diagnostics(URI, has('cohort-without-diagnosis'));
        const place = at(CONFLICTING, 'creatinine <= 2');
        const list = await server.at<CompletionList>('completion', URI, place);
        assert.ok(list.items.length > 0);
        assert.match(JSON.stringify(await server.at('hover', URI, place)), /serum creatinine/);
        assert.ok(!server.published.some(has('cohort-unsatisfiable')), 'the analysis came before the answers');
        await server.diagnostics(URI, has('cohort-unsatisfiable'));
    });

    it('keeps up with typing, and ends with the findings of the last text', async function () {
        server = await opened();
        const last = 51;
        const answers: Promise<unknown>[] = [];
        for (let version = 2; version <= last; version++) {
            const text = CONFLICTING.replace('creatinine <= 2', `creatinine <= ${version === last ? '3' : `2.${version}`}`);
            await server.change(URI, text, version);
            answers.push(server.at(version % 2 === 0 ? 'completion' : 'hover', URI, at(text, 'creatinine <= 1.5')));
        }
        assert.ok((await Promise.all(answers)).every((answer) => answer !== null));
        const found = await server.diagnostics(URI, (published) => published.version === last && has('cohort-unsatisfiable')(published));
        assert.match(conflictOf(found).message, /creatinine <= 3 mg/);
        assert.deepEqual(server.errors, []);
    });

    it('is started anew when it ends, and nothing of the language is lost', async function () {
        const once = `const { parentPort } = require('node:worker_threads');
            const fs = require('node:fs');
            parentPort.on('message', ({ kind }) => {
                if (kind !== 'analyse' || fs.existsSync(__filename + '.ended')) return;
                fs.writeFileSync(__filename + '.ended', '');
                process.exit(7);
            });
            require(${JSON.stringify(WORKER)});`;
        server = await opened({}, serverWith(once));
        await server.diagnostics(URI, has('cohort-unsatisfiable'));
        assert.ok(has('cohort-without-diagnosis')(server.published[0] ?? { diagnostics: [] }));
        assert.match(server.errors.join(), /The analysis ended unexpectedly and is started anew\. It ended with code 7/);
    });

    it('is given up for a text that ends it twice, which the status says', async function () {
        server = await opened({}, serverWith(`require('node:worker_threads').parentPort.on('message', () => process.exit(7));`));
        await server.untilAnalysed(URI, 1);
        assert.ok(has('cohort-without-diagnosis')(server.published.at(-1) ?? { diagnostics: [] }));
        assert.match(JSON.stringify(await server.request('crit/status', { uri: URI })), /Not analysed: the analysis ended unexpectedly/);
        assert.equal(server.errors.length, 2);
    });

    it('runs in the server where no thread can be started', async function () {
        const noThreads = path.join(os.tmpdir(), `crit-no-threads-${process.pid}.cjs`);
        fs.writeFileSync(noThreads, `require('node:worker_threads').Worker = class { constructor() { throw new Error('no threads'); } };`);
        try {
            server = await opened({}, ['--require', noThreads, SERVER, '--stdio']);
            await server.diagnostics(URI, has('cohort-unsatisfiable'));
        } finally {
            fs.rmSync(noThreads);
        }
    });

    it('is said to be missing where it was not installed', async function () {
        server = await opened({}, serverWith(null));
        await server.diagnostics(URI, has('cohort-without-diagnosis'));
        assert.match(JSON.stringify(await server.request('crit/status', { uri: URI })), /Not analysed: the program of the analysis is missing/);
    });
});
