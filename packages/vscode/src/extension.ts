// The VS Code extension: starts the language server and adds the commands. Everything it knows of Crit it asks the server.
import type { ExtensionContext } from 'vscode';
import { commands, window } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/node.js';
import { clientOptions, serverOptions } from './client.js';
import { FileStatus } from './file-status.js';
import { GeneratedTexts } from './generated-texts.js';
import { VocabularyDocuments } from './vocabulary-documents.js';
import { Witnesses } from './witnesses.js';

let client: LanguageClient | undefined;

/** Called by VS Code when the first .crit file is opened. */
export async function activate(context: ExtensionContext): Promise<void> {
    const started = new LanguageClient('crit', 'Crit', serverOptions(context), clientOptions());
    client = started;
    const texts = new GeneratedTexts(started);
    const witnesses = new Witnesses(started);
    context.subscriptions.push(
        started,
        texts,
        witnesses,
        new FileStatus(started),
        new VocabularyDocuments(started),
        commands.registerCommand('crit.generateRegistryText', () => texts.show('registry')),
        commands.registerCommand('crit.generatePatientText', () => texts.show('patient')),
        commands.registerCommand('crit.saveGeneratedText', () => texts.save()),
        commands.registerCommand('crit.showWitness', (uri?: string, cohort?: string) => witnesses.show(uri, cohort)),
        commands.registerCommand('crit.restartServer', () => restart(started)),
    );
    await started.start();
}

/** Called by VS Code when the window closes. */
export async function deactivate(): Promise<void> {
    await client?.dispose();
    client = undefined;
}

async function restart(running: LanguageClient): Promise<void> {
    await running.restart();
    window.setStatusBarMessage('Crit: the language server was restarted.', 5000);
}
