// What the extension tells the server, wherever either of them runs.
import { workspace } from 'vscode';
import type { LanguageClientOptions } from 'vscode-languageclient';

/** The commands that a hover may lead to. */
const WITNESS_COMMAND = 'crit.showWitness';

/** Problems are shown where they are; the log is there for who looks for it (`RevealOutputChannelOn.Never`). */
const NEVER = 4;

/** @param schemes of the files that the server can read. */
export function clientOptions(schemes: readonly string[]): LanguageClientOptions {
    const settings = workspace.getConfiguration('crit');
    return {
        documentSelector: schemes.map((scheme) => ({ language: 'crit', scheme })),
        initializationOptions: {
            documentationUrl: settings.get<string>('documentationUrl', ''),
            analysis: { enabled: settings.get<boolean>('analysis.enabled', true) },
            inlayHints: { enabled: settings.get<boolean>('inlayHints.enabled', true) },
            vocabularyDocuments: true,
            status: true,
            witnessCommand: WITNESS_COMMAND,
        },
        synchronize: { configurationSection: 'crit' },
        markdown: { isTrusted: { enabledCommands: [WITNESS_COMMAND] } },
        revealOutputChannelOn: NEVER,
    };
}
