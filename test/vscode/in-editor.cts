// What the tests inside VS Code share: opening the fixtures, and waiting for what the server sends when it is ready.
import assert = require('node:assert/strict');
import vscode = require('vscode');

/** A file of the open folder. */
const file = (name: string): vscode.Uri => {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    assert.ok(folder !== undefined, 'no folder is open');
    return vscode.Uri.joinPath(folder, name);
};

/** Opens a file of the folder in the editor. */
async function open(name: string): Promise<vscode.TextEditor> {
    return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(file(name)));
}

/** Asks again until the answer is accepted. */
async function eventually<T>(what: string, ask: () => T | Thenable<T>, accepts: (answer: T) => boolean): Promise<T> {
    let last: T | undefined;
    for (let waited = 0; waited < 30_000; waited += 100) {
        last = await ask();
        if (accepts(last)) return last;
        await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return assert.fail(`${what} did not come; the last answer was ${JSON.stringify(last)?.slice(0, 500)}`);
}

/** The findings of a file, as soon as they are as expected. */
function findings(uri: vscode.Uri, accepts: (found: vscode.Diagnostic[]) => boolean): Promise<vscode.Diagnostic[]> {
    return eventually('the findings', () => vscode.languages.getDiagnostics(uri), accepts);
}

/** The name of a finding. */
const nameOf = ({ code }: vscode.Diagnostic): string => String(typeof code === 'object' ? code.value : code);

/** The place behind a piece of a document's text. */
function behind(document: vscode.TextDocument, piece: string): vscode.Position {
    const offset = document.getText().indexOf(piece);
    assert.ok(offset >= 0, `'${piece}' is not in ${document.uri.toString()}`);
    return document.positionAt(offset + piece.length);
}

/** Puts text behind a piece of the active document. */
async function insert(editor: vscode.TextEditor, piece: string, text: string): Promise<void> {
    assert.ok(await editor.edit((edit) => edit.insert(behind(editor.document, piece), text)));
}

/** Undoes all edits since the file was saved. */
async function revert(): Promise<void> {
    await vscode.commands.executeCommand('workbench.action.files.revert');
}

/**
 * Undoes all edits of files, and closes everything but new files: the next new file would take over the name of a closed one, and with it, on a busy
 * machine, the text that VS Code had backed up of it.
 */
async function closeAll(): Promise<void> {
    for (const document of vscode.workspace.textDocuments.filter(({ isDirty, isUntitled }) => isDirty && !isUntitled)) {
        await vscode.window.showTextDocument(document);
        await revert();
    }
    const isNew = ({ input }: vscode.Tab): boolean => input instanceof vscode.TabInputText && input.uri.scheme === 'untitled';
    await vscode.window.tabGroups.close(tabs().filter((tab) => !isNew(tab)));
}

/** What the editor itself gives for a place of a file or for all of it. */
const given = <T,>(command: string, ...of: unknown[]): Thenable<T> => vscode.commands.executeCommand<T>(`vscode.${command}`, ...of);

/** All tabs of the window. */
const tabs = (): vscode.Tab[] => vscode.window.tabGroups.all.flatMap((group) => group.tabs);

/** The titles of the tabs that show two texts beside each other. */
const differences = (): string[] => tabs().flatMap(({ input, label }) => (input instanceof vscode.TabInputTextDiff ? [label] : []));

/** The text of a hover or a documentation, whatever form it has. */
const textOf = (value: unknown): string => JSON.stringify(value, (_, part: unknown) => (part instanceof vscode.MarkdownString ? part.value : part)) ?? '';

export = { file, open, eventually, findings, nameOf, behind, insert, revert, closeAll, given, tabs, differences, textOf };
