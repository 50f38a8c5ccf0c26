// The extension in a real VS Code: what a protocol writer sees while writing.
import assert = require('node:assert/strict');
import vscode = require('vscode');
import inEditor = require('./in-editor.cjs');

const { behind, eventually, file, findings, insert, nameOf, open, revert, textOf } = inEditor;

const EXTENSION = 'crit-lang.crit-vscode';

describe('Crit in VS Code', function () {
    let editor: vscode.TextEditor;

    before(async function () {
        editor = await open('lupus.crit');
    });
    afterEach(async function () {
        await vscode.window.showTextDocument(editor.document);
        await revert();
    });

    it('wakes up when a .crit file is opened', async function () {
        assert.equal(editor.document.languageId, 'crit');
        await eventually(
            'the extension',
            () => vscode.extensions.getExtension(EXTENSION)?.isActive,
            (active) => active === true,
        );
    });

    it('shows findings as one types, without saving, and takes them back', async function () {
        await findings(editor.document.uri, (found) => found.every(({ severity }) => severity !== vscode.DiagnosticSeverity.Error));
        await insert(editor, 'creatinine <= 1.5 mg/dL', '\n  uses nintedinib');
        const found = await findings(editor.document.uri, (all) => all.some(({ message }) => message.includes('nintedanib')));
        assert.ok(editor.document.isDirty);
        assert.equal(found[0]?.source, 'crit');
        await revert();
        await findings(editor.document.uri, (all) => all.every(({ message }) => !message.includes('nintedanib')));
    });

    it('shows findings of files that were never opened', async function () {
        const found = await findings(file('never-opened.crit'), (all) => all.length > 0);
        assert.ok(found.some((each) => /^(misspelt|unknown)-term$/.test(nameOf(each))));
    });

    it('shows a term on hover', async function () {
        const hovers = await eventually(
            'the hover',
            () => vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', editor.document.uri, behind(editor.document, 'creat')),
            (all) => all.length > 0,
        );
        assert.match(textOf(hovers.map(({ contents }) => contents)), /serum creatinine.*µmol\/L/s);
    });

    it('shows a criterion on hover, in a sentence', async function () {
        const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
            'vscode.executeHoverProvider',
            editor.document.uri,
            behind(editor.document, 'exclude E'),
        );
        assert.match(textOf(hovers.map(({ contents }) => contents)), /rituximab within 6 months before screening/);
    });

    it('completes a name of several words by a synonym', async function () {
        await insert(editor, 'creatinine <= 1.5 mg/dL', '\n  has systemic lu');
        const at = behind(editor.document, 'mg/dL\n  has systemic lu');
        const list = await vscode.commands.executeCommand<vscode.CompletionList>(
            'vscode.executeCompletionItemProvider',
            editor.document.uri,
            at,
            undefined,
            20,
        );
        const item = list.items.find(({ label }) => (typeof label === 'string' ? label : label.label) === 'systemic lupus erythematosus');
        assert.ok(item !== undefined, textOf(list.items.map(({ label }) => label)));
        assert.equal(item.insertText, 'SLE');
        assert.match(textOf(item.documentation), /autoantibodies/);
        const range = item.range instanceof vscode.Range ? item.range : item.range?.inserting;
        assert.equal(range === undefined ? undefined : editor.document.getText(range), 'systemic lu');
    });

    it('takes the word that is chosen from the list', async function () {
        await insert(editor, 'creatinine <= 1.5 mg/dL', '\n  has systemic lupus eryth');
        const at = behind(editor.document, 'mg/dL\n  has systemic lupus eryth');
        editor.selection = new vscode.Selection(at, at);
        await vscode.commands.executeCommand('editor.action.triggerSuggest');
        const before = editor.document.getText();
        await eventually(
            'the completion',
            async () => {
                await vscode.commands.executeCommand('acceptSelectedSuggestion');
                return editor.document.getText();
            },
            (text) => text !== before,
        );
        assert.match(editor.document.getText(), /mg\/dL\n {2}has SLE\n/);
    });

    it('leads to a cohort, and to a shipped term in the vocabulary', async function () {
        const definitions = (piece: string): Thenable<vscode.LocationLink[]> =>
            vscode.commands.executeCommand<vscode.LocationLink[]>('vscode.executeDefinitionProvider', editor.document.uri, behind(editor.document, piece));
        const [cohort] = await definitions('"Diagnosis" for S');
        assert.equal(cohort?.targetUri.toString(), editor.document.uri.toString());
        const [term] = await definitions('used ritux');
        assert.equal(term?.targetUri.scheme, 'crit-vocabulary');
        const vocabulary = await vscode.workspace.openTextDocument(term.targetUri);
        assert.match(vocabulary.lineAt(term.targetSelectionRange?.start.line ?? 0).text, /^drug rituximab/);
        assert.equal(vocabulary.languageId, 'crit');
    });

    it('outlines the protocol', async function () {
        const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', editor.document.uri);
        assert.deepEqual(
            symbols.map(({ name }) => name),
            ['Lupus1', 'SLE', 'Inclusion criteria', 'Exclusion criteria'],
        );
        assert.deepEqual(
            symbols[2]?.children.map(({ name }) => name),
            ['I-1', 'I-2'],
        );
    });

    it('formats the file', async function () {
        await insert(editor, 'creatinine <= 1.5 mg/dL', '\n        has    SLE');
        await vscode.commands.executeCommand('editor.action.formatDocument');
        await eventually(
            'the formatted text',
            () => editor.document.getText(),
            (text) => text.includes('mg/dL\n  has SLE\n'),
        );
    });

    it('mends a finding with a fix, and the finding goes away', async function () {
        await insert(editor, 'creatinine <= 1.5 mg/dL', '\n  uses nintedinib');
        const [found] = (await findings(editor.document.uri, (all) => all.some(({ message }) => message.includes('nintedanib')))).filter(({ message }) =>
            message.includes('nintedanib'),
        );
        assert.ok(found !== undefined);
        const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
            'vscode.executeCodeActionProvider',
            editor.document.uri,
            found.range,
            vscode.CodeActionKind.QuickFix.value,
        );
        const edit = actions.find(({ title }) => title.includes('nintedanib'))?.edit;
        assert.ok(edit !== undefined, textOf(actions.map(({ title }) => title)));
        assert.ok(await vscode.workspace.applyEdit(edit));
        await findings(editor.document.uri, (all) => all.every(({ message }) => !message.includes('nintedinib')));
        assert.match(editor.document.getText(), /uses nintedanib/);
    });

    it('folds blocks', async function () {
        const ranges = await vscode.commands.executeCommand<vscode.FoldingRange[]>('vscode.executeFoldingRangeProvider', editor.document.uri);
        assert.ok(
            ranges.some(({ start, end }) => start === 1 && end === 4),
            textOf(ranges),
        );
    });
});
