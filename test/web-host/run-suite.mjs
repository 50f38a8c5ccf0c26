// Runs the mocha suite of test/vscode, without what needs a desktop (test/vscode/desktop) and with what needs a browser (test/vscode/web), in VS Code for
// the Web, whose extension host is a worker of a browser. It must have been installed (install.sh); `npm test -- --vscode` does so. Else the suite counts as skipped.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import esbuild from 'esbuild';
import { runInWebHost, webHostIsInstalled } from './web-host.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../..');
const countsFile = process.env.CRIT_COUNTS_FILE;
const limit = Number(process.env.VSCODE_HOST_TIMEOUT ?? 600);
const verbose = Boolean(process.env.VSCODE_HOST_VERBOSE);

if (!webHostIsInstalled() && process.env.CRIT_VSCODE === 'download') {
    const { status } = spawnSync('bash', [path.join(here, 'install.sh')], { stdio: 'inherit' });
    if (status !== 0) throw new Error('VS Code for the Web could not be installed.');
}
if (webHostIsInstalled()) {
    process.exit(await run());
} else {
    const reason = 'VS Code for the Web is not installed: only .ci/run and npm test -- --vscode install it (test/web-host/install.sh)';
    writeCounts({ passed: 0, failed: 0, skipped: [{ title: 'the suite in VS Code for the Web', reason }] });
}

async function run() {
    const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'crit-web-host-'));
    try {
        // VS Code for the Web runs only tests that stand in the folder of an extension, so they go into a copy.
        const extension = path.join(scratch, 'extension');
        fs.cpSync(path.join(root, 'packages/vscode/dist/extension'), extension, { recursive: true });
        const tests = path.join(extension, 'tests.js');
        await bundleTests(tests);
        const workspace = path.join(scratch, 'workspace');
        fs.cpSync(path.join(root, 'test/fixtures/vscode/workspace'), workspace, { recursive: true });
        const said = {};
        const code = await runInWebHost({
            extension,
            tests,
            workspace,
            scratch,
            limit,
            print: (line) => listen(line, said),
            screenshot: process.env.VSCODE_HOST_SCREENSHOT,
        });
        return conclude(code, said);
    } catch (error) {
        console.error(error);
        return 1;
    } finally {
        fs.rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
    }
}

/** One program of all the tests, which may use nothing of Node: what does is no longer found here. */
async function bundleTests(outfile) {
    const files = ['.', 'web'].flatMap((folder) =>
        fs
            .readdirSync(path.join(root, 'test/vscode', folder))
            .filter((name) => name.endsWith('.test.cts'))
            .map((name) => path.join(root, 'test/out/vscode', folder, name.replace(/\.cts$/, '.cjs'))),
    );
    const load = files.map((file) => `require(${JSON.stringify(file)});`).join(' ');
    await esbuild.build({
        stdin: { contents: `exports.run = () => require('./suite.mjs').run(() => { ${load} });`, resolveDir: here },
        outfile,
        bundle: true,
        platform: 'browser',
        format: 'cjs',
        target: 'es2022',
        external: ['vscode'],
        alias: { 'node:assert/strict': path.join(here, 'assert.mjs') },
        logLevel: 'warning',
    });
}

/** Prints what the tests print and keeps what they counted. */
function listen(line, said) {
    const [, name, value] = /^CRIT-(PLANNED|COUNTED) (.*)$/.exec(line) ?? [];
    if (name === 'PLANNED') said.planned = Number(value);
    else if (name === 'COUNTED') said.counts = JSON.parse(value);
    else if (verbose || /^ {2}(ok|FAILED) /.test(line) || said.planned === undefined) console.log(line);
}

/** VS Code reports success when its extension host dies, so success also needs the counts, and a result of each test. */
function conclude(code, { planned, counts }) {
    if (counts === undefined) {
        console.error(`The extension host ended before the tests did, or with them unfinished (exit code ${code}).`);
        return code === 0 ? 70 : code;
    }
    const { passed, failed, skipped } = counts;
    writeCounts(counts);
    console.log(`${passed} passed, ${failed} failed, ${skipped.length} skipped`);
    if (failed > 0) return 1;
    if (passed + skipped.length === planned) return code;
    console.error(`There are ${planned} tests.`);
    return 1;
}

function writeCounts(counts) {
    if (countsFile !== undefined) fs.writeFileSync(countsFile, JSON.stringify(counts));
}
