// The documents an editor has open: applies its edits in the order in which they arrive.
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import type { Workspace } from '../workspace/workspace.js';
import { canonicalUri } from '../workspace/uris.js';

const LANGUAGE = 'crit';

export class OpenDocuments {
    private readonly documents = new Map<string, TextDocument>();

    constructor(private readonly workspace: Workspace) {}

    /** Takes in a document; one in another language is none of ours and is left alone, also later. */
    open(uri: string, languageId: string, version: number, text: string): void {
        if (languageId !== LANGUAGE && !uri.endsWith('.crit')) return;
        this.documents.set(canonicalUri(uri), TextDocument.create(uri, LANGUAGE, version, text));
        this.workspace.setOpenText(uri, text, version);
    }

    /** Applies edits. They arrive in order, so that a version lower than the last one is only odd. Edits of documents that are not open are left out. */
    change(uri: string, version: number, changes: TextDocumentContentChangeEvent[]): void {
        const document = this.documents.get(canonicalUri(uri));
        if (document === undefined) return;
        const changed = TextDocument.update(document, changes, version);
        this.workspace.setOpenText(uri, changed.getText(), version);
    }

    close(uri: string): void {
        if (this.documents.delete(canonicalUri(uri))) this.workspace.close(uri);
    }

    /** How the editor spells the URI of an open document; null when it is not open. */
    spellingOf(canonical: string): string | null {
        return this.documents.get(canonical)?.uri ?? null;
    }
}
