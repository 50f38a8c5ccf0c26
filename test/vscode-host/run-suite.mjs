// Runs the mocha suite of test/vscode in a real VS Code, on the unpacked extension and once more on the installed .vsix, and test/vscode/restricted in a
// folder that is not trusted. The VS Code is the one named by
// VSCODE_EXECUTABLE, else the stand-in where install.sh has put it, else, with `npm test -- --vscode`, one that @vscode/test-electron downloads.
// Without any of them it counts the suite as skipped.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runTests, runVSCodeCommand } from '@vscode/test-electron';
import { hostIsInstalled } from './host-folder.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../..');
const standIn = hostIsInstalled() ? path.join(here, 'code-server-vscode.mjs') : undefined;
const executable = process.env.VSCODE_EXECUTABLE || standIn;
const vscode = executable === undefined ? { version: process.env.VSCODE_VERSION ?? 'stable' } : { vscodeExecutablePath: executable };
const countsFile = process.env.CRIT_COUNTS_FILE;

if (executable === undefined && process.env.CRIT_VSCODE !== 'download') {
    const reason = 'no VS Code to test in: set VSCODE_EXECUTABLE to one, or run npm test -- --vscode, which downloads one';
    writeCounts({ passed: 0, failed: 0, skipped: [{ title: 'the suite in VS Code', reason }] });
} else {
    const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'crit-vscode-'));
    try {
        const runs = [await runUnpacked(scratch), await runInstalled(scratch), await runRestricted(scratch)];
        writeCounts(sum(runs.map(({ counts }) => counts)));
        process.exitCode = runs.some(({ code }) => code !== 0) ? 1 : 0;
    } catch (error) {
        console.error(String(error));
        process.exitCode = 1;
    } finally {
        fs.rmSync(scratch, { recursive: true, force: true });
    }
}

function runUnpacked(scratch) {
    return run({ name: 'unpacked', scratch, extension: path.join(root, 'packages/vscode/dist/extension'), args: ['--disable-extensions'] });
}

/** VS Code runs tests for an extension in development only, so beside the installed one it gets an empty one. */
async function runInstalled(scratch) {
    const extensions = path.join(scratch, 'extensions');
    const empty = path.join(scratch, 'empty');
    fs.mkdirSync(empty);
    fs.writeFileSync(path.join(empty, 'package.json'), JSON.stringify({ name: 'empty', publisher: 'crit-lang', version: '0.0.0', engines: { vscode: '*' } }));
    await install(path.join(root, 'packages/vscode/dist/crit.vsix'), extensions);
    return run({ name: 'installed', scratch, extension: empty, args: [`--extensions-dir=${extensions}`] });
}

/** @vscode/test-electron has VS Code trust every folder; only the stand-in can be told otherwise. */
async function runRestricted(scratch) {
    if (executable !== standIn || standIn === undefined) {
        const reason = 'only the stand-in opens a folder without trusting it';
        return { code: 0, counts: { passed: 0, failed: 0, skipped: [{ title: 'the extension in a folder that is not trusted', reason }] } };
    }
    const env = { VSCODE_HOST_RESTRICTED: '1', CRIT_TESTS: 'restricted' };
    return run({ name: 'restricted', scratch, extension: path.join(root, 'packages/vscode/dist/extension'), args: ['--disable-extensions'], env });
}

async function install(vsix, extensions) {
    const args = [`--install-extension=${vsix}`, `--extensions-dir=${extensions}`];
    if (executable === standIn && standIn !== undefined) {
        const { status, stdout, stderr } = spawnSync(process.execPath, [standIn, ...args], { encoding: 'utf8' });
        if (status !== 0) throw new Error(`The .vsix could not be installed:\n${stdout}${stderr}`);
    } else {
        await runVSCodeCommand(args, vscode);
    }
}

/** Runs the suite once; gives the exit code and what was counted. */
async function run({ name, scratch, extension, args, env = {} }) {
    const ownCounts = path.join(scratch, `${name}.json`);
    // The tests type into these files, so each run has its own.
    const workspace = path.join(scratch, name);
    fs.cpSync(path.join(root, 'test/fixtures/vscode/workspace'), workspace, { recursive: true });
    console.log(`The ${name} extension:`);
    const code = await runTests({
        ...vscode,
        extensionDevelopmentPath: extension,
        extensionTestsPath: path.join(root, 'test/vscode/suite.cjs'),
        extensionTestsEnv: countsFile === undefined ? env : { ...env, CRIT_COUNTS_FILE: ownCounts },
        // Of its own as well, so that no run meets the settings and the trust of another.
        launchArgs: [workspace, `--user-data-dir=${path.join(scratch, `${name}-user`)}`, ...args],
    }).catch((error) => {
        console.error(String(error));
        return 1;
    });
    const counts = fs.existsSync(ownCounts) ? JSON.parse(fs.readFileSync(ownCounts, 'utf8')) : { passed: 0, failed: code === 0 ? 0 : 1, skipped: [] };
    return { code, counts };
}

function sum(all) {
    const add = (count) => all.reduce((total, each) => total + count(each), 0);
    return { passed: add((each) => each.passed), failed: add((each) => each.failed), skipped: all.flatMap(({ skipped }) => skipped) };
}

function writeCounts(counts) {
    if (countsFile !== undefined) fs.writeFileSync(countsFile, JSON.stringify(counts));
}
