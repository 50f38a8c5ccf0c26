// Every feature of the bundled server once over standard input and output.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type {
    CodeLens,
    DocumentHighlight,
    DocumentLink,
    InlayHint,
    Location,
    Position,
    SemanticTokens,
    SignatureHelp,
    SymbolInformation,
    WorkspaceEdit,
} from 'vscode-languageserver-types';
import { BundledServer } from './bundled-server.js';
import { PROTOCOL } from './opened-file.js';

const behind = (text: string, piece: string): Position => {
    const before = text.slice(0, text.indexOf(piece) + piece.length).split('\n');
    return { line: before.length - 1, character: before[before.length - 1]?.length ?? 0 };
};

describe('features of the bundled server', function () {
    const text = `${PROTOCOL.replace('timeline', 'registry NCT05869955\n  timeline')}
define low blood(limit) {
  hemoglobin < limit
}
include I-2 "Two" {
  low blood(8 g/dL)
}
patient "Somebody" in RA {
  creatinine = 2 mg/dL
  expect ineligible because I-1
}
`;
    const whole = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
    let folder: string;
    let server: BundledServer;
    let uri: string;
    const textDocument = () => ({ textDocument: { uri } });

    before(async function () {
        folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'crit-features-')));
        fs.writeFileSync(path.join(folder, 'trial.crit'), text);
        fs.writeFileSync(path.join(folder, 'never-opened.crit'), 'import "trial.crit"\nexclude X-1 "Never opened" for SLE { had heart attack }\n');
        uri = pathToFileURL(path.join(folder, 'trial.crit')).href;
        server = new BundledServer();
        await server.initialize(folder);
        await server.open(uri, text);
        await server.diagnostics(pathToFileURL(path.join(folder, 'never-opened.crit')).href);
    });

    after(async function () {
        assert.equal(await server.end(), 0);
        fs.rmSync(folder, { recursive: true, force: true });
        assert.deepEqual(server.errors, []);
    });

    const files = (places: readonly { uri: string }[]): string[] => [...new Set(places.map((place) => path.basename(place.uri)))].sort();

    it('finds references and highlights', async function () {
        const position = behind(text, 'cohort SL');
        const found = await server.request<Location[]>('textDocument/references', { ...textDocument(), position, context: { includeDeclaration: true } });
        assert.deepEqual(files(found), ['never-opened.crit', 'trial.crit']);
        const marked = await server.at<DocumentHighlight[]>('documentHighlight', uri, position);
        assert.equal(marked.length, 2);
    });

    it('renames in all files, and says why it does not', async function () {
        const position = behind(text, 'cohort SL');
        assert.match(JSON.stringify(await server.at('prepareRename', uri, position)), /"placeholder":"SLE"/);
        const edit = await server.request<WorkspaceEdit>('textDocument/rename', { ...textDocument(), position, newName: 'Lupus' });
        assert.deepEqual(files((edit.documentChanges as { textDocument: { uri: string } }[]).map((change) => change.textDocument)), [
            'never-opened.crit',
            'trial.crit',
        ]);
        await assert.rejects(server.request('textDocument/rename', { ...textDocument(), position, newName: 'RA' }), /'RA' is taken/);
        await assert.rejects(server.at('prepareRename', uri, behind(text, 'creatin')), /comes with Crit/);
    });

    it('finds symbols of the workspace', async function () {
        const found = await server.request<SymbolInformation[]>('workspace/symbol', { query: 'never' });
        assert.deepEqual(
            found.map(({ name }) => name),
            ['X-1 Never opened (for SLE)'],
        );
    });

    it('colours by meaning, whole and in part', async function () {
        const all = await server.request<SemanticTokens>('textDocument/semanticTokens/full', textDocument());
        const part = await server.request<SemanticTokens>('textDocument/semanticTokens/range', {
            ...textDocument(),
            range: { start: whole.start, end: { line: 2, character: 0 } },
        });
        assert.ok(part.data.length > 0 && part.data.length < all.data.length && all.data.length % 5 === 0);
    });

    it('links, hints and shows parameters', async function () {
        const [link] = await server.request<DocumentLink[]>('textDocument/documentLink', textDocument());
        assert.equal(link?.target, 'https://clinicaltrials.gov/study/NCT05869955');
        const hints = () => server.request<InlayHint[]>('textDocument/inlayHint', { ...textDocument(), range: whole });
        assert.ok((await hints()).some(({ label }) => label === '= about 132.6 µmol/L'));
        await server.notify('workspace/didChangeConfiguration', { settings: { crit: { inlayHints: { enabled: false } } } });
        assert.deepEqual(await hints(), []);
        assert.ok(server.refreshed.includes('workspace/inlayHint/refresh'));
        const help = await server.at<SignatureHelp>('signatureHelp', uri, behind(text, 'low blood(8'));
        assert.equal(help.signatures[0]?.label, 'low blood(limit)');
    });

    it('shows lenses, and has them asked for anew when the analysis is done', async function () {
        await server.untilAnalysed(uri, 1);
        const lenses = await server.request<CodeLens[]>('textDocument/codeLens', textDocument());
        assert.deepEqual([...new Set(lenses.map(({ command }) => command?.title))], ['Preview', 'Show an example patient', 'Run']);
        assert.ok(server.refreshed.includes('workspace/codeLens/refresh'));
    });

    it('answers the requests of our own', async function () {
        const outline = await server.request<{ cohorts: { id: string; enrols: boolean; criteria: unknown[] }[] }>('crit/outline', { uri });
        assert.deepEqual(
            outline.cohorts.map(({ id, enrols, criteria }) => [id, enrols, criteria.length]),
            [
                ['SLE', true, 3],
                ['RA', true, 2],
            ],
        );
        assert.match(JSON.stringify(await server.request('crit/patientCases', { uri })), /^\[\{"title":"Somebody","cohort":"RA"/);
        assert.match(JSON.stringify(await server.request('crit/runPatientCase', { uri, title: 'Somebody' })), /"passed":true,"outcome":"ineligible"/);
        for (const kind of ['registry', 'patient', 'logic', 'json'])
            assert.match(JSON.stringify(await server.request('crit/preview', { uri, kind })), /"pieces":\[\{"criterion":"I-1"/, kind);
    });

    it('runs patient cases where the analysis is switched off', async function () {
        const other = new BundledServer();
        await other.initialize(null, undefined, { analysis: { enabled: false } });
        await other.open('untitled:Trial', text);
        assert.match(JSON.stringify(await other.request('crit/runPatientCase', { uri: 'untitled:Trial' })), /"runs":\[\{"title":"Somebody"/);
        assert.equal(await other.end(), 0);
    });
});
