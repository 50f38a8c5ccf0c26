// Runs the mocha suite of test/vscode in a real VS Code: the one named by VSCODE_EXECUTABLE, else the stand-in where install.sh has put it,
// else, with `npm test -- --vscode`, one that @vscode/test-electron downloads. Without any of them it counts the suite as skipped.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runTests } from '@vscode/test-electron';
import { hostIsInstalled } from './host-folder.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../..');
const standIn = hostIsInstalled() ? path.join(here, 'code-server-vscode.mjs') : undefined;
const executable = process.env.VSCODE_EXECUTABLE || standIn;

if (executable === undefined && process.env.CRIT_VSCODE !== 'download') {
    const reason = 'no VS Code to test in: set VSCODE_EXECUTABLE to one, or run npm test -- --vscode, which downloads one';
    fs.writeFileSync(process.env.CRIT_COUNTS_FILE, JSON.stringify({ passed: 0, failed: 0, skipped: [{ title: 'the suite in VS Code', reason }] }));
} else {
    process.exitCode = await runTests({
        ...(executable === undefined ? { version: process.env.VSCODE_VERSION ?? 'stable' } : { vscodeExecutablePath: executable }),
        extensionDevelopmentPath: path.join(root, 'packages/vscode/dist/extension'),
        extensionTestsPath: path.join(root, 'test/vscode/suite.cjs'),
        extensionTestsEnv: { CRIT_COUNTS_FILE: process.env.CRIT_COUNTS_FILE },
        launchArgs: [path.join(root, 'test/fixtures/vscode/workspace'), '--disable-extensions'],
    }).catch((error) => {
        console.error(String(error));
        return 1;
    });
}
