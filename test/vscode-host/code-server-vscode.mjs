#!/usr/bin/env node
// Stands in for the executable of VS Code that @vscode/test-electron starts: takes the same arguments, runs the tests in code-server's
// extension host, prints what they print and ends with their exit code (70: the extension host died, 124: no result in time).
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import util from 'node:util';
import { fileURLToPath } from 'node:url';
import { installExtension, openBrowser, startServer, workbenchAddress } from './code-server.mjs';

const limit = Number(process.env.VSCODE_HOST_TIMEOUT ?? 300);
const verbose = Boolean(process.env.VSCODE_HOST_VERBOSE);
const noise = [
    /^(Resolv(ing|ed) connection token|Creating a socket|\[reconnection-grace-time\]|\[Service Worker\]|\[AgentHost|\[AccountPolicyGate\])/,
    /^(Ignoring fetching additional builtin|Updating additional builtin|Creation of workbench contribution)/,
    /\n\s+at .*\/vs\/code\/browser\/workbench\/workbench\.js/,
];

const { options, positionals, developed } = readArguments(process.argv.slice(2));
if (options['install-extension']) process.exit(installExtension(options['install-extension'], options['extensions-dir']));

const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'cst-'));
const resultFile = path.join(scratch, 'result');
const server = await startServer({
    userDataDir: options['user-data-dir'],
    extensionsDir: options['extensions-dir'],
    testDriver: true,
    restricted: Boolean(process.env.VSCODE_HOST_RESTRICTED),
    env: { VSCODE_HOST_TESTS: path.resolve(options.extensionTestsPath), VSCODE_HOST_RESULT: resultFile },
    log: verbose ? (text) => process.stderr.write(text) : undefined,
});
let browser;
process.on('SIGINT', () => finish(130));
process.on('SIGTERM', () => finish(143));
try {
    await finish(await runTests());
} catch (error) {
    console.error(error);
    if (verbose) console.error(server.output());
    await finish(1);
}

async function runTests() {
    const opened = await openBrowser();
    browser = opened.browser;
    const { page } = opened;
    let resolveCode;
    const exitCode = new Promise((resolve) => (resolveCode = resolve));
    let over = false;
    await page.exposeFunction('codeAutomationLog', (type, args) => {
        const text = util.format(...args);
        // After the run only VS Code's own teardown talks.
        if (!verbose && (over || noise.some((pattern) => pattern.test(text)))) return;
        (type === 'error' || type === 'warn' ? process.stderr : process.stdout).write(`${text}\n`);
    });
    await page.exposeFunction('codeAutomationExit', (code) => {
        over = true;
        resolveCode(code);
    });
    page.on('crash', () => {
        console.error('The page of the workbench crashed.');
        resolveCode(70);
    });
    const timer = setTimeout(() => {
        console.error(`No test result within ${limit} s.`);
        resolveCode(124);
    }, limit * 1000);
    await page.goto(workbenchAddress(server, { folder: positionals[0] && path.resolve(positionals[0]), payload: payload() }));
    const code = await exitCode;
    clearTimeout(timer);
    const checked = checkResult(code);
    if (checked !== 0 && process.env.VSCODE_HOST_SCREENSHOT) await page.screenshot({ path: process.env.VSCODE_HOST_SCREENSHOT }).catch(() => {});
    return checked;
}

/** The workbench reports 0 when the extension host dies in mid-run, so success also needs the file that tests-entry.cjs leaves. */
function checkResult(code) {
    const result = fs.existsSync(resultFile) ? fs.readFileSync(resultFile, 'utf8') : 'no result';
    if (code !== 0 || result === 'passed') return code;
    console.error(`The extension host ended before the tests did (${result}).`);
    return 70;
}

function payload() {
    const remote = (file) => `vscode-remote://${server.authority}${encodeURI(file)}`;
    const entry = path.join(path.dirname(fileURLToPath(import.meta.url)), 'tests-entry.cjs');
    return [
        ...developed.map((folder) => ['extensionDevelopmentPath', remote(folder)]),
        ['extensionTestsPath', remote(entry)],
        ['skipWelcome', 'true'],
        ['skipReleaseNotes', 'true'],
    ];
}

async function finish(code) {
    await browser?.close().catch(() => {});
    await server.stop();
    fs.rmSync(scratch, { recursive: true, force: true });
    process.exit(code);
}

function readArguments(args) {
    const read = { options: {}, positionals: [], developed: [] };
    for (const arg of args) {
        const [, name, value] = /^--([^=]+)(?:=(.*))?$/s.exec(arg) ?? [];
        if (name === undefined) read.positionals.push(arg);
        else if (name === 'extensionDevelopmentPath') read.developed.push(path.resolve(value));
        else read.options[name] = value ?? true;
    }
    return read;
}
