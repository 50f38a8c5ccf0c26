// The preview beside the text in a real VS Code. What stands in it is looked at in the workbench (test/ui).
import assert = require('node:assert/strict');
import vscode = require('vscode');
import inEditor = require('./in-editor.cjs');

const { behind, closeAll, eventually, open, tabs } = inEditor;

const previews = (): vscode.Tab[] => tabs().filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('crit.preview'));

const titles = (): string[] => previews().map(({ label }) => label);

describe('the preview in VS Code', function () {
    afterEach(closeAll);

    it('opens beside the text, once, and leaves the cursor where it is', async function () {
        const editor = await open('trial.crit');
        await vscode.commands.executeCommand('crit.showPreview');
        await eventually('the preview', titles, (shown) => shown[0] === 'Preview: trial.crit');
        assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), editor.document.uri.toString());
        assert.notEqual(previews()[0]?.group.viewColumn, editor.viewColumn);
        await vscode.commands.executeCommand('crit.showPreview', editor.document.uri.toString());
        assert.deepEqual(titles(), ['Preview: trial.crit']);
    });

    it('follows the file in the editor, and opens anew after it was closed', async function () {
        await open('trial.crit');
        await vscode.commands.executeCommand('crit.showPreview');
        await eventually('the preview', titles, (shown) => shown[0] === 'Preview: trial.crit');
        await open('lupus.crit');
        await eventually('the other file', titles, (shown) => shown[0] === 'Preview: lupus.crit');
        await vscode.window.tabGroups.close(previews());
        assert.deepEqual(titles(), []);
        await open('trial.crit');
        assert.deepEqual(titles(), []);
        await vscode.commands.executeCommand('crit.showPreview');
        await eventually('the preview', titles, (shown) => shown[0] === 'Preview: trial.crit');
    });

    it('shows the logic of the criterion under the cursor', async function () {
        const editor = await open('lupus.crit');
        const at = behind(editor.document, 'creatinine');
        editor.selection = new vscode.Selection(at, at);
        await vscode.commands.executeCommand('crit.showLogic');
        await eventually('the preview', titles, (shown) => shown[0] === 'Preview: lupus.crit');
        assert.deepEqual(editor.selection.active, at);
    });

    it('needs a protocol', async function () {
        await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ content: 'no protocol', language: 'plaintext' }));
        await vscode.commands.executeCommand('crit.showPreview');
        assert.deepEqual(titles(), []);
    });
});
