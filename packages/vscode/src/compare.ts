// Compares a protocol with another version of it: what changed in meaning, beside what changed in the text.
import type { Disposable, Uri } from 'vscode';
import { ProgressLocation, ViewColumn, commands, extensions, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { ReadOnlyTexts } from './read-only-texts.js';
import type { Comparison } from './requests.js';

const SCHEME = 'crit-compare';
/** Files above this size are no protocols. */
const LARGEST = 8 * 1024 * 1024;

/** The part of the Git extension's interface that is used. */
interface GitExtension {
    readonly enabled: boolean;
    getAPI(version: 1): { getRepository(uri: Uri): { show(ref: string, path: string): Promise<string> } | null };
}

export class Comparisons implements Disposable {
    private readonly texts = new ReadOnlyTexts(SCHEME);

    constructor(private readonly client: BaseLanguageClient) {}

    /** Compares the protocol in the editor with an earlier version in a file that the user chooses. Gives the report; undefined when there is none. */
    async withFile(other?: Uri): Promise<string | undefined> {
        const current = protocolInEditor();
        if (current === undefined) return undefined;
        const chosen = other ?? (await this.choose(current));
        if (chosen === undefined) return undefined;
        const text = await readText(chosen);
        return text === undefined ? undefined : this.show(current, text, workspace.asRelativePath(chosen));
    }

    /** Compares it with what was committed last. */
    async withHead(): Promise<string | undefined> {
        const current = protocolInEditor();
        if (current === undefined) return undefined;
        const git = extensions.getExtension<GitExtension>('vscode.git');
        if (git === undefined) return tell('Git is not available in this VS Code: compare with a file instead.');
        try {
            const api = git.isActive ? git.exports : await git.activate();
            if (!api.enabled) return tell('Git is switched off in this VS Code (setting git.enabled): compare with a file instead.');
            const repository = api.getAPI(1).getRepository(current);
            if (repository === null) return tell('The file is in no Git repository: compare with a file instead.');
            return await this.show(current, await repository.show('HEAD', current.fsPath), `${workspace.asRelativePath(current)} as committed`);
        } catch {
            return tell('Git has no committed version of this file: compare with a file instead.');
        }
    }

    dispose(): void {
        this.texts.dispose();
    }

    private async choose(current: Uri): Promise<Uri | undefined> {
        const others = (await workspace.findFiles('**/*.crit', '**/node_modules/**')).filter((uri) => uri.toString() !== current.toString());
        const elsewhere = 'Another file …';
        const items = [...others.map((uri) => ({ label: workspace.asRelativePath(uri), uri })), { label: elsewhere, uri: undefined }];
        const chosen = await window.showQuickPick(items, { title: 'Compare with which earlier version?', placeHolder: 'The earlier version of this protocol' });
        if (chosen === undefined) return undefined;
        if (chosen.uri !== undefined) return chosen.uri;
        const [opened] = (await window.showOpenDialog({ canSelectMany: false, filters: { Crit: ['crit'] }, title: 'The earlier version' })) ?? [];
        return opened;
    }

    /** Shows the report as a page, and the two texts beside each other under it. */
    private async show(current: Uri, otherText: string, otherName: string): Promise<string | undefined> {
        const options = { location: ProgressLocation.Window, title: `Crit: comparing with ${otherName} …` };
        const answer = await window.withProgress(options, () =>
            this.client.sendRequest<Comparison>('crit/compare', { uri: current.toString(), otherText, otherName }),
        );
        if ('problem' in answer) return tell(answer.problem);
        const name = current.path.split('/').at(-1) ?? 'protocol.crit';
        const earlier = this.texts.provide(`/${name}`, `earlier ${otherName}`, otherText);
        const report = this.texts.provide(`/What changed in ${name.replace(/\.crit$/, '')}.md`, `report ${current.toString()}`, answer.markdown);
        await commands.executeCommand('vscode.diff', earlier, current, `${name}: ${otherName} ↔ now`, { preview: true, viewColumn: ViewColumn.Active });
        await workspace.openTextDocument(report);
        await commands.executeCommand('markdown.showPreviewToSide', report);
        return answer.markdown;
    }
}

function protocolInEditor(): Uri | undefined {
    const document = window.activeTextEditor?.document;
    if (document?.languageId === 'crit' && document.uri.scheme !== SCHEME) return document.uri;
    void window.showInformationMessage('Open the new version of the protocol first: it is compared with the earlier one that you choose.');
    return undefined;
}

async function readText(uri: Uri): Promise<string | undefined> {
    try {
        const open = workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
        if (open !== undefined) return open.getText();
        const bytes = await workspace.fs.readFile(uri);
        if (bytes.byteLength > LARGEST) return tell(`${workspace.asRelativePath(uri)} is too large to be a protocol.`);
        return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch {
        return tell(`${workspace.asRelativePath(uri)} cannot be read as text.`);
    }
}

function tell(message: string): undefined {
    void window.showInformationMessage(message);
    return undefined;
}
