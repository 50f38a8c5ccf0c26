// Measures a cold `crit check` of one example against the start of Node itself.
import { spawnSync } from 'node:child_process';
import { inRoot } from '../repository.mjs';

const runs = 21;

export const coldStart = {
    name: 'cold-start',
    goal: 'a cold `crit check --no-analysis` of one example takes at most 3.5 times as long as `node -e 0`',
    run() {
        const commands = {
            node: ['-e', '0'],
            crit: [inRoot('packages/cli/bin/crit.cjs'), 'check', inRoot('examples/breakfree-1.crit'), '--no-analysis'],
        };
        const times = { node: [], crit: [] };
        // In turns, so that a busy moment of the machine slows both.
        for (let run = 0; run < runs; run++) for (const [name, args] of Object.entries(commands)) times[name].push(milliseconds(args));
        const [node, crit] = [median(times.node), median(times.crit)];
        return [`node -e 0: ${node.toFixed(0)} ms, crit check: ${crit.toFixed(0)} ms (medians of ${runs}), ${(crit / node).toFixed(2)} times`];
    },
};

function milliseconds(args) {
    const start = performance.now();
    spawnSync(process.execPath, args, { stdio: 'ignore' });
    return performance.now() - start;
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
