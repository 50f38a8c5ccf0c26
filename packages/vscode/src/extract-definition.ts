// Gives the selected lines a name: the server makes the definition, the editor asks what it is to be called.
import type { CodeAction } from 'vscode';
import { CodeActionKind, commands, window, workspace } from 'vscode';

const KIND = CodeActionKind.RefactorExtract;

/** Extracts the selected lines of a criterion into a definition, and begins its renaming. */
export async function extractDefinition(): Promise<void> {
    const editor = window.activeTextEditor;
    if (editor?.document.languageId !== 'crit') return void window.showInformationMessage('Open a .crit file and select lines of a criterion first.');
    const { document, selection } = editor;
    const actions = await commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', document.uri, selection, KIND.value);
    const action = actions.find(({ kind, edit }) => kind !== undefined && KIND.contains(kind) && edit !== undefined);
    if (action?.edit === undefined) {
        return void window.showInformationMessage('Select one or more whole lines of a criterion: they become the body of a definition.');
    }
    if (!(await workspace.applyEdit(action.edit))) return;
    if (action.command !== undefined) await commands.executeCommand(action.command.command, ...((action.command.arguments ?? []) as unknown[]));
}
