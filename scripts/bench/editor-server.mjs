// Starts a language server over standard input and output for the benchmarks, and keeps the time of what it says.
import { spawn, spawnSync } from 'node:child_process';
import { StreamMessageReader, StreamMessageWriter, createMessageConnection } from 'vscode-jsonrpc/node.js';

/** What an editor like VS Code says that it can do, as far as servers answer differently for it. */
const capabilities = {
    workspace: { configuration: true, workspaceFolders: true },
    textDocument: { completion: { completionItem: { snippetSupport: true } }, publishDiagnostics: { versionSupport: true, relatedInformation: true } },
};

/** A server that is started with these arguments to Node. */
export class EditorServer {
    constructor(args, { cwd } = {}) {
        this.started = performance.now();
        this.process = spawn(process.execPath, args, { cwd, stdio: ['pipe', 'pipe', 'ignore'] });
        this.connection = createMessageConnection(new StreamMessageReader(this.process.stdout), new StreamMessageWriter(this.process.stdin));
        this.heard = [];
        this.hasEnded = false;
        this.wake = () => {};
        for (const method of ['textDocument/publishDiagnostics', 'crit/status']) {
            this.connection.onNotification(method, (params) => {
                this.heard.push({ method, params, at: performance.now() });
                this.wake();
            });
        }
        this.connection.onRequest('workspace/configuration', ({ items }) => items.map(() => ({})));
        this.connection.onRequest('client/registerCapability', () => null);
        this.connection.listen();
        // Whoever waits for what it says would wait for ever.
        this.process.on('exit', () => {
            this.hasEnded = true;
            this.connection.dispose();
            this.wake();
        });
    }

    /** Says hello; gives the milliseconds from the start of the process to the answer. */
    async initialize(initializationOptions = {}) {
        await this.connection.sendRequest('initialize', { processId: process.pid, rootUri: null, workspaceFolders: null, capabilities, initializationOptions });
        const answered = performance.now();
        await this.connection.sendNotification('initialized', {});
        return answered - this.started;
    }

    open(uri, languageId, text) {
        return this.connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
    }

    /** Replaces a range, as an editor does for a key that is pressed. */
    edit(uri, version, range, text) {
        return this.connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ range, text }] });
    }

    at(method, uri, position) {
        return this.connection.sendRequest(`textDocument/${method}`, { textDocument: { uri }, position });
    }

    /** The first of what was heard since a point of time that the predicate accepts; null when it does not come in so many milliseconds. */
    async said(accepts, since = 0, longest = 60_000) {
        const end = performance.now() + longest;
        for (;;) {
            const found = this.heard.find((each) => each.at >= since && accepts(each));
            if (found !== undefined) return found;
            if (this.hasEnded) throw new Error('The server ended before it said what was waited for.');
            const rest = end - performance.now();
            if (rest <= 0) return null;
            let timer;
            await new Promise((resolve) => {
                this.wake = resolve;
                timer = setTimeout(resolve, rest);
            });
            clearTimeout(timer);
        }
    }

    forget() {
        this.heard.length = 0;
    }

    /** Megabytes of memory that the process takes; null where that cannot be asked. */
    memory() {
        const { stdout } = spawnSync('ps', ['-o', 'rss=', '-p', String(this.process.pid)], { encoding: 'utf8' });
        const kilobytes = Number(stdout);
        return kilobytes > 0 ? kilobytes / 1024 : null;
    }

    async end() {
        await this.connection.sendRequest('shutdown');
        await this.connection.sendNotification('exit');
        this.kill();
    }

    kill() {
        this.process.kill();
    }
}

/** The value that so much (0 to 1) of the values stay below. */
export const quantile = (values, share) => values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))];

export const ms = (time) => `${time.toFixed(time < 10 ? 1 : 0)} ms`;

/** The usual and the slow case. */
export const spread = (values) => `p50 ${ms(quantile(values, 0.5))}, p95 ${ms(quantile(values, 0.95))}`;
