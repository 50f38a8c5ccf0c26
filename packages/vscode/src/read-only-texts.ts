// Texts that Crit shows in tabs of their own, which cannot be edited: a report, a patient, a generated text.
import type { Disposable, TextDocumentContentProvider } from 'vscode';
import { EventEmitter, Uri, workspace } from 'vscode';

export class ReadOnlyTexts implements TextDocumentContentProvider, Disposable {
    private readonly texts = new Map<string, string>();
    private readonly changed = new EventEmitter<Uri>();
    readonly onDidChange = this.changed.event;
    private readonly registrations: readonly Disposable[];

    /** @param closed told when the tab of a text is closed, which is then forgotten. */
    constructor(
        readonly scheme: string,
        closed?: (uri: Uri) => void,
    ) {
        this.registrations = [
            workspace.registerTextDocumentContentProvider(scheme, this),
            workspace.onDidCloseTextDocument(({ uri }) => {
                if (this.texts.delete(uri.toString())) closed?.(uri);
            }),
            this.changed,
        ];
    }

    provideTextDocumentContent(uri: Uri): string {
        return this.texts.get(uri.toString()) ?? '';
    }

    /** The document that shows this text from now on; one of the same path and query shows it instead of what it showed. */
    provide(path: string, query: string, text: string): Uri {
        const uri = Uri.from({ scheme: this.scheme, path, query });
        this.texts.set(uri.toString(), text);
        this.changed.fire(uri);
        return uri;
    }

    dispose(): void {
        for (const registration of this.registrations) registration.dispose();
    }
}
