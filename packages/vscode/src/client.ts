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

/** The command that shows a patient who qualifies: the only one that a hover may lead to. */
const WITNESS_COMMAND = 'crit.showWitness';

export function clientOptions(): LanguageClientOptions {
    const settings = workspace.getConfiguration('crit');
    return {
        documentSelector: [
            { language: 'crit', scheme: 'file' },
            { language: 'crit', scheme: 'untitled' },
        ],
        initializationOptions: {
            documentationUrl: settings.get<string>('documentationUrl', ''),
            analysis: { enabled: settings.get<boolean>('analysis.enabled', true) },
            vocabularyDocuments: true,
            status: true,
            witnessCommand: WITNESS_COMMAND,
        },
        synchronize: { configurationSection: 'crit' },
        markdown: { isTrusted: { enabledCommands: [WITNESS_COMMAND] } },
        // Problems are shown where they are; the log is there for who looks for it.
        revealOutputChannelOn: RevealOutputChannelOn.Never,
    };
}
