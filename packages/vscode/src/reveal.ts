// Shows a place of a file in the editor, for views and lenses that lead there.
import { Position, Range, Selection, TextEditorRevealType, Uri, commands, window, workspace } from 'vscode';
import type { PlainRange } from './requests.js';

export const editorRange = ({ start, end }: PlainRange): Range => new Range(new Position(start.line, start.character), new Position(end.line, end.character));

/** Opens the file where it is open already, else beside, and puts the cursor at the beginning of the range. */
export async function reveal(uri: string, range: PlainRange, preserveFocus = false): Promise<void> {
    const place = editorRange(range);
    const open = window.visibleTextEditors.find(({ document }) => document.uri.toString() === Uri.parse(uri).toString());
    const document = await workspace.openTextDocument(Uri.parse(uri));
    const column = open?.viewColumn;
    const editor = await window.showTextDocument(document, { preserveFocus, ...(column === undefined ? {} : { viewColumn: column }) });
    editor.selection = new Selection(place.start, place.start);
    editor.revealRange(place, TextEditorRevealType.InCenterIfOutsideViewport);
}

/** Leads to a finding, and opens what the editor shows of it in place. */
export async function showFinding(uri: string, range: PlainRange): Promise<void> {
    await reveal(uri, range);
    await commands.executeCommand('editor.action.marker.next');
}
