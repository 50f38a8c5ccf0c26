// Mocha reporter: prints as `spec` for a person; for the driver it prints failures only and leaves the counts and each skip's reason in a file.
'use strict';
const fs = require('node:fs');
const { reporters } = require('mocha');

const countsFile = process.env.CRIT_COUNTS_FILE;

module.exports = class CountsReporter extends (countsFile ? reporters.Base : reporters.Spec) {
    constructor(runner, options) {
        super(runner, options);
        if (!countsFile) return;
        const counts = { passed: 0, failed: 0, skipped: [] };
        runner.on('pass', () => counts.passed++);
        runner.on('fail', () => counts.failed++);
        runner.on('pending', (test) => counts.skipped.push({ title: test.fullTitle(), reason: reasonOf(test) }));
        runner.once('end', () => {
            fs.writeFileSync(countsFile, JSON.stringify(counts));
            this.epilogue();
        });
    }
};

/** The reason that `skip` (test/support/skip.ts) left on the test, or on a suite around it when a hook skipped. */
function reasonOf(test) {
    for (let at = test; at !== undefined; at = at.parent) if (at.skipReason !== undefined) return at.skipReason;
    return undefined;
}
