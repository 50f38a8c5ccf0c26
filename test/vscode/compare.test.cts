// Two versions of a protocol compared in a real VS Code: what changed in meaning, beside what changed in the text.
import assert = require('node:assert/strict');
import vscode = require('vscode');
import inEditor = require('./in-editor.cjs');

const { closeAll, differences, eventually, file, open, tabs } = inEditor;

const compare = (name: string): Thenable<string | undefined> => vscode.commands.executeCommand('crit.compareWithFile', file(name));

describe('comparing versions in VS Code', function () {
    afterEach(closeAll);

    it('says what changed in meaning, and shows both texts beside each other', async function () {
        await open('lupus.crit');
        const report = await compare('lupus-earlier.crit');
        assert.match(report ?? '', /I-2/);
        assert.match(report ?? '', /broadened/i);
        assert.match(report ?? '', /creatinine <= 1\.5 mg\/dL/);
        assert.deepEqual(differences(), ['lupus.crit: lupus-earlier.crit ↔ now']);
        const shown = await eventually(
            'the report',
            () => vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'crit-compare' && uri.path.endsWith('.md')),
            (document) => document !== undefined,
        );
        assert.equal(shown?.getText(), report);
        await eventually('the page', tabs, (all) =>
            all.some(({ input }) => input instanceof vscode.TabInputWebview && /markdown\.preview/.test(input.viewType)),
        );
    });

    it('compares nothing with what is no protocol, or is not there', async function () {
        await open('lupus.crit');
        assert.equal(await compare('not-a-protocol.txt'), undefined);
        assert.equal(await compare('nowhere.crit'), undefined);
        assert.deepEqual(differences(), []);
    });

    it('compares nothing while no protocol is in the editor', async function () {
        assert.equal(await compare('lupus-earlier.crit'), undefined);
        assert.deepEqual(differences(), []);
    });

    it('compares nothing with the last commit of a file that is in no repository', async function () {
        await open('lupus.crit');
        assert.equal(await vscode.commands.executeCommand('crit.compareWithHead'), undefined);
        assert.deepEqual(differences(), []);
    });
});
