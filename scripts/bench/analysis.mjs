// Measures the analysis: all questions about protocols of several sizes and about the examples, in a new process, again, and after one edit.
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

export const analysis = {
    name: 'analysis',
    goal: 'all questions about 60 criteria: at most 100 ms in a new process, 5 ms again, 2 ms after one edit; about 2,000 with 40 conflicts: at most 1.5 s, 100 ms after one edit',
    async run() {
        const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'crit-bench-'));
        try {
            const lines = [];
            for (const { name, size, options, warmRuns } of subjects) {
                const file = path.join(folder, `${size}-${options.cohorts ?? 1}.crit`);
                fs.writeFileSync(file, protocolOf(size, options));
                const edited = `${file}.edited`;
                fs.writeFileSync(edited, protocolOf(size, { ...options, edited: 1 }));
                lines.push(`${name}: ${measured(file, edited, warmRuns, size > 1000 ? 3 : coldRuns)}`);
            }
            for (const example of ['breakfree-1', 'cd19-bcma', 'im19'])
                lines.push(`${example}: ${measured(inRoot('examples', `${example}.crit`), null, 30, coldRuns)}`);
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
    const { stdout, stderr } = spawnSync(process.execPath, [inRoot('scripts/bench/analyse-once.mjs'), file, edited ?? '', String(warmRuns)], {
        encoding: 'utf8',
    });
    if (stdout === '') throw new Error(stderr);
    return JSON.parse(stdout);
}

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];
const ms = (time) => `${time.toFixed(time < 10 ? 1 : 0)} ms`;
