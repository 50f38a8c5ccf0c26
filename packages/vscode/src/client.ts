// How the extension starts the bundled server, and what it tells it.
import type { ExtensionContext } from 'vscode';
import { workspace } from 'vscode';
import type { LanguageClientOptions, ServerOptions } from 'vscode-languageclient/node.js';
import { RevealOutputChannelOn, TransportKind } from 'vscode-languageclient/node.js';

/** The server is a program of its own, so that it cannot hold up the editor. */
export function serverOptions(context: ExtensionContext): ServerOptions {
    const module = context.asAbsolutePath('dist/server.cjs');
    return { run: { module, transport: TransportKind.stdio }, debug: { module, transport: TransportKind.stdio } };
}

export function clientOptions(): LanguageClientOptions {
    return {
        documentSelector: [
            { language: 'crit', scheme: 'file' },
            { language: 'crit', scheme: 'untitled' },
        ],
        initializationOptions: { documentationUrl: workspace.getConfiguration('crit').get<string>('documentationUrl', ''), vocabularyDocuments: true },
        synchronize: { configurationSection: 'crit' },
        // Problems are shown where they are; the log is there for who looks for it.
        revealOutputChannelOn: RevealOutputChannelOn.Never,
    };
}
