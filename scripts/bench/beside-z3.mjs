// One process of the analysis benchmark: puts the same questions about a file to the analysis and to z3, and prints the times in ms as JSON.
import fs from 'node:fs';
import { pathToFileURL } from 'node:url';
import { inRoot } from '../repository.mjs';

const [file] = process.argv.slice(2);
// Until the engine has compiled the code, the analysis would look slow; z3 comes compiled. Of each the fastest run counts: the least disturbed.
const [runs, runsOfZ3] = [40, 3];
const load = (path) => import(pathToFileURL(inRoot(path)).href);
const { compile } = await load('packages/language/out/compile.js');
const { parseFile } = await load('packages/language/out/resolve/parsed-file.js');
const { DocumentAnalysis } = await load('packages/analysis/out/document-analysis.js');
// The encoding that the analysis is tested against: it shares no code with it.
const { Clock } = await load('test/out/analysis/oracle/clock.js');
const { NativeDocument } = await load('test/out/analysis/oracle/native-document.js');
const { Names, questionsOf } = await load('test/out/analysis/oracle/questions.js');
const { Z3 } = await load('test/out/analysis/oracle/z3.js');

const { document } = compile(parseFile('bench.crit', fs.readFileSync(file, 'utf8')));
const every = { sample: (questions) => questions };
// A patient who is screened on one day of the calendar: days since 1970.
const clock = new Clock('dates', new Map(document.protocol.timeline.map((name, place) => [Clock.keyOf({ name, event: null }), 20_000 + 15 * place])));

const own = fastest(runs, () => questionsOf(new DocumentAnalysis(document), new Names(), every, 0));
const questions = own.result;
const asked = [...new Set(questions.flatMap(({ assumed }) => assumed.map((each) => each.asked)))];

const z3 = await Z3.load();
const answered = fastest(runsOfZ3, () => {
    const native = new NativeDocument(document, clock, asked);
    const session = z3.session(native.script);
    const answers = questions.map(({ assumed }) => session.isSatisfiable(assumed.map(({ asked: each, holds }) => ({ name: native.nameOf(each), holds }))));
    session.close();
    return answers;
});
const open = answered.result.filter((answer) => answer === null).length;
// On one choice of dates z3 may find that something cannot be which can be on another.
const wrong = questions.filter(({ answer }, index) => answered.result[index] === true && answer === 'unsat').length;
if (wrong > 0) throw new Error(`of ${questions.length} questions ${wrong} are answered otherwise by z3`);
process.stdout.write(JSON.stringify({ questions: questions.length, open, analysis: own.time, z3: answered.time }));
await z3.close();

function fastest(times, run) {
    let best = { time: Infinity, result: undefined };
    for (let done = 0; done < times; done++) {
        const start = performance.now();
        const result = run();
        const time = performance.now() - start;
        if (time < best.time) best = { time, result };
    }
    return best;
}
