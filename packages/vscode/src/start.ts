// Everything that the extension adds to the editor, on a desktop and in a browser: views, commands, read-only documents.
import type { ExtensionContext } from 'vscode';
import { Position, Uri, commands, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { Comparisons } from './compare.js';
import { extractDefinition } from './extract-definition.js';
import { FileStatus } from './file-status.js';
import { GeneratedTexts } from './generated-texts.js';
import { insertTerm } from './insert-term.js';
import { newProtocol } from './new-protocol.js';
import { PatientTests } from './patient-tests.js';
import { PreviewPanel } from './preview/preview-panel.js';
import { ProtocolTree } from './protocol-tree.js';
import type { PlainPosition, PlainRange } from './requests.js';
import { reveal, showFinding } from './reveal.js';
import { VocabularyDocuments } from './vocabulary-documents.js';
import { openSample } from './walkthrough.js';
import { Witnesses } from './witnesses.js';

/**
 * Registers all features, and starts the server.
 * @param restart starts it anew; null where it cannot be.
 */
export async function start(context: ExtensionContext, client: BaseLanguageClient, restart: (() => Promise<void>) | null): Promise<void> {
    const texts = new GeneratedTexts(client);
    const witnesses = new Witnesses(client);
    const preview = new PreviewPanel(context, client);
    const patients = new PatientTests(client);
    const comparisons = new Comparisons(client);
    const command = (name: string, run: (...given: never[]) => unknown): void => void context.subscriptions.push(commands.registerCommand(`crit.${name}`, run));
    context.subscriptions.push(client, texts, witnesses, preview, patients, comparisons);
    const status = new FileStatus(client);
    context.subscriptions.push(status, new ProtocolTree(client, status), new VocabularyDocuments(client));

    command('newProtocol', () => newProtocol());
    command('openSample', () => openSample(context));
    command('insertTerm', () => insertTerm(client));
    command('extractDefinition', () => extractDefinition());
    command('showPreview', (uri?: string) => preview.show(uri));
    command('showLogic', () => preview.showLogic());
    command('generateRegistryText', () => texts.show('registry'));
    command('generatePatientText', () => texts.show('patient'));
    command('saveGeneratedText', () => texts.save());
    command('compareWithFile', (other?: Parameters<Comparisons['withFile']>[0]) => comparisons.withFile(other));
    command('compareWithHead', () => comparisons.withHead());
    command('showWitness', (uri?: string, cohort?: string) => witnesses.show(uri, cohort));
    command('runPatientCase', (uri?: string, title?: string) => patients.runCase(uri ?? String(window.activeTextEditor?.document.uri), title));
    command('showFinding', (uri: string, range: PlainRange) => showFinding(uri, range));
    command('rename', (uri: string, at: PlainPosition) =>
        commands.executeCommand('editor.action.rename', [Uri.parse(uri), new Position(at.line, at.character)]),
    );
    command('reveal', (uri: string, range: PlainRange) => reveal(uri, range));
    command('restartServer', () => restarted(restart));
    await client.start();
    await commands.executeCommand('setContext', 'crit.isActive', true);
}

async function restarted(restart: (() => Promise<void>) | null): Promise<void> {
    if (restart === null) return void window.showInformationMessage('In a browser the language server starts anew with the window: reload it.');
    await restart();
    window.setStatusBarMessage('Crit: the language server was restarted.', 5000);
}
