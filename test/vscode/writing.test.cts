// Commands that help to write, in a real VS Code: a new protocol, the sample, a term, a definition.
import assert = require('node:assert/strict');
import vscode = require('vscode');
import inEditor = require('./in-editor.cjs');

const { behind, closeAll, eventually, findings, given, nameOf, open, textOf } = inEditor;

const isConflict = (found: vscode.Diagnostic): boolean => nameOf(found) === 'cohort-unsatisfiable';
const active = (): vscode.TextEditor => vscode.window.activeTextEditor ?? assert.fail('no editor is active');

/** The command is still waiting for the user while what it did is looked at. */
const begun = (command: string): Promise<unknown> => Promise.resolve(vscode.commands.executeCommand(command));

describe('writing in VS Code', function () {
    afterEach(closeAll);

    it('begins a new protocol with places to fill in', async function () {
        await vscode.commands.executeCommand('crit.newProtocol');
        const { document } = active();
        assert.deepEqual([document.languageId, document.isUntitled], ['crit', true]);
        await vscode.commands.executeCommand('type', { text: 'ABC-1' });
        assert.match(document.getText(), /^protocol ABC-1 "Title of the trial" \{\n/);
        await vscode.commands.executeCommand('jumpToNextSnippetPlaceholder');
        await vscode.commands.executeCommand('type', { text: 'A trial of nothing' });
        assert.match(document.getText(), /^protocol ABC-1 "A trial of nothing" \{\n/);
        const symbols = await eventually(
            'the outline',
            () => given<vscode.DocumentSymbol[] | undefined>('executeDocumentSymbolProvider', document.uri),
            (found) => found?.[0]?.name === 'ABC-1',
        );
        assert.deepEqual(
            symbols?.map(({ name }) => name),
            ['ABC-1', 'MAIN', 'Inclusion criteria', 'Exclusion criteria'],
        );
        assert.deepEqual(
            vscode.languages.getDiagnostics(document.uri).map(({ message }) => message),
            [],
        );
    });

    it('opens the sample, whose contradiction is found and mended', async function () {
        await vscode.commands.executeCommand('crit.openSample');
        const { document } = active();
        assert.ok(document.isUntitled);
        assert.match(document.getText(), /^protocol Sample1 /);
        const conflict = (await findings(document.uri, (found) => found.some(isConflict))).find(isConflict);
        assert.match(conflict?.message ?? '', /RA/);
        const fix = await eventually(
            'a fix',
            async () =>
                (await given<vscode.CodeAction[]>('executeCodeActionProvider', document.uri, conflict?.range, vscode.CodeActionKind.QuickFix.value)).find(
                    ({ isPreferred, edit }) => isPreferred === true && edit !== undefined,
                ),
            (action) => action !== undefined,
        );
        assert.ok(fix?.edit !== undefined && (await vscode.workspace.applyEdit(fix.edit)));
        await findings(document.uri, (found) => !found.some(isConflict));
        const patient = await eventually(
            'a patient',
            () => vscode.commands.executeCommand<string | undefined>('crit.showWitness', document.uri.toString(), 'RA'),
            (shown) => shown !== undefined,
        );
        assert.match(patient ?? '', /in RA \{/);
        assert.equal(await vscode.commands.executeCommand('crit.runPatientCase', document.uri.toString()), true);
    });

    it('inserts a term that is chosen from the list', async function () {
        const editor = await open('trial.crit');
        const before = editor.document.getText();
        const at = behind(editor.document, 'include I-1 "Diagnosis" for SLE {\n  has ');
        editor.selection = new vscode.Selection(at, at.translate(0, 'SLE'.length));
        const done = begun('crit.insertTerm');
        // The terms of the file stand first.
        await eventually(
            'the term',
            async () => {
                await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
                return editor.document.getText();
            },
            (text) => text !== before,
        );
        await done;
        assert.match(editor.document.getText(), /"Diagnosis" for SLE \{\n {2}has kidney marker of ours\n\}/);
    });

    it('gives selected lines a name, and asks for it', async function () {
        const editor = await open('trial.crit');
        const { line } = behind(editor.document, 'hemoglobin >= 8');
        editor.selection = new vscode.Selection(line, 0, line, editor.document.lineAt(line).text.length);
        const done = begun('crit.extractDefinition');
        const text = await eventually(
            'the definition',
            () => editor.document.getText(),
            (now) => now.includes('define '),
        );
        assert.match(text, /define named condition \{\n {2}hemoglobin >= 8 g\/dL\n\}\n/);
        assert.match(text, /include I-2 "Blood" \{\n {4}named condition\n {2}\}/);
        await eventually(
            'the question for a name',
            () => editor.document.lineAt(active().selection.active.line).text,
            (line) => line === 'define named condition {',
        );
        await vscode.commands.executeCommand('cancelRenameInput');
        await done;
        await findings(editor.document.uri, (found) => found.every(({ severity }) => severity !== vscode.DiagnosticSeverity.Error));
    });

    it('extracts nothing where no line of a criterion is selected', async function () {
        const editor = await open('trial.crit');
        const before = editor.document.getText();
        editor.selection = new vscode.Selection(0, 0, 0, 10);
        await vscode.commands.executeCommand('crit.extractDefinition');
        assert.equal(editor.document.getText(), before, textOf(before));
    });
});
