// The extension's commands in a real VS Code: generated texts that follow the file, and a restart of the server.
import assert = require('node:assert/strict');
import vscode = require('vscode');
import inEditor = require('./in-editor.cjs');

const { eventually, file, insert, open, revert } = inEditor;

const generated = (): vscode.TextDocument | undefined => vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'crit-generated');

describe('commands of Crit in VS Code', function () {
    let editor: vscode.TextEditor;

    beforeEach(async function () {
        editor = await open('lupus.crit');
    });
    afterEach(async function () {
        await vscode.window.showTextDocument(editor.document);
        await revert();
        await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    });

    it('generates registry text in a tab, which follows the file', async function () {
        const text = await vscode.commands.executeCommand<string>('crit.generateRegistryText');
        assert.match(text, /Inclusion Criteria/);
        const shown = await eventually('the generated text', generated, (document) => document !== undefined);
        assert.equal(shown?.getText(), text);
        await vscode.window.showTextDocument(editor.document);
        await insert(editor, 'creatinine <= 1.5 mg/dL', '\n  hemoglobin >= 8.25 g/dL');
        await eventually(
            'the new text',
            () => generated()?.getText(),
            (now) => now?.includes('8.25') === true,
        );
    });

    it('generates patient text and shows it as a page', async function () {
        const text = await vscode.commands.executeCommand<string>('crit.generatePatientText');
        assert.match(text, /creatinine/);
        await eventually(
            'the page',
            () => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ input }) => input)),
            (inputs) => inputs.some((input) => input instanceof vscode.TabInputWebview && /markdown\.preview/.test(input.viewType)),
        );
    });

    it('saves the generated text where the user says', async function () {
        const text = await vscode.commands.executeCommand<string>('crit.generateRegistryText');
        const saved = file('Lupus1.registry.txt');
        const done = Promise.resolve(vscode.commands.executeCommand('crit.saveGeneratedText'));
        const bytes = await eventually(
            'the saved text',
            async () => {
                // The dialog offers the folder of the protocol.
                await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
                return vscode.workspace.fs.readFile(saved).then(
                    (read) => read,
                    () => undefined,
                );
            },
            (read) => read !== undefined,
        );
        await done;
        assert.equal(new TextDecoder().decode(bytes), text);
        await vscode.workspace.fs.delete(saved);
    });

    it('generates nothing from a file with errors', async function () {
        await insert(editor, 'creatinine <= 1.5 mg/dL', '\n  has unheard-of');
        // The message to the user is left open, so the command itself tells.
        assert.equal(await vscode.commands.executeCommand('crit.generateRegistryText'), undefined);
    });

    it('has a command for each that it declares', async function () {
        const declared = (vscode.extensions.getExtension('crit-lang.crit-vscode')?.packageJSON as { contributes: { commands: { command: string }[] } })
            .contributes.commands;
        const known = await vscode.commands.getCommands(true);
        assert.deepEqual(
            declared.map(({ command }) => command).filter((command) => !known.includes(command)),
            [],
        );
    });
});
