// The extension in a folder that the user has not trusted: it reads and checks, writes nothing, and takes no address from the folder.
import assert = require('node:assert/strict');
import vscode = require('vscode');
import inEditor = require('../in-editor.cjs');

const { behind, closeAll, eventually, file, findings, given, nameOf, open, tabs, textOf } = inEditor;

describe('Crit in a folder that is not trusted', function () {
    afterEach(closeAll);

    it('is not trusted', function () {
        assert.equal(vscode.workspace.isTrusted, false);
    });

    it('checks and analyses, explains and previews', async function () {
        const { document } = await open('conflict.crit');
        const isConflict = (found: vscode.Diagnostic): boolean => nameOf(found) === 'cohort-unsatisfiable';
        await findings(document.uri, (found) => found.some(isConflict));
        const hovers = await given<vscode.Hover[]>('executeHoverProvider', document.uri, behind(document, 'creat'));
        assert.match(textOf(hovers.map(({ contents }) => contents)), /serum creatinine/);
        await vscode.commands.executeCommand('crit.showPreview');
        await eventually('the preview', tabs, (all) => all.some(({ label }) => label === 'Preview: conflict.crit'));
        assert.match(await vscode.commands.executeCommand<string>('crit.showWitness', document.uri.toString(), 'RA'), /in RA \{/);
    });

    it('generates a text, and saves it nowhere', async function () {
        await open('lupus.crit');
        assert.match(await vscode.commands.executeCommand<string>('crit.generateRegistryText'), /Inclusion Criteria/);
        await vscode.commands.executeCommand('crit.saveGeneratedText');
        const names = (await vscode.workspace.fs.readDirectory(file('.'))).map(([name]) => name);
        assert.deepEqual(
            names.filter((name) => name.includes('registry')),
            [],
        );
    });

    it("takes no address from the folder's settings", async function () {
        const { document } = await open('conflict.crit');
        const settings = file('.vscode/settings.json');
        await vscode.workspace.fs.writeFile(
            settings,
            new TextEncoder().encode('{ "crit.documentationUrl": "https://elsewhere.example.org/{name}", "crit.inlayHints.enabled": false }'),
        );
        // That the settings were read is seen from another one, which counts.
        const hints = (): Thenable<vscode.InlayHint[]> => given('executeInlayHintProvider', document.uri, new vscode.Range(0, 0, document.lineCount, 0));
        await eventually('the end of the hints', hints, (found) => found.length === 0);
        await vscode.commands.executeCommand('crit.restartServer');
        const found = await findings(document.uri, (all) => all.length > 0);
        assert.deepEqual(
            found.filter(({ code }) => typeof code === 'object'),
            [],
        );
    });

    it('compares with a file, and says that Git is not there', async function () {
        await open('lupus.crit');
        assert.match(await vscode.commands.executeCommand<string>('crit.compareWithFile', file('lupus-earlier.crit')), /I-2/);
        await open('lupus.crit');
        assert.equal(await vscode.commands.executeCommand('crit.compareWithHead'), undefined);
    });
});
