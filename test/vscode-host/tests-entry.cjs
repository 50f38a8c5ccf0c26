// What the stand-in has VS Code run: runs the real tests and leaves their outcome in a file, because VS Code reports success when its extension host dies.
'use strict';
const fs = require('node:fs');

exports.run = async () => {
    const { VSCODE_HOST_TESTS: tests, VSCODE_HOST_RESULT: resultFile } = process.env;
    try {
        await require(tests).run();
    } catch (error) {
        fs.writeFileSync(resultFile, 'failed');
        throw error;
    }
    fs.writeFileSync(resultFile, 'passed');
};
