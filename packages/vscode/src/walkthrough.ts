// Opens the sample of the walkthrough: a small protocol with a contradiction to find and to mend.
import type { ExtensionContext } from 'vscode';
import { Uri, ViewColumn, window, workspace } from 'vscode';

/** Opens a copy that is not saved anywhere, so that the reader can change it as they like. */
export async function openSample({ extensionUri }: ExtensionContext): Promise<void> {
    const bytes = await workspace.fs.readFile(Uri.joinPath(extensionUri, 'walkthrough', 'sample.crit'));
    const document = await workspace.openTextDocument({ language: 'crit', content: new TextDecoder().decode(bytes) });
    await window.showTextDocument(document, ViewColumn.One);
}
