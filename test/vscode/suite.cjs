// What VS Code on a desktop loads: runs the compiled tests of test/vscode and of its folder `desktop`, or of the one that CRIT_TESTS names, with mocha.
'use strict';
const fs = require('node:fs');
const path = require('node:path');

exports.run = async () => {
    const { default: Mocha } = await import('mocha');
    const mocha = new Mocha({ timeout: 60_000, color: false, forbidOnly: true, reporter: path.join(__dirname, '../support/counts-reporter.cjs') });
    const folders = process.env.CRIT_TESTS === undefined ? ['.', 'desktop'] : [process.env.CRIT_TESTS];
    for (const folder of folders) {
        const sources = fs.readdirSync(path.join(__dirname, folder)).filter((name) => name.endsWith('.test.cts'));
        for (const name of sources) mocha.addFile(path.join(__dirname, '../out/vscode', folder, name.replace(/\.cts$/, '.cjs')));
    }
    const failures = await new Promise((resolve) => mocha.run(resolve));
    if (failures > 0) throw new Error(`${failures} failed`);
};
