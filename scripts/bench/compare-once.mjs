// One process of the analysis benchmark: compares two versions of a file, without and with the patients who show what changed, and prints the times in ms as JSON.
import fs from 'node:fs';
import { pathToFileURL } from 'node:url';
import { inRoot } from '../repository.mjs';

const versions = process.argv.slice(2);
const load = (path) => import(pathToFileURL(inRoot('packages', path)).href);
const { compile } = await load('language/out/compile.js');
const { parseFile } = await load('language/out/resolve/parsed-file.js');
const { compareDocuments } = await load('analysis/out/amendment/amendment.js');
const { diffReport } = await load('findings/out/comparison/diff-report.js');

const [old, current] = versions.map((file) => compile(parseFile('bench.crit', fs.readFileSync(file, 'utf8'))).document);
const start = performance.now();
const report = compareDocuments(old, current);
const compared = performance.now() - start;
const { criteria } = diffReport(report);
const changed = criteria.filter(({ change }) => change !== 'unchanged').length;
process.stdout.write(JSON.stringify({ criteria: current.criteria.length, changed, compared, all: performance.now() - start }));
