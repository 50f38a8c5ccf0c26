// The VS Code extension on a desktop: the language server is a program of its own, so that it cannot hold up the editor.
import type { ExtensionContext } from 'vscode';
import type { ServerOptions } from 'vscode-languageclient/node.js';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node.js';
import { clientOptions } from './client-options.js';
import { start } from './start.js';

let client: LanguageClient | undefined;

/** Called by VS Code when the first .crit file is opened. */
export async function activate(context: ExtensionContext): Promise<void> {
    const module = context.asAbsolutePath('dist/server.cjs');
    const server: ServerOptions = { run: { module, transport: TransportKind.stdio }, debug: { module, transport: TransportKind.stdio } };
    const started = new LanguageClient('crit', 'Crit', server, clientOptions(['file', 'untitled']));
    client = started;
    await start(context, started, () => started.restart());
}

/** Called by VS Code when the window closes. */
export async function deactivate(): Promise<void> {
    await client?.dispose();
    client = undefined;
}
