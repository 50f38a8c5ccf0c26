// The language server restarted in a real VS Code; in a browser it starts anew with the window.
import assert = require('node:assert/strict');
import vscode = require('vscode');
import inEditor = require('../in-editor.cjs');

const { behind, closeAll, eventually, given, open, textOf } = inEditor;

describe('restarting the server in VS Code', function () {
    afterEach(closeAll);

    it('goes on after the server was restarted', async function () {
        const { document } = await open('lupus.crit');
        await vscode.commands.executeCommand('crit.restartServer');
        const hovers = await eventually(
            'the hover',
            () => vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, behind(document, 'creat')),
            (all) => all.length > 0,
        );
        assert.match(textOf(hovers.map(({ contents }) => contents)), /serum creatinine/);
    });

    it('runs patient cases, lists them and finds patients after the restart as before', async function () {
        const { document } = await open('trial.crit');
        const uri = document.uri.toString();
        const listed = async (): Promise<number> => (await given<{ toString(): string }[]>('testing.getTestsInFile', document.uri)).length;
        const before = await eventually('the cases', listed, (count) => count > 0);
        await vscode.commands.executeCommand('crit.restartServer');
        assert.equal(await vscode.commands.executeCommand('crit.runPatientCase', uri, 'A woman who meets every criterion'), true);
        assert.equal(await listed(), before);
        await vscode.commands.executeCommand('crit.protocol.focus');
        // For which cohorts there is a patient is known from the analysis, which begins anew.
        const patient = await eventually(
            'the patient',
            () => vscode.commands.executeCommand<string | undefined>('crit.showWitness', uri),
            (shown) => shown !== undefined,
        );
        assert.match(patient ?? '', /in SLE \{/);
    });
});
