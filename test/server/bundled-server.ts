// Starts the bundled language server as an editor does and speaks the protocol with it over standard input and output.
import assert from 'node:assert/strict';
import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Diagnostic, Position } from 'vscode-languageserver-types';
import type { MessageConnection } from 'vscode-jsonrpc/node.js';
import { CancellationTokenSource, StreamMessageReader, StreamMessageWriter, createMessageConnection } from 'vscode-jsonrpc/node.js';
import { inRoot } from '../support/repository.js';

export const SERVER = inRoot('packages/vscode/dist/server.cjs');

export interface Published {
    uri: string;
    version?: number;
    diagnostics: Diagnostic[];
}

export class BundledServer {
    readonly published: Published[] = [];
    readonly errors: string[] = [];
    /** Notifications of our own that the server sent, by name. */
    readonly told = new Map<string, unknown[]>([['crit/status', []]]);
    /** What the server asked the editor to ask for anew. */
    readonly refreshed: string[] = [];
    private readonly connection: MessageConnection;
    private readonly process: ChildProcess;
    private readonly ended: Promise<number | null>;

    constructor(command: string[] = [SERVER, '--stdio']) {
        assert.ok(fs.existsSync(SERVER), 'the language server is not built: run npm run build first');
        this.process = spawn(process.execPath, command, { stdio: ['pipe', 'pipe', 'pipe'] });
        this.ended = new Promise((resolve) => this.process.on('close', resolve));
        const { stdin, stdout, stderr } = this.process;
        assert.ok(stdin !== null && stdout !== null && stderr !== null);
        stderr.setEncoding('utf8').on('data', (text: string) => this.errors.push(text));
        this.connection = createMessageConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
        this.connection.onNotification('textDocument/publishDiagnostics', (params: Published) => this.published.push(params));
        this.connection.onNotification('window/logMessage', ({ message }: { message: string }) => this.errors.push(message));
        for (const [name, all] of this.told) this.connection.onNotification(name, (params: unknown) => void all.push(params));
        this.connection.onRequest('client/registerCapability', () => null);
        for (const name of ['workspace/codeLens/refresh', 'workspace/inlayHint/refresh'])
            this.connection.onRequest(name, () => {
                this.refreshed.push(name);
                return null;
            });
        this.connection.listen();
    }

    /** Says hello; gives what the server offers. */
    async initialize(folder: string | null, capabilities: object = EDITOR, options: object = {}): Promise<Record<string, unknown>> {
        const workspaceFolders = folder === null ? null : [{ uri: pathToFileURL(folder).href, name: 'trial' }];
        const initializationOptions = { documentationUrl: 'https://example.org/{name}', vocabularyDocuments: true, ...options };
        const answer = await this.request<{ capabilities: Record<string, unknown> }>('initialize', {
            processId: process.pid,
            rootUri: null,
            workspaceFolders,
            capabilities,
            initializationOptions,
        });
        await this.notify('initialized', {});
        return answer.capabilities;
    }

    request<T>(method: string, params: unknown): Promise<T> {
        return this.connection.sendRequest(method, params);
    }

    /** Sends a request and calls it off at once. */
    calledOff(method: string, params: unknown): Promise<unknown> {
        const source = new CancellationTokenSource();
        const answer = this.connection.sendRequest(method, params, source.token);
        source.cancel();
        return answer;
    }

    notify(method: string, params: unknown): Promise<void> {
        return this.connection.sendNotification(method, params);
    }

    open(uri: string, text: string, languageId = 'crit', version = 1): Promise<void> {
        return this.notify('textDocument/didOpen', { textDocument: { uri, languageId, version, text } });
    }

    /** Replaces the whole text. */
    change(uri: string, text: string, version: number): Promise<void> {
        return this.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ text }] });
    }

    at<T>(method: string, uri: string, position: Position): Promise<T> {
        return this.request(`textDocument/${method}`, { textDocument: { uri }, position });
    }

    /** The findings of a file, as soon as the server has published some that the predicate accepts. */
    async diagnostics(uri: string, accepts: (published: Published) => boolean = () => true): Promise<Diagnostic[]> {
        for (let waited = 0; waited < 20_000; waited += 10) {
            const found = this.published.findLast((each) => each.uri === uri);
            if (found !== undefined && accepts(found)) return found.diagnostics;
            await new Promise((resolve) => setTimeout(resolve, 10));
        }
        return assert.fail(`the server published no such findings of ${uri}; ${this.errors.join('\n')}`);
    }

    /** Waits until a version of a file was published and its analysis has come to an end. */
    async untilAnalysed(uri: string, version: number): Promise<void> {
        await this.diagnostics(uri, (published) => published.version === version);
        for (let waited = 0; waited < 20_000; waited += 10) {
            const status = await this.request<{ state: string } | null>('crit/status', { uri });
            if (status !== null && status.state !== 'checking') return;
            await new Promise((resolve) => setTimeout(resolve, 10));
        }
        assert.fail(`the analysis of ${uri} did not end; ${this.errors.join('\n')}`);
    }

    /** Says good-bye; gives the exit code. */
    async end(): Promise<number | null> {
        await this.request('shutdown', null);
        await this.notify('exit', null);
        return this.ended;
    }

    /** Ends the process if it is still there. */
    kill(): void {
        this.connection.dispose();
        this.process.kill();
    }
}

/** What an editor like VS Code says that it can do. */
export const EDITOR = {
    workspace: {
        workspaceFolders: true,
        didChangeWatchedFiles: { dynamicRegistration: true },
        codeLens: { refreshSupport: true },
        inlayHint: { refreshSupport: true },
    },
    textDocument: { completion: { completionItem: { snippetSupport: true } }, definition: { linkSupport: true } },
};
