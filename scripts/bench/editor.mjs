// Measures the bundled language server as an editor sees it: its start beside those of other servers, and edits, completion and hover by the size of the file.
import fs from 'node:fs';
import os from 'node:os';
import { pathToFileURL } from 'node:url';
import { inRoot } from '../repository.mjs';
import { EditorServer, ms, quantile, spread } from './editor-server.mjs';
import { startLines } from './editor-start.mjs';
import { protocolOf } from './protocols.mjs';

/** Criteria of a file, the edits measured in it, and milliseconds between two of them: a writer rests between two lines. */
const subjects = [
    { size: 60, warmUps: 20, edits: 100, rest: 150 },
    { size: 1_000, warmUps: 5, edits: 30, rest: 300 },
    { size: 10_000, warmUps: 2, edits: 8, rest: 1_500 },
];
/** Milliseconds between two keys of somebody who types fast. */
const betweenKeys = 120;
const typed = 'has systemic lupus';

const uri = 'file:///bench/trial.crit';
const server = inRoot('packages/vscode/dist/server.cjs');

export const editor = {
    name: 'editor',
    goal:
        'at 60 criteria an edit has all findings with the analysis in p95 ≤ 50 ms; from 1,000 lines up an edit has those of the language in ≤ 2.5 parses; ' +
        'completion ≤ 0.5 parses, hover ≤ 1 ms; initialize ≤ 1.3 times the JSON language server, first findings ≤ 0.8 times Prisma; the server ≤ 1.5 MB',
    async run() {
        const { parseFile } = await import(pathToFileURL(inRoot('packages/language/out/resolve/parsed-file.js')).href);
        const lines = [...(await startLines(server)), `bundle: ${(fs.statSync(server).size / 1e6).toFixed(2)} MB`];
        for (const subject of subjects) lines.push(...(await linesOf(subject, parseFile)));
        const load = os.loadavg().map((each) => each.toFixed(1));
        return [...lines, `machine: ${os.availableParallelism()} cores, load ${load.join(', ')} (1, 5, 15 minutes)`];
    },
};

async function linesOf({ size, warmUps, edits, rest }, parseFile) {
    const text = protocolOf(size, { conflicts: 2 });
    const lines = text.split('\n');
    const parse = parseTime(text, parseFile);
    const crit = new EditorServer([server, '--stdio']);
    try {
        await crit.initialize({ status: true });
        await crit.open(uri, 'crit', text);
        const isAnalysed = (await crit.said(isDecided)) !== null;
        const place = { line: lines.findIndex((line) => line.includes(' N-5 ')) + 1 };
        const [language, all] = await editTimes(crit, lines, place.line, { warmUps, edits, rest, isAnalysed });
        const memory = crit.memory();
        const hovers = await hoverTimes(crit, { line: place.line, character: 8 });
        const completions = await completionTimes(crit, place.line, rest);
        await crit.end();
        const ratio = (values) => `${(quantile(values, 0.5) / parse).toFixed(2)} parses`;
        return [
            `${size} criteria (${lines.length} lines; a parse takes ${ms(parse)}):`,
            `  edit to the findings of the language: ${spread(language)}; ${ratio(language)}`,
            `  edit to all findings, with the analysis: ${all.length === 0 ? 'more than a minute' : spread(all)}`,
            `  completion after each key: ${spread(completions)}; ${ratio(completions)}`,
            `  hover: ${spread(hovers)}`,
            `  memory of the server: ${memory === null ? 'not known' : `${memory.toFixed(0)} MB`}`,
        ];
    } finally {
        crit.kill();
    }
}

const isDecided = ({ method, params }) => method === 'crit/status' && params.state !== 'checking';

/** The milliseconds that the same text takes to parse, when the engine has compiled the code. */
function parseTime(text, parseFile) {
    const small = protocolOf(60, { conflicts: 2 });
    for (let warm = 0; warm < 30; warm++) parseFile('warm.crit', small);
    const runs = Array.from({ length: Math.max(7, Math.min(60, Math.round(100_000 / text.length) * 20)) }, () => {
        const start = performance.now();
        parseFile('trial.crit', text);
        return performance.now() - start;
    });
    return quantile(runs, 0.5);
}

/** Times from an edit of a number in one criterion to the findings of the language, and to all. */
async function editTimes(crit, lines, line, { warmUps, edits, rest, isAnalysed }) {
    const [language, all] = [[], []];
    const number = /\d+/.exec(lines[line]);
    let length = number[0].length;
    for (let edit = 0; edit < warmUps + edits; edit++) {
        await pause(rest);
        crit.forget();
        const value = String(10 + (edit % 50));
        const range = { start: { line, character: number.index }, end: { line, character: number.index + length } };
        length = value.length;
        const version = 2 + edit;
        const start = performance.now();
        await crit.edit(uri, version, range, value);
        const first = await crit.said(({ method, params }) => method === 'textDocument/publishDiagnostics' && params.version === version);
        if (first === null) throw new Error('The server published nothing of an edit for a minute.');
        const last = isAnalysed ? await crit.said(isDecided, first.at) : null;
        if (edit < warmUps) continue;
        language.push(first.at - start);
        if (last !== null) all.push(last.at - start);
    }
    return [language, all];
}

async function hoverTimes(crit, position) {
    const times = [];
    for (let run = 0; run < 120; run++) {
        const start = performance.now();
        await crit.at('hover', uri, position);
        if (run >= 20) times.push(performance.now() - start);
    }
    return times;
}

/** Types a line, key by key, some times over, and asks for completion with each key. */
async function completionTimes(crit, line, rest) {
    const times = [];
    let version = 10_000;
    for (let round = 0; round < 4; round++) {
        const start = { line: line + 1, character: 0 };
        await crit.edit(uri, ++version, { start, end: start }, '  \n');
        for (let key = 0; key < typed.length; key++) {
            await pause(betweenKeys);
            const position = { line: line + 1, character: 2 + key };
            const pressed = performance.now();
            await crit.edit(uri, ++version, { start: position, end: position }, typed[key]);
            await crit.at('completion', uri, { ...position, character: position.character + 1 });
            if (round > 0) times.push(performance.now() - pressed);
        }
        await crit.edit(uri, ++version, { start, end: { line: line + 2, character: 0 } }, '');
        await pause(rest);
    }
    return times;
}

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
