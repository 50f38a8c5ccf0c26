// Shows a patient who qualifies for a cohort, as a block that can be copied into the protocol.
import type { Disposable, TextDocumentContentProvider } from 'vscode';
import { EventEmitter, ProgressLocation, Uri, ViewColumn, env, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Status } from './file-status.js';

/** What the server answers to `crit/witness`. */
type Answer = { text: string } | { problem: string };

const SCHEME = 'crit-witness';

export class Witnesses implements TextDocumentContentProvider, Disposable {
    private readonly texts = new Map<string, string>();
    private readonly changed = new EventEmitter<Uri>();
    readonly onDidChange = this.changed.event;
    // A document that is only read is not checked: alone, a patient's block names cohorts and criteria that are elsewhere.
    private readonly registrations = [
        workspace.registerTextDocumentContentProvider(SCHEME, this),
        workspace.onDidCloseTextDocument(({ uri }) => this.texts.delete(uri.toString())),
    ];

    constructor(private readonly client: BaseLanguageClient) {}

    provideTextDocumentContent(uri: Uri): string {
        return this.texts.get(uri.toString()) ?? '';
    }

    /** Shows a patient of a cohort beside the text; asks for which cohort where none is given. Gives the text; undefined when there is none. */
    async show(given?: string, cohort?: string): Promise<string | undefined> {
        const uri = given ?? window.activeTextEditor?.document.uri.toString();
        const chosen = uri === undefined ? undefined : (cohort ?? (await this.choose(uri)));
        if (uri === undefined || chosen === undefined) return undefined;
        const options = { location: ProgressLocation.Window, title: `Crit: looking for a patient of ${chosen} …` };
        const answer = await window.withProgress(options, () => this.client.sendRequest<Answer>('crit/witness', { uri, cohort: chosen }));
        if ('problem' in answer) {
            void window.showInformationMessage(answer.problem);
            return undefined;
        }
        const shown = Uri.from({ scheme: SCHEME, path: `/Patient of ${chosen}.crit`, query: uri });
        this.texts.set(shown.toString(), answer.text + '\n');
        this.changed.fire(shown);
        const document = await workspace.openTextDocument(shown);
        await window.showTextDocument(document, { viewColumn: ViewColumn.Beside, preview: true, preserveFocus: true });
        void this.offerToCopy(chosen, answer.text);
        return answer.text;
    }

    dispose(): void {
        for (const registration of this.registrations) registration.dispose();
        this.changed.dispose();
    }

    private async choose(uri: string): Promise<string | undefined> {
        const status = await this.client.sendRequest<Status | null>('crit/status', { uri });
        const [first, ...others] = status?.cohorts ?? [];
        if (first !== undefined && others.length > 0) return window.showQuickPick([first, ...others], { title: 'A patient who can qualify for …' });
        if (first === undefined) {
            const why = status === null ? 'Open a .crit file first.' : `No patient can be shown: ${status.text}.`;
            void window.showInformationMessage(why);
        }
        return first;
    }

    private async offerToCopy(cohort: string, text: string): Promise<void> {
        const copy = 'Copy';
        const chosen = await window.showInformationMessage(`This patient can qualify for ${cohort}: every criterion was evaluated for them.`, copy);
        if (chosen === copy) await env.clipboard.writeText(text);
    }
}
