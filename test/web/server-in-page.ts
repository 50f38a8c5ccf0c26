// Runs the language server for browsers as an editor in a browser does: as a worker of a page in Chromium, spoken to by messages.
import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import type { DataCallback, Message, MessageConnection } from 'vscode-jsonrpc/node.js';
import { AbstractMessageReader, AbstractMessageWriter, createMessageConnection } from 'vscode-jsonrpc/node.js';
import type { Diagnostic, Position } from 'vscode-languageserver-types';
import { ServedPage } from './served-page.js';

export const CHROMIUM = process.env.CHROMIUM || '/usr/bin/chromium';

/** Milliseconds after which something that must come is given up; a busy machine takes its time. */
const LONGEST = 45_000;

interface Published {
    uri: string;
    diagnostics: Diagnostic[];
}

/** Starts a Chromium without a window. */
export function startChromium(): Promise<Browser> {
    const flags = ['no-sandbox', 'disable-gpu', 'no-first-run', 'disable-background-networking', 'disable-component-update', 'disable-sync'];
    return chromium.launch({ executablePath: CHROMIUM, args: flags.map((flag) => `--${flag}`), timeout: LONGEST });
}

export class ServerInPage {
    readonly published: Published[] = [];
    readonly log: string[] = [];
    private readonly connection: MessageConnection;

    private constructor(
        readonly served: ServedPage,
        readonly page: Page,
        received: Received,
    ) {
        this.connection = createMessageConnection(received, new Sent(page));
        this.connection.onNotification('textDocument/publishDiagnostics', (params: Published) => void this.published.push(params));
        this.connection.onNotification('window/logMessage', ({ message }: { message: string }) => void this.log.push(message));
        this.connection.listen();
    }

    /**
     * Opens the page and starts the server in it.
     * @param analysis the path of the program of the analysis. @param mayNest whether the server's worker may start one of its own.
     */
    static async start(browser: Browser, { analysis = '/analysis.js', mayNest = true } = {}): Promise<ServerInPage> {
        const served = new ServedPage(mayNest);
        const address = await served.start();
        const page = await browser.newPage();
        const received = new Received();
        await page.exposeFunction('fromServer', (message: string) => received.take(JSON.parse(message) as Message));
        await page.goto(address);
        const server = new ServerInPage(served, page, received);
        await page.evaluate(`startServer(${JSON.stringify(address + analysis)})`);
        return server;
    }

    /** Says hello; gives the name that the server calls itself by. */
    async initialize(folder: string | null): Promise<string | undefined> {
        const answer = await this.request<{ serverInfo?: { name: string } }>('initialize', {
            processId: null,
            rootUri: null,
            workspaceFolders: folder === null ? null : [{ uri: folder, name: 'trial' }],
            capabilities: {},
        });
        await this.notify('initialized', {});
        return answer.serverInfo?.name;
    }

    request<T>(method: string, params: unknown): Promise<T> {
        return this.connection.sendRequest(method, params);
    }

    notify(method: string, params: unknown): Promise<void> {
        return this.connection.sendNotification(method, params);
    }

    open(uri: string, text: string): Promise<void> {
        return this.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'crit', version: 1, text } });
    }

    /** Replaces the whole text of an open file. */
    change(uri: string, text: string, version: number): Promise<void> {
        return this.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ text }] });
    }

    /** Tells what a file of the folder holds, as the extension does; null: it is gone. */
    tellContent(uri: string, text: string | null): Promise<void> {
        return this.notify('crit/fileContent', { uri, text });
    }

    at<T>(method: string, uri: string, position: Position): Promise<T> {
        return this.request(`textDocument/${method}`, { textDocument: { uri }, position });
    }

    /** The findings of a file, as soon as the server has published some that the predicate accepts. */
    async diagnostics(uri: string, accepts: (codes: readonly unknown[]) => boolean): Promise<Diagnostic[]> {
        let found: Diagnostic[] = [];
        await this.until(`findings of ${uri}`, () => {
            const latest = this.published.findLast((each) => each.uri === uri);
            found = latest?.diagnostics ?? [];
            return latest !== undefined && accepts(found.map(({ code }) => code));
        });
        return found;
    }

    async until(what: string, isSo: () => boolean): Promise<void> {
        for (let waited = 0; waited < LONGEST; waited += 20) {
            if (isSo()) return;
            await new Promise((resolve) => setTimeout(resolve, 20));
        }
        assert.fail(`${what} did not come; asked for were ${this.served.asked.join(', ')}; the server says: ${this.log.join('; ')}`);
    }

    async end(): Promise<void> {
        this.connection.dispose();
        await this.page.close();
        await this.served.end();
    }
}

/** What the server says, for a JSON-RPC connection. */
class Received extends AbstractMessageReader {
    private callback: DataCallback = () => undefined;

    listen(callback: DataCallback): { dispose: () => void } {
        this.callback = callback;
        return { dispose: () => (this.callback = () => undefined) };
    }

    take(message: Message): void {
        this.callback(message);
    }
}

/** What is said to the server. Messages keep their order. */
class Sent extends AbstractMessageWriter {
    private last: Promise<unknown> = Promise.resolve();

    constructor(private readonly page: Page) {
        super();
    }

    async write(message: Message): Promise<void> {
        this.last = this.last.then(() => this.page.evaluate(`toServer(${JSON.stringify(message)})`));
        await this.last;
    }

    end(): void {
        // The page ends with its connection.
    }
}
