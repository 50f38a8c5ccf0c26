// What VS Code for the Web loads: mocha in the extension host, which is a worker of a browser, with a reporter that prints.
import 'mocha/mocha.js';

const { Mocha, mocha } = globalThis;

/** Prints each result, and for run-suite.mjs how many tests there are and what was counted. A skip has no reason here, which makes it a failure. */
class PrintingReporter extends Mocha.reporters.Base {
    constructor(runner, options) {
        super(runner, options);
        const counts = { passed: 0, failed: 0, skipped: [] };
        const print = (text) => console.log(text);
        runner.once('start', () => print(`CRIT-PLANNED ${runner.total}`));
        runner.on('pass', (test) => {
            counts.passed++;
            print(`  ok     ${test.fullTitle()} (${test.duration} ms)`);
        });
        runner.on('fail', (test, error) => {
            counts.failed++;
            print(`  FAILED ${test.fullTitle()}\n${error?.stack ?? error}`);
        });
        runner.on('pending', (test) => counts.skipped.push({ title: test.fullTitle() }));
        runner.once('end', () => print(`CRIT-COUNTED ${JSON.stringify(counts)}`));
    }
}

/** Runs the tests that `load` defines. Fails when one of them does. */
export async function run(load) {
    mocha.setup({ ui: 'bdd', timeout: 120_000, forbidOnly: true, reporter: PrintingReporter });
    load();
    const failures = await new Promise((resolve) => mocha.run(resolve));
    if (failures > 0) throw new Error(`${failures} failed`);
}
