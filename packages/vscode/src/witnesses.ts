// Shows a patient who qualifies for a cohort, as a block that can be copied into the protocol.
import type { Disposable } from 'vscode';
import { ProgressLocation, ViewColumn, env, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Status } from './file-status.js';
import { ReadOnlyTexts } from './read-only-texts.js';

/** What the server answers to `crit/witness`. */
type Answer = { text: string } | { problem: string };

export class Witnesses implements Disposable {
    // A document that is only read is not checked: alone, a patient's block names cohorts and criteria that are elsewhere.
    private readonly texts = new ReadOnlyTexts('crit-witness');

    constructor(private readonly client: BaseLanguageClient) {}

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
        const shown = this.texts.provide(`/Patient of ${chosen}.crit`, uri, answer.text + '\n');
        const document = await workspace.openTextDocument(shown);
        await window.showTextDocument(document, { viewColumn: ViewColumn.Beside, preview: true, preserveFocus: true });
        void this.offerToCopy(chosen, answer.text);
        return answer.text;
    }

    dispose(): void {
        this.texts.dispose();
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
