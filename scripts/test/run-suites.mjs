// Runs suites, some at a time, and gathers what each counted.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { runNode } from '../run-command.mjs';

const colour = process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' };

/** Runs the suites, at most `jobs` at a time, those marked `alone` after the others; gives one result each, as they end, to `report`. */
export async function runSuites(suites, { jobs, report }) {
    const results = [];
    const runNext = async (queue) => {
        for (let suite = queue.shift(); suite !== undefined; suite = queue.shift()) {
            const result = await runSuite(suite);
            results.push(result);
            report(result);
        }
    };
    const together = suites.filter(({ alone }) => !alone);
    await Promise.all(Array.from({ length: jobs }, () => runNext(together)));
    await runNext(suites.filter(({ alone }) => alone));
    return results;
}

async function runSuite({ name, command, counts: hasCounts = false }) {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'crit-test-'));
    const countsFile = path.join(folder, 'counts.json');
    const start = performance.now();
    try {
        const { code, signal, output } = await runNode(command, { env: { CRIT_COUNTS_FILE: countsFile, ...colour } });
        const counts = hasCounts ? readCounts(countsFile) : { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: [] };
        const problems = problemsOf({ code, signal, counts });
        return { name, output, seconds: (performance.now() - start) / 1000, problems, ...complete(counts, problems) };
    } finally {
        fs.rmSync(folder, { recursive: true, force: true });
    }
}

function readCounts(file) {
    return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : undefined;
}

/** What is wrong with a run beyond the failed tests that it counted. Each problem counts as one more failure. */
function problemsOf({ code, signal, counts }) {
    if (counts === undefined) return [`ended ${signal === null ? `with exit code ${code}` : `by ${signal}`} without counting its tests`];
    const unexplained = counts.skipped.filter(({ reason }) => !reason).map(({ title }) => `"${title}" is skipped without a reason`);
    if (counts.passed + counts.failed + counts.skipped.length === 0) return ['ran no test'];
    if (code !== 0 && counts.failed === 0) return [...unexplained, `ended with exit code ${code} although no test failed`];
    return unexplained;
}

const complete = (counts, problems) => ({
    passed: counts?.passed ?? 0,
    failed: (counts?.failed ?? 0) + problems.length,
    skipped: counts?.skipped ?? [],
});
