// What VS Code loads: runs every compiled test of test/vscode, or of the folder in it that CRIT_TESTS names, with mocha inside the extension host.
'use strict';
const fs = require('node:fs');
const path = require('node:path');

exports.run = async () => {
    const { default: Mocha } = await import('mocha');
    const mocha = new Mocha({ timeout: 60_000, color: false, forbidOnly: true, reporter: path.join(__dirname, '../support/counts-reporter.cjs') });
    const folder = process.env.CRIT_TESTS ?? '.';
    const compiled = path.join(__dirname, '../out/vscode', folder);
    const sources = fs.readdirSync(path.join(__dirname, folder)).filter((name) => name.endsWith('.test.cts'));
    for (const name of sources) mocha.addFile(path.join(compiled, name.replace(/\.cts$/, '.cjs')));
    const failures = await new Promise((resolve) => mocha.run(resolve));
    if (failures > 0) throw new Error(`${failures} failed`);
};
