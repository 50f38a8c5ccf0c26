// Measures how soon the bundled language server is there, beside servers that editors use for JSON and for Prisma, in turns on the same machine.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { inRoot } from '../repository.mjs';
import { EditorServer, ms, quantile } from './editor-server.mjs';

const runs = 11;

/** Installed in a temporary folder, for the time of the benchmark. */
const others = {
    json: { package: 'vscode-langservers-extracted@4.10.0', program: 'vscode-langservers-extracted/bin/vscode-json-language-server' },
    prisma: { package: '@prisma/language-server@31.12.10', program: '@prisma/language-server/dist/bin.js' },
};

/** A schema with an error, so that there is something to find. */
const schema = 'datasource db {\n  provider = "postgresql"\n}\nmodel User {\n  id Int @id\n  posts Post[]\n}\n';

/** @param server the program of the bundled server. */
export async function startLines(server) {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'crit-bench-'));
    try {
        const installed = Object.entries(others).filter(([name, other]) => install(path.join(folder, name), other));
        const programs = new Map(installed.map(([name, { program }]) => [name, path.join(folder, name, 'node_modules', program)]));
        const example = fs.readFileSync(inRoot('examples/im19.crit'), 'utf8');
        const times = { crit: [], findings: [], json: [], prisma: [] };
        // Prisma's server reads the folder of the file.
        const schemaFile = path.join(folder, 'schema', 'schema.prisma');
        fs.mkdirSync(path.dirname(schemaFile));
        fs.writeFileSync(schemaFile, schema);
        const prisma = { uri: pathToFileURL(schemaFile).href, languageId: 'prisma', text: schema };
        // In turns, so that a busy moment of the machine slows all.
        for (let run = 0; run < runs; run++) {
            const own = await started([server, '--stdio'], folder, { uri: 'file:///bench/im19.crit', languageId: 'crit', text: example });
            times.crit.push(own.initialized);
            times.findings.push(own.findings);
            if (programs.has('json')) times.json.push((await started([programs.get('json'), '--stdio'], folder, null)).initialized);
            if (programs.has('prisma')) times.prisma.push((await started([programs.get('prisma'), '--stdio'], folder, prisma)).findings);
        }
        return [
            `start to the answer to initialize: ${beside(times.crit, times.json, `the JSON language server (${others.json.package})`)}`,
            `start to the first findings, of examples/im19.crit: ${beside(times.findings, times.prisma, `Prisma's (${others.prisma.package}), of eight lines`)}`,
        ];
    } finally {
        fs.rmSync(folder, { recursive: true, force: true });
    }
}

function beside(own, other, name) {
    const crit = quantile(own, 0.5);
    if (other.length === 0) return `${ms(crit)} (median of ${runs}); ${name} could not be installed, so nothing is compared: is the machine offline?`;
    const theirs = quantile(other, 0.5);
    return `${ms(crit)}; ${name}: ${ms(theirs)} (medians of ${runs}), ${(crit / theirs).toFixed(2)} times`;
}

/** Starts a server; gives the milliseconds to its hello and, with a document, to the first that it publishes of that. */
async function started(args, cwd, document) {
    const server = new EditorServer(args, { cwd });
    try {
        const initialized = await server.initialize();
        if (document === null) return { initialized };
        await server.open(document.uri, document.languageId, document.text);
        const first = await server.said(({ method, params }) => method === 'textDocument/publishDiagnostics' && params.diagnostics.length > 0);
        if (first === null) throw new Error(`${args[0]} published nothing for a minute.`);
        return { initialized, findings: first.at - server.started };
    } finally {
        server.kill();
    }
}

function install(folder, { package: wanted }) {
    fs.mkdirSync(folder);
    const args = ['install', '--prefix', folder, '--no-save', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel', 'silent', wanted];
    return spawnSync('npm', args, { cwd: folder, stdio: 'ignore', shell: process.platform === 'win32' }).status === 0;
}
