// Measures one edit in the editor, in a folder of 500 files against one of 50: all of them with names that nobody knows, which other servers resolve anew.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { StreamMessageReader, StreamMessageWriter, createMessageConnection } from 'vscode-jsonrpc/node.js';
import { inRoot } from '../repository.mjs';

const warmUps = 15;
const edits = 40;

export const editInFolder = {
    name: 'edit-in-folder',
    goal: 'one edit, until its findings are there, takes at most 2 times as long in a folder of 500 files as in one of 50, unresolved names included',
    async run() {
        const [small, large] = [await milliseconds(50), await milliseconds(500)];
        return [
            `50 files: ${small.toFixed(1)} ms, 500 files: ${large.toFixed(1)} ms (medians of ${edits} in the bundled server), ${(large / small).toFixed(2)} times`,
        ];
    },
};

/** The median time from an edit to its findings, in a folder of so many files. */
async function milliseconds(files) {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'crit-bench-'));
    const server = spawn(process.execPath, [inRoot('packages/vscode/dist/server.cjs'), '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const connection = createMessageConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
    try {
        for (let number = 0; number < files; number++) fs.writeFileSync(path.join(folder, `trial-${number}.crit`), fileText(number));
        const published = listenTo(connection);
        connection.listen();
        const workspaceFolders = [{ uri: pathToFileURL(folder).href, name: 'bench' }];
        await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities: {}, workspaceFolders });
        await connection.sendNotification('initialized', {});
        await published.untilAll(files);
        const uri = pathToFileURL(path.join(folder, 'trial-7.crit')).href;
        await connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'crit', version: 1, text: fileText(7) } });
        await published.version(uri, 1);
        const times = [];
        for (let version = 2; version < 2 + warmUps + edits; version++) {
            const start = performance.now();
            await connection.sendNotification('textDocument/didChange', {
                textDocument: { uri, version },
                contentChanges: [{ text: `${fileText(7)}// ${version}\n` }],
            });
            await published.version(uri, version);
            if (version >= 2 + warmUps) times.push(performance.now() - start);
        }
        await connection.sendRequest('shutdown');
        await connection.sendNotification('exit');
        return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)];
    } finally {
        connection.dispose();
        server.kill();
        fs.rmSync(folder, { recursive: true, force: true });
    }
}

/** Twelve criteria, each with a name that is in no vocabulary; every file imports the first. */
function fileText(number) {
    const criteria = Array.from(
        { length: 12 },
        (_, index) => `exclude E-${index + 1} "Criterion ${index + 1}" {\n  has invented disease ${'abcdefghijkl'[index]}\n  creatinine > 1.5 mg/dL\n}\n`,
    );
    return `${number === 0 ? '' : 'import "trial-0.crit"\n'}${criteria.join('\n').replaceAll('E-', `F${number}-`)}`;
}

function listenTo(connection) {
    const seen = new Set();
    const versions = new Map();
    let wake = () => {};
    connection.onNotification('textDocument/publishDiagnostics', (params) => {
        seen.add(params.uri);
        versions.set(params.uri, params.version);
        wake();
    });
    const until = async (reached) => {
        while (!reached()) await new Promise((resolve) => (wake = resolve));
    };
    return { untilAll: (count) => until(() => seen.size >= count), version: (uri, version) => until(() => versions.get(uri) === version) };
}
