// The settings of the extension in a real VS Code: they count at once, without a restart.
import assert = require('node:assert/strict');
import vscode = require('vscode');
import inEditor = require('./in-editor.cjs');

const { behind, closeAll, eventually, findings, given, nameOf, open, textOf } = inEditor;

const set = (name: string, value: unknown): Thenable<void> =>
    vscode.workspace.getConfiguration('crit').update(name, value, vscode.ConfigurationTarget.Workspace);

describe('settings of Crit in VS Code', function () {
    afterEach(async function () {
        for (const name of ['inlayHints.enabled', 'analysis.enabled', 'documentationUrl']) await set(name, undefined);
        await closeAll();
    });

    it('crit.inlayHints.enabled switches the hints off and on', async function () {
        const { document } = await open('lupus.crit');
        const hints = (): Thenable<vscode.InlayHint[]> => given('executeInlayHintProvider', document.uri, new vscode.Range(0, 0, document.lineCount, 0));
        await eventually('the hints', hints, (found) => found.length > 0);
        await set('inlayHints.enabled', false);
        await eventually('their end', hints, (found) => found.length === 0);
        await set('inlayHints.enabled', undefined);
        await eventually('the hints', hints, (found) => found.length > 0);
    });

    it('crit.analysis.enabled switches the analysis off and on, and no verdict stays', async function () {
        const { document } = await open('conflict.crit');
        const hasConflict = (found: readonly vscode.Diagnostic[]): boolean => found.some((each) => nameOf(each) === 'cohort-unsatisfiable');
        const hover = async (): Promise<string> =>
            textOf((await given<vscode.Hover[]>('executeHoverProvider', document.uri, behind(document, 'cohort R'))).map(({ contents }) => contents));
        await findings(document.uri, hasConflict);
        // The only cohort that can enrol is taken without a question.
        assert.match(await vscode.commands.executeCommand<string>('crit.showWitness', document.uri.toString()), /in RA \{/);
        await set('analysis.enabled', false);
        await findings(document.uri, (found) => !hasConflict(found));
        assert.doesNotMatch(await hover(), /Analysis/);
        assert.equal(await vscode.commands.executeCommand('crit.showWitness', document.uri.toString()), undefined);
        await set('analysis.enabled', undefined);
        await findings(document.uri, hasConflict);
        await eventually('the verdict', hover, (text) => text.includes('somebody can qualify'));
    });

    it('crit.documentationUrl gives findings the address of their page', async function () {
        const { document } = await open('conflict.crit');
        const targets = (): string[] =>
            vscode.languages.getDiagnostics(document.uri).map(({ code }) => (typeof code === 'object' ? code.target.toString(true) : ''));
        await set('documentationUrl', 'https://docs.example.org/{name}.md');
        await eventually('the address', targets, (all) => all.includes('https://docs.example.org/cohort-unsatisfiable.md'));
        await set('documentationUrl', undefined);
        await eventually('its end', targets, (all) => all.length > 0 && all.every((target) => target === ''));
    });
});
