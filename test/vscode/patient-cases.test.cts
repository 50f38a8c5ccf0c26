// Patient cases in the Test Explorer of a real VS Code.
import assert = require('node:assert/strict');
import vscode = require('vscode');
import inEditor = require('./in-editor.cjs');

const { closeAll, eventually, given, insert, open } = inEditor;

const PASSES = 'A woman who meets every criterion';
const FAILS = 'A woman whose kidneys are failing';

describe('patient cases in VS Code', function () {
    let editor: vscode.TextEditor;

    const run = (title?: string): Thenable<boolean> => vscode.commands.executeCommand('crit.runPatientCase', editor.document.uri.toString(), title);
    const listed = async (): Promise<string> => JSON.stringify(await given('testing.getTestsInFile', editor.document.uri));

    beforeEach(async function () {
        editor = await open('trial.crit');
    });
    afterEach(closeAll);

    it('are listed as the file is opened, and as it is changed', async function () {
        await eventually('the cases', listed, (tests) => tests.includes(PASSES) && tests.includes(FAILS));
        await insert(editor, 'patient "', 'Changed: ');
        await eventually('the new title', listed, (tests) => tests.includes(`Changed: ${PASSES}`));
    });

    it('are run, one or all: true where what is expected comes out', async function () {
        assert.equal(await run(PASSES), true);
        assert.equal(await run(FAILS), false);
        assert.equal(await run(), false);
        await insert(editor, 'creatinine = 3 mg/dL\n  hemoglobin = 12 g/dL\n  nothing else\n  expect ', 'in');
        assert.equal(await run(FAILS), true);
        assert.equal(await run(), true);
    });

    it('that fail say the reason where they stand', async function () {
        assert.equal(await run(FAILS), false);
        const message = await eventually(
            'the message',
            async () => {
                await vscode.commands.executeCommand('testing.openOutputPeek');
                return vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'vscode-test-data')?.getText();
            },
            (text) => text !== undefined,
        );
        assert.match(message ?? '', /^For cohort SLE:\nExpected eligible, found ineligible because of E-1\.\nE-1:\n/);
        assert.match(message ?? '', /The value is 3\..*By the fact: creatinine = 3 mg\/dL\./s);
    });

    it('says of a title that is not there that it is not', async function () {
        assert.equal(await run('Somebody else'), false);
    });
});
