// Serves the programs for browsers, on this machine only, with a page that starts them; writes down what is asked for and what was refused.
import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { inRoot } from '../support/repository.js';

/** What the page and its workers may do: run our programs, and ask nobody for anything. What they try all the same is reported. */
const POLICY = "default-src 'none'; img-src data:; script-src 'self' blob:; worker-src 'self' blob:; report-uri /reports";
const POLICY_WITHOUT_WORKERS = POLICY.replace("worker-src 'self' blob:", "worker-src 'none'");

const PAGE = '<!doctype html><meta charset="utf-8"><title>Crit</title><link rel="icon" href="data:,"><script src="/page.js"></script>';

/** Starts the server when told to, and passes messages on. An editor puts words of its own before the name of a worker. */
const PAGE_SCRIPT = `
    let worker;
    const say = (message) => globalThis.fromServer(JSON.stringify(message));
    globalThis.startServer = (analysis) => {
        worker = new Worker('/server.js', { name: 'the editor -> ' + analysis });
        worker.addEventListener('message', ({ data }) => say(data));
        worker.addEventListener('error', ({ message }) => say({ jsonrpc: '2.0', method: 'window/logMessage', params: { message } }));
    };
    globalThis.toServer = (message) => worker.postMessage(message);
`;

/** An analysis that waits, at the first that it is told, for a program that the test holds back. */
const HELD_ANALYSIS = `
    const load = (path) => importScripts(location.origin + path);
    addEventListener('message', () => load('/gate.js'), { once: true });
    load('/analysis.js');
`;

export class ServedPage {
    /** The paths that were asked for, in their order. */
    readonly asked: string[] = [];
    /** What the page or a worker tried to load and may not, as the browser reports it. */
    readonly refused: string[] = [];
    /** Lets an analysis that waits at the gate go on. */
    openGate: () => void = () => undefined;
    private readonly gate = new Promise<void>((resolve) => (this.openGate = resolve));
    private readonly server = http.createServer((request, response) => void this.answer(request, response));

    /** @param mayNest whether the server's worker may start one of its own. */
    constructor(private readonly mayNest: boolean) {}

    /** Gives the address of the page. */
    async start(): Promise<string> {
        await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
        return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
    }

    async end(): Promise<void> {
        this.openGate();
        this.server.closeAllConnections();
        await new Promise((resolve) => this.server.close(resolve));
    }

    private async answer(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
        const path = request.url ?? '/';
        if (path === '/reports') {
            let report = '';
            for await (const piece of request) report += String(piece);
            this.refused.push(report);
            return void response.writeHead(204).end();
        }
        this.asked.push(path);
        if (path === '/gate.js') await this.gate;
        const body = bodyOf(path);
        if (body === null) return void response.writeHead(404).end();
        response.writeHead(200, {
            'content-type': path === '/' ? 'text/html' : 'text/javascript',
            'content-security-policy': path === '/server.js' && !this.mayNest ? POLICY_WITHOUT_WORKERS : POLICY,
        });
        response.end(body);
    }
}

function bodyOf(path: string): string | Buffer | null {
    switch (path) {
        case '/':
            return PAGE;
        case '/page.js':
            return PAGE_SCRIPT;
        case '/held-analysis.js':
            return HELD_ANALYSIS;
        case '/gate.js':
            return '';
        case '/server.js':
        case '/analysis.js':
            return fs.readFileSync(inRoot('packages/vscode/dist/web', path.slice(1)));
        default:
            return null;
    }
}
