// Measures a cold `crit check` of one example against the start of Node itself.
import { spawnSync } from 'node:child_process';
import { inRoot } from '../repository.mjs';

const runs = 21;

export const coldStart = {
    name: 'cold-start',
    goal: 'a cold `crit check` of one example takes at most 3.5 times as long as `node -e 0` without the analysis, and at most 5 times with it',
    run() {
        const commands = {
            node: ['-e', '0'],
            crit: [inRoot('packages/cli/bin/crit.cjs'), 'check', inRoot('examples/breakfree-1.crit'), '--no-analysis'],
            analysis: [inRoot('packages/cli/bin/crit.cjs'), 'check', inRoot('examples/breakfree-1.crit')],
        };
        const times = { node: [], crit: [], analysis: [] };
        // In turns, so that a busy moment of the machine slows all.
        for (let run = 0; run < runs; run++) for (const [name, args] of Object.entries(commands)) times[name].push(milliseconds(args));
        const [node, crit, analysis] = [median(times.node), median(times.crit), median(times.analysis)];
        return [
            `node -e 0: ${node.toFixed(0)} ms, crit check --no-analysis: ${crit.toFixed(0)} ms (medians of ${runs}), ${(crit / node).toFixed(2)} times`,
            `crit check: ${analysis.toFixed(0)} ms, ${(analysis / node).toFixed(2)} times`,
        ];
    },
};

function milliseconds(args) {
    const start = performance.now();
    spawnSync(process.execPath, args, { stdio: 'ignore' });
    return performance.now() - start;
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
