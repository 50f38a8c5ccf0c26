// One process of the analysis benchmark: analyses a file for the first time, then again, then after edits, and prints the times in ms as JSON.
import fs from 'node:fs';
import { pathToFileURL } from 'node:url';
import { inRoot } from '../repository.mjs';

const [file, edited, warmRuns] = process.argv.slice(2);
const load = (path) => import(pathToFileURL(inRoot('packages', path)).href);
const { compile } = await load('language/out/compile.js');
const { parseFile } = await load('language/out/resolve/parsed-file.js');
// The path is part of what a criterion means, so all states have one.
const documentIn = (path) => compile(parseFile('bench.crit', fs.readFileSync(path, 'utf8'))).document;
let document = documentIn(file);

const before = performance.now();
const { DocumentAnalysis } = await load('analysis/out/document-analysis.js');
const { findingsOf } = await load('analysis/out/questions/questions.js');
const { ComponentCache } = await load('analysis/out/components/component-cache.js');
const imported = performance.now() - before;

const cache = new ComponentCache();
let findings = 0;
const cold = timed();
const criteria = document.criteria.length;
const again = (paths) =>
    median(
        Array.from({ length: Number(warmRuns) }, (_each, run) => {
            document = documentIn(paths[run % paths.length]);
            return timed();
        }),
    );
const warm = again([file]);
// To and fro between two states: each is an edit of the other, and nothing older is kept.
const edit = edited === '' || warm === null ? null : again([edited, file]);
process.stdout.write(JSON.stringify({ criteria, findings, import: imported, cold, warm, edit }));

function timed() {
    const start = performance.now();
    findings = findingsOf(new DocumentAnalysis(document, cache)).length;
    const time = performance.now() - start;
    cache.forgetUnused();
    return time;
}

function median(values) {
    return values.length === 0 ? null : values.toSorted((a, b) => a - b)[values.length >> 1];
}
