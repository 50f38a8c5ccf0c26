// Shows texts generated from a .crit file in read-only tabs that follow the file, and saves them where the user says.
import type { Disposable } from 'vscode';
import { Uri, ViewColumn, commands, languages, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { ReadOnlyTexts } from './read-only-texts.js';

export type Target = 'registry' | 'patient';

/** What the server answers to `crit/generate`. */
type Answer = { files: { path: string; text: string }[]; notes: { name: string; message: string }[]; openFindings: number } | { problem: string };

/** A text that is shown: where it is from, and how it looks. */
interface Shown {
    source: Uri;
    target: Target;
    text: string;
}

const SCHEME = 'crit-generated';
const NAMES: Readonly<Record<Target, string>> = { registry: 'Registry text', patient: 'Patient text' };

export class GeneratedTexts implements Disposable {
    private readonly shown = new Map<string, Shown>();
    private readonly texts = new ReadOnlyTexts(SCHEME, (uri) => this.shown.delete(uri.toString()));
    private latest: Uri | undefined;
    private readonly following = languages.onDidChangeDiagnostics(({ uris }) => void this.follow(uris));

    constructor(private readonly client: BaseLanguageClient) {}

    /** Generates a text from the file in the active editor and shows it beside that. Gives the text; undefined when there is none. */
    async show(target: Target): Promise<string | undefined> {
        const document = window.activeTextEditor?.document;
        if (document?.languageId !== 'crit') {
            await window.showInformationMessage('Open a .crit file first: the text is generated from the file in the active editor.');
            return undefined;
        }
        const answer = await this.ask(document.uri, target);
        const file = 'problem' in answer ? undefined : answer.files[0];
        if ('problem' in answer || file === undefined) {
            void window.showErrorMessage('problem' in answer ? answer.problem : 'Nothing was generated.');
            return undefined;
        }
        const uri = this.texts.provide(`/${file.path}`, document.uri.toString(), file.text);
        this.shown.set(uri.toString(), { source: document.uri, target, text: file.text });
        this.latest = uri;
        await this.open(uri, target);
        void this.offerToSave(target, answer);
        return file.text;
    }

    /** Saves the text in the active tab, else the one generated last. */
    async save(): Promise<void> {
        const active = window.activeTextEditor?.document.uri;
        const uri = active?.scheme === SCHEME ? active : this.latest;
        const shown = uri === undefined ? undefined : this.shown.get(uri.toString());
        if (uri === undefined || shown === undefined) return void window.showInformationMessage('Generate a text first.');
        if (!workspace.isTrusted) return void window.showInformationMessage('In a folder that you have not trusted, Crit writes no files.');
        const name = uri.path.slice(1);
        // In a browser files are not of the scheme `file`; only a new file has no folder.
        const folder = shown.source.scheme === 'untitled' ? workspace.workspaceFolders?.[0]?.uri : Uri.joinPath(shown.source, '..');
        const target = await window.showSaveDialog({
            defaultUri: folder === undefined ? Uri.file(name) : Uri.joinPath(folder, name),
            title: `Save ${NAMES[shown.target]}`,
        });
        if (target !== undefined) await workspace.fs.writeFile(target, new TextEncoder().encode(shown.text));
    }

    dispose(): void {
        this.following.dispose();
        this.texts.dispose();
    }

    private async open(uri: Uri, target: Target): Promise<void> {
        const document = await workspace.openTextDocument(uri);
        if (target === 'patient') await commands.executeCommand('markdown.showPreviewToSide', uri);
        else await window.showTextDocument(document, { viewColumn: ViewColumn.Beside, preview: true, preserveFocus: true });
    }

    private async offerToSave(target: Target, answer: Exclude<Answer, { problem: string }>): Promise<void> {
        const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;
        const remarks = [
            `${NAMES[target]} generated.`,
            ...(answer.openFindings > 0 ? [`The file has ${counted(answer.openFindings, 'open finding')}.`] : []),
            ...answer.notes.slice(0, 2).map(({ message }) => message),
            ...(answer.notes.length > 2 ? [`There ${answer.notes.length === 3 ? 'is' : 'are'} ${counted(answer.notes.length - 2, 'more note')}.`] : []),
        ];
        const save = 'Save As…';
        const chosen = await window.showInformationMessage(remarks.join(' '), save);
        if (chosen === save) await this.save();
    }

    /** New findings mean a new text of the file: what is shown of it is generated again. */
    private async follow(uris: readonly Uri[]): Promise<void> {
        const changed = new Set(uris.map(String));
        for (const [key, shown] of this.shown) {
            if (!changed.has(shown.source.toString())) continue;
            // While the file has errors, or the server starts anew, the last good text stays.
            const answer = await this.ask(shown.source, shown.target).catch(() => undefined);
            const text = answer === undefined || 'problem' in answer ? undefined : answer.files[0]?.text;
            if (text === undefined || text === shown.text) continue;
            shown.text = text;
            const { path, query } = Uri.parse(key);
            this.texts.provide(path, query, text);
        }
    }

    private ask(source: Uri, target: Target): Promise<Answer> {
        return this.client.sendRequest<Answer>('crit/generate', { uri: source.toString(), target });
    }
}
