// Measures the analysis: all questions about protocols of several sizes and about the examples, in a new process, again, and after one edit;
// a folder of protocols; two versions of one; and the same questions on z3.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { inRoot } from '../repository.mjs';
import { protocolOf } from './protocols.mjs';

const coldRuns = 5;
const subjects = [
    { name: '60 criteria', size: 60, options: { conflicts: 2 }, warmRuns: 60 },
    { name: '60 criteria, 4 cohorts', size: 60, options: { conflicts: 2, cohorts: 4 }, warmRuns: 60 },
    { name: '200 criteria, 4 cohorts', size: 200, options: { conflicts: 5, cohorts: 4 }, warmRuns: 30 },
    { name: '2,000 criteria, 40 conflicts', size: 2000, options: { conflicts: 40 }, warmRuns: 9 },
];

const filesInFolder = [10, 100];
const sizesCompared = [60, 200];

export const analysis = {
    name: 'analysis',
    goal:
        'all questions about 60 criteria: at most 100 ms in a new process, 5 ms again, 2 ms after one edit, 100 times faster than z3; ' +
        'about 2,000 with 40 conflicts: at most 1.5 s, 100 ms after one edit; a criterion of 10,000 in a folder costs as much as one of 1,000',
    async run() {
        const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'crit-bench-'));
        try {
            const lines = [];
            for (const { name, size, options, warmRuns } of subjects) {
                const file = written(folder, `${size}-${options.cohorts ?? 1}`, protocolOf(size, options));
                const edited = written(folder, `${size}-${options.cohorts ?? 1}-edited`, protocolOf(size, { ...options, edited: 1 }));
                lines.push(`${name}: ${measured(file, edited, warmRuns, size > 1000 ? 3 : coldRuns)}`);
            }
            for (const example of ['breakfree-1', 'cd19-bcma', 'im19'])
                lines.push(`${example}: ${measured(inRoot('examples', `${example}.crit`), null, 30, coldRuns)}`);
            lines.push(...folderLines(), ...sizesCompared.map((size) => comparisonLine(folder, size)), z3Line(folder));
            lines.push(
                `load of the machine: ${os
                    .loadavg()
                    .map((load) => load.toFixed(1))
                    .join(', ')} (1, 5, 15 minutes)`,
            );
            return lines;
        } finally {
            fs.rmSync(folder, { recursive: true, force: true });
        }
    },
};

function measured(file, edited, warmRuns, times) {
    const runs = Array.from({ length: times }, (_each, run) => inNewProcess(file, edited, run === 0 ? warmRuns : 0));
    const [first] = runs;
    const of = (name) => median(runs.map((each) => each[name]));
    const edit = first.edit === null ? '' : `, one edit ${ms(first.edit)}`;
    return `${first.criteria} criteria, ${first.findings} findings; cold ${ms(of('cold'))} (with the import ${ms(of('cold') + of('import'))}), warm ${ms(first.warm)}${edit}`;
}

function inNewProcess(file, edited, warmRuns) {
    return run('analyse-once.mjs', file, edited ?? '', String(warmRuns));
}

function folderLines() {
    const each = filesInFolder.map((files) => ({ files, ...run('analyse-folder.mjs', String(files)) }));
    const one = ({ time, criteria }) => time / criteria;
    const [few, many] = [each.at(0), each.at(-1)];
    return [
        ...each.map((folder) => `${folder.files} files of 100 criteria: ${ms(folder.time)}, ${(1000 * one(folder)).toFixed(0)} µs a criterion`),
        `a criterion of ${many.files} files costs ${(one(many) / one(few)).toFixed(2)} times one of ${few.files}`,
    ];
}

function comparisonLine(folder, size) {
    const [old, current] = [0, 1].map((edited) => written(folder, `${size}-version-${edited}`, protocolOf(size, { edited })));
    const runs = Array.from({ length: 3 }, () => run('compare-once.mjs', old, current));
    const of = (name) => ms(median(runs.map((each) => each[name])));
    return `two versions of ${size} criteria, ${runs[0].changed} changed, in a new process: ${of('compared')}, with patients ${of('all')}`;
}

function z3Line(folder) {
    const size = 60;
    const { questions, open, analysis: own, z3 } = run('beside-z3.mjs', written(folder, 'z3', protocolOf(size, { conflicts: 2 })));
    const givenUp = open === 0 ? '' : ` (${open} of them given up)`;
    return `${questions} questions about ${size} criteria: ${ms(own)}; z3 ${ms(z3)}${givenUp}, ${(z3 / own).toFixed(0)} times as long`;
}

function written(folder, name, text) {
    const file = path.join(folder, `${name}.crit`);
    fs.writeFileSync(file, text);
    return file;
}

function run(script, ...args) {
    const { stdout, stderr } = spawnSync(process.execPath, [inRoot('scripts/bench', script), ...args], { encoding: 'utf8' });
    if (stdout === '') throw new Error(stderr);
    return JSON.parse(stdout);
}

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];
const ms = (time) => `${time.toFixed(time < 10 ? 1 : 0)} ms`;
