// One process of the analysis benchmark: analyses so many files of 100 criteria, one after the other, and prints the time in ms as JSON.
import { pathToFileURL } from 'node:url';
import { inRoot } from '../repository.mjs';
import { protocolOf } from './protocols.mjs';

const files = Number(process.argv[2]);
const load = (path) => import(pathToFileURL(inRoot('packages', path)).href);
const { compile } = await load('language/out/compile.js');
const { parseFile } = await load('language/out/resolve/parsed-file.js');
const { DocumentAnalysis } = await load('analysis/out/document-analysis.js');
const { findingsOf } = await load('analysis/out/questions/questions.js');

const documentOf = (number) => compile(parseFile(`${number}.crit`, protocolOf(100, { conflicts: 2, edited: number }))).document;
const analyse = (document) => findingsOf(new DocumentAnalysis(document)).length;
// Until the engine has compiled the code, few files would look slow.
for (let number = 0; number < 10; number++) analyse(documentOf(1_000 + number));
const documents = Array.from({ length: files }, (_each, number) => documentOf(number));
const start = performance.now();
let findings = 0;
for (const document of documents) findings += analyse(document);
const time = performance.now() - start;
const criteria = documents.reduce((sum, document) => sum + document.criteria.length, 0);
process.stdout.write(JSON.stringify({ criteria, findings, time }));
