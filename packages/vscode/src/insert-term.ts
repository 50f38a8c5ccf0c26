// Inserts a clinical term at the cursor, found by any of its names.
import type { QuickPickItem } from 'vscode';
import { QuickPickItemKind, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { ListedTerm } from './requests.js';

interface TermItem extends QuickPickItem {
    insert?: string;
}

/** Lets the user choose among the terms that the file knows, and puts the name at the cursor, or in place of what is selected. */
export async function insertTerm(client: BaseLanguageClient): Promise<void> {
    const editor = window.activeTextEditor;
    if (editor?.document.languageId !== 'crit') return void window.showInformationMessage('Open a .crit file first: the term is inserted at the cursor.');
    const terms = client.sendRequest<ListedTerm[]>('crit/terms', { uri: editor.document.uri.toString() });
    const chosen = await window.showQuickPick<TermItem>(
        terms.then((all) => items(all)),
        { title: 'Insert a term', placeHolder: 'A name, a synonym, an abbreviation', matchOnDescription: true, matchOnDetail: true },
    );
    const insert = chosen?.insert;
    if (insert !== undefined) await editor.edit((edit) => edit.replace(editor.selection, insert));
}

function items(terms: readonly ListedTerm[]): TermItem[] {
    const found: TermItem[] = [];
    let kind = '';
    for (const term of terms) {
        if (term.kind !== kind) found.push({ label: (kind = term.kind), kind: QuickPickItemKind.Separator });
        found.push({
            label: term.name,
            description: term.names.join(', '),
            ...(term.definition === null ? {} : { detail: term.definition }),
            insert: term.insert,
        });
    }
    return found;
}
