// The language server for browsers (vscode.dev), run in Chromium: a worker that answers, with the analysis in a worker of its own.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import type { Browser } from 'playwright-core';
import type { CompletionList, Hover } from 'vscode-languageserver-types';
import { CONFLICTING, MENDED } from '../server/conflicting-trial.js';
import { inRoot } from '../support/repository.js';
import { skip } from '../support/skip.js';
import { CHROMIUM, ServerInPage, startChromium } from './server-in-page.js';

const FOLDER = 'vscode-vfs://github/somebody/trial';
const URI = `${FOLDER}/conflict.crit`;
const CONFLICT = 'cohort-unsatisfiable';

/** A file that imports a term, and the one that has it. */
const IMPORTING = `import "terms.crit"
protocol Trial "A trial" {
  timeline screening
  assessed screening
}

exclude E-1 "Marker" {
  zeta marker > 5 mg/dL
}
`;
const TERMS = 'lab zeta marker {\n  unit mg/dL\n  definition "A laboratory value."\n}\n';

describe('language server in a browser', function () {
    this.timeout(120_000);
    let browser: Browser | undefined;
    let server: ServerInPage;

    async function started(options: Parameters<typeof ServerInPage.start>[1] = {}): Promise<ServerInPage> {
        assert.ok(browser !== undefined);
        server = await ServerInPage.start(browser, options);
        assert.equal(await server.initialize(FOLDER), 'crit');
        return server;
    }

    const workers = (): string[] => server.page.workers().map((worker) => worker.url());

    before(async function () {
        if (!fs.existsSync(CHROMIUM)) skip(this, `there is no Chromium at ${CHROMIUM}: install one, or set CHROMIUM to where it stands`);
        assert.ok(fs.existsSync(inRoot('packages/vscode/dist/web/server.js')), 'the server for browsers is not built: run npm run build first');
        browser = await startChromium();
    });
    after(() => browser?.close());
    afterEach(() => server.end());

    it('finds a contradiction in a worker inside the worker, and sees it mended', async function () {
        await started();
        await server.open(URI, CONFLICTING);
        const found = await server.diagnostics(URI, (codes) => codes.includes(CONFLICT));
        const conflict = found.find(({ code }) => code === CONFLICT);
        assert.deepEqual(
            conflict?.relatedInformation?.map(({ location }) => [location.uri, location.range.start.line]),
            [
                [URI, 10],
                [URI, 14],
            ],
        );
        assert.ok(
            server.published.some(({ diagnostics }) => diagnostics.length > 0 && diagnostics.every(({ code }) => code !== CONFLICT)),
            'what the language finds comes first',
        );
        assert.ok(server.served.asked.includes('/analysis.js'));
        assert.ok(
            workers().some((url) => url.startsWith('blob:')),
            workers().join(', '),
        );
        await server.change(URI, MENDED, 2);
        await server.diagnostics(URI, (codes) => !codes.includes(CONFLICT));
    });

    it('answers and checks edits while the analysis is at work', async function () {
        await started({ analysis: '/held-analysis.js' });
        await server.open(URI, CONFLICTING);
        await server.until('the analysis', () => server.served.asked.includes('/gate.js'));
        const hover = await server.at<Hover>('hover', URI, { line: 10, character: 4 });
        assert.match(JSON.stringify(hover), /creatinine/i);
        await server.change(URI, CONFLICTING.replace('creatinine <= 2 mg/dL', 'creatinin <= 2 mg/dL'), 2);
        await server.diagnostics(URI, (codes) => codes.includes('misspelt-term'));
        await server.change(URI, CONFLICTING, 3);
        await server.diagnostics(URI, (codes) => !codes.includes('misspelt-term'));
        assert.ok(!server.published.some(({ diagnostics }) => diagnostics.some(({ code }) => code === CONFLICT)));
        server.served.openGate();
        await server.diagnostics(URI, (codes) => codes.includes(CONFLICT));
    });

    it('completes names', async function () {
        await started();
        const text = CONFLICTING.replace('creatinine <= 2 mg/dL', 'has systemic lu');
        await server.open(URI, text);
        const { items } = await server.at<CompletionList>('completion', URI, { line: 14, character: '  has systemic lu'.length });
        assert.ok(
            items.some(({ textEdit }) => textEdit?.newText === 'SLE'),
            JSON.stringify(items.slice(0, 3)),
        );
    });

    it('knows files that it is told of: imports resolve, and files never opened have findings', async function () {
        await started();
        const main = `${FOLDER}/main.crit`;
        await server.open(main, IMPORTING);
        await server.diagnostics(main, (codes) => codes.includes('import-not-found') && codes.includes('unknown-term'));
        await server.tellContent(`${FOLDER}/terms.crit`, TERMS);
        await server.diagnostics(main, (codes) => !codes.includes('import-not-found') && !codes.includes('unknown-term'));
        await server.tellContent(URI, CONFLICTING);
        await server.diagnostics(URI, (codes) => codes.includes(CONFLICT));
        await server.tellContent(URI, null);
        await server.diagnostics(URI, (codes) => codes.length === 0);
        await server.tellContent(`${FOLDER}/terms.crit`, null);
        await server.diagnostics(main, (codes) => codes.includes('import-not-found'));
    });

    for (const [why, options] of [
        ['whose program is missing', { analysis: '/missing.js' }],
        ['that the page forbids', { mayNest: false }],
    ] as const) {
        it(`proves contradictions itself without a worker ${why}`, async function () {
            await started(options);
            await server.open(URI, CONFLICTING);
            await server.diagnostics(URI, (codes) => codes.includes(CONFLICT));
            assert.ok(!server.served.asked.includes('/analysis.js'));
        });
    }

    it('asks for its own programs and for nothing else', async function () {
        await started();
        await server.open(URI, CONFLICTING);
        await server.diagnostics(URI, (codes) => codes.includes(CONFLICT));
        assert.deepEqual([...new Set(server.served.asked)].sort(), ['/', '/analysis.js', '/page.js', '/server.js']);
        assert.deepEqual(server.served.refused, []);
        // What any of its workers asks for besides would have been reported.
        for (const [index, worker] of server.page.workers().entries()) {
            await worker.evaluate("fetch('https://example.org/').catch(() => undefined)");
            await server.until('the report', () => server.served.refused.length === index + 1);
        }
        assert.equal(server.served.refused.length, 2);
    });
});
