// VS Code for the Web with an extension and tests to run in its extension host: a server on the loopback address, and a headless Chromium that opens it.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import util from 'node:util';
import { chromium } from 'playwright-core';
import { chromiumOptions } from '../vscode-host/code-server.mjs';
import { Onlooker } from './onlooker.mjs';

const cache = process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache');

/** Where install.sh puts VS Code for the Web: outside the project, as the other stand-in. */
const webHostFolder = process.env.WEB_HOST_DIR || path.join(cache, 'crit', 'web-host');

/** Whether install.sh has finished there. */
export const webHostIsInstalled = () => fs.existsSync(webHostFolder) && fs.readdirSync(webHostFolder).some((name) => name.startsWith('.done-'));

/**
 * Opens a folder in VS Code for the Web with an extension, and runs tests there.
 * @param extension the folder of the extension. @param tests the program of the tests, in that folder. @param scratch a folder for what is needed meanwhile.
 * @param limit seconds after which no result is a failure. @param print is called with each line that the tests and the editor print.
 * @returns the exit code that the editor gives; 70: its page crashed, 124: no result in time.
 */
export async function runInWebHost({ extension, tests, workspace, scratch, limit, print, screenshot }) {
    const { server, address } = await serve({ extensionDevelopmentPath: extension, extensionTestsPath: tests, folderPath: workspace });
    const context = await openChromium(path.join(scratch, 'chromium'));
    let timer;
    try {
        const page = context.pages()[0] ?? (await context.newPage());
        const onlooker = new Onlooker(page, extension);
        let end;
        const exitCode = new Promise((resolve) => (end = resolve));
        const giveUp = (reason, code) => {
            console.error(reason);
            end(code);
        };
        timer = setTimeout(() => giveUp(`No test result within ${limit} s.`, 124), limit * 1000);
        page.on('crash', () => giveUp('The page of the workbench crashed.', 70));
        await page.exposeFunction('codeAutomationExit', end);
        await page.exposeFunction('codeAutomationLog', (_type, args) => {
            const line = util.format(...args);
            if (!onlooker.hears(line)) print(line);
        });
        await page.goto(address, { timeout: limit * 1000 });
        const code = await exitCode;
        if (code !== 0 && screenshot !== undefined) await page.screenshot({ path: screenshot }).catch(() => {});
        return code;
    } finally {
        clearTimeout(timer);
        await context.close().catch(() => {});
        server.dispose();
    }
}

async function serve(what) {
    const port = await freePort();
    const { open } = createRequire(path.join(webHostFolder, 'package.json'))('@vscode/test-web');
    const server = await open({
        ...what,
        browserType: 'none', // By itself it starts only a browser that Playwright downloaded.
        quality: 'stable',
        commit: '0'.repeat(40),
        testRunnerDataDir: path.join(webHostFolder, 'data'),
        host: 'localhost',
        port,
    });
    return { server, address: `http://localhost:${port}/` };
}

/** The editor gives its webviews hosts of their own below its own, so to Chromium they are somebody else's, who may keep nothing, unless the profile says otherwise. */
async function openChromium(profile) {
    fs.mkdirSync(path.join(profile, 'Default'), { recursive: true });
    fs.writeFileSync(path.join(profile, 'Default', 'Preferences'), JSON.stringify({ profile: { cookie_controls_mode: 0 } }));
    const context = await chromium.launchPersistentContext(profile, { ...chromiumOptions, viewport: { width: 1280, height: 800 }, timeout: 120_000 });
    await context.route(
        ({ hostname }) => hostname !== 'localhost' && !hostname.endsWith('.localhost'),
        (route) => route.abort(),
    );
    return context;
}

function freePort() {
    return new Promise((resolve, reject) => {
        const probe = net.createServer().once('error', reject);
        probe.listen(0, 'localhost', () => {
            const { port } = probe.address();
            probe.close(() => resolve(port));
        });
    });
}
