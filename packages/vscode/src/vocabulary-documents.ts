// Shows the shipped vocabulary as read-only documents, to which 'Go to Definition' leads.
import type { Disposable, TextDocumentContentProvider, Uri } from 'vscode';
import { workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

const SCHEME = 'crit-vocabulary';

export class VocabularyDocuments implements TextDocumentContentProvider, Disposable {
    private readonly registration = workspace.registerTextDocumentContentProvider(SCHEME, this);

    constructor(private readonly client: BaseLanguageClient) {}

    async provideTextDocumentContent(uri: Uri): Promise<string> {
        const text = await this.client.sendRequest<string | null>('crit/vocabularyText', { uri: uri.toString() });
        return text ?? '// This part of the vocabulary does not exist.\n';
    }

    dispose(): void {
        this.registration.dispose();
    }
}
