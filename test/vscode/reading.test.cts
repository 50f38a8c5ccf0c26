// What VS Code shows in and around the text of a protocol: lenses, hints, colours, links, parameters.
import assert = require('node:assert/strict');
import vscode = require('vscode');
import inEditor = require('./in-editor.cjs');

const { behind, closeAll, eventually, file, findings, given, insert, nameOf, open, textOf } = inEditor;

describe('what VS Code shows in a protocol', function () {
    let document: vscode.TextDocument;
    let editor: vscode.TextEditor;

    const lenses = (): Thenable<vscode.CodeLens[]> => given('executeCodeLensProvider', document.uri, 100);
    const titled = (all: readonly vscode.CodeLens[], title: string): vscode.Command | undefined => all.find(({ command }) => command?.title === title)?.command;
    const whole = (): vscode.Range => new vscode.Range(0, 0, document.lineCount, 0);

    async function begin(name: string): Promise<void> {
        editor = await open(name);
        document = editor.document;
    }

    afterEach(closeAll);

    it('has lenses that run a case and open the preview', async function () {
        await begin('trial.crit');
        const all = await eventually('the lenses', lenses, (found) => titled(found, 'Run') !== undefined);
        assert.deepEqual(
            all.map(({ command, range }) => [range.start.line, command?.title]),
            [
                [3, 'Preview'],
                [document.positionAt(document.getText().indexOf('patient "A woman who meets')).line, 'Run'],
                [document.positionAt(document.getText().indexOf('patient "A woman whose')).line, 'Run'],
            ],
        );
        const run = titled(all, 'Run');
        assert.equal(run === undefined ? undefined : await vscode.commands.executeCommand<boolean>(run.command, ...(run.arguments as unknown[])), true);
        const preview = titled(all, 'Preview');
        assert.ok(preview !== undefined);
        await vscode.commands.executeCommand(preview.command, ...(preview.arguments as unknown[]));
        await eventually('the preview', inEditor.tabs, (tabs) => tabs.some(({ label }) => label === 'Preview: trial.crit'));
    });

    it('has lenses that lead to a conflict, and show a patient where there is one', async function () {
        await begin('conflict.crit');
        const all = await eventually(
            'the lenses of the analysis',
            lenses,
            (found) => titled(found, 'Nobody can qualify') !== undefined && titled(found, 'Show an example patient') !== undefined,
        );
        assert.ok(titled(all, 'Conflicts with E-1') !== undefined, textOf(all.map(({ command }) => command?.title)));
        const conflict = titled(all, 'Conflicts with I-3');
        assert.ok(conflict !== undefined, textOf(all.map(({ command }) => command?.title)));
        const found = (await findings(document.uri, (known) => known.some((each) => nameOf(each) === 'cohort-unsatisfiable'))).find(
            (each) => nameOf(each) === 'cohort-unsatisfiable',
        );
        editor.selection = new vscode.Selection(0, 0, 0, 0);
        await vscode.commands.executeCommand(conflict.command, ...(conflict.arguments as unknown[]));
        assert.equal(vscode.window.activeTextEditor?.selection.start.line, found?.range.start.line);
        const patient = titled(all, 'Show an example patient');
        assert.ok(patient !== undefined);
        assert.match(await vscode.commands.executeCommand<string>(patient.command, ...(patient.arguments as unknown[])), /^patient ".*" in RA \{/);
    });

    it('has hints: the other unit, the time that counts, the cohorts of a section', async function () {
        await begin('trial.crit');
        const hints = await eventually(
            'the hints',
            () => given<vscode.InlayHint[]>('executeInlayHintProvider', document.uri, whole()),
            (found) => found.length > 0,
        );
        const labels = hints.map(({ label, position }) => {
            const shown = typeof label === 'string' ? label : label.map(({ value }) => value).join('');
            return `${document.lineAt(position.line).text.slice(0, position.character).trim()} ‹${shown}›`;
        });
        assert.ok(labels.includes('has SLE ‹at screening›'), textOf(labels));
        assert.ok(labels.includes('include I-2 "Blood" ‹for SLE›'), textOf(labels));
        assert.ok(labels.includes('hemoglobin >= 8 g/dL ‹= 80 g/L›'), textOf(labels));
    });

    it('colours what a name is', async function () {
        await begin('trial.crit');
        const legend = await eventually(
            'the legend',
            () => given<vscode.SemanticTokensLegend | undefined>('provideDocumentSemanticTokensLegend', document.uri),
            (known) => known !== undefined,
        );
        const { data } = await given<vscode.SemanticTokens>('provideDocumentSemanticTokens', document.uri);
        let at = new vscode.Position(0, 0);
        const words = new Map<string, string>();
        for (let index = 0; index < data.length; index += 5) {
            const [line = 0, start = 0, length = 0, type = 0, modifiers = 0] = data.slice(index, index + 5);
            at = line === 0 ? at.translate(0, start) : new vscode.Position(at.line + line, start);
            const own = legend?.tokenModifiers.filter((_, bit) => (modifiers & (1 << bit)) !== 0) ?? [];
            words.set(document.getText(new vscode.Range(at, at.translate(0, length))), [legend?.tokenTypes[type], ...own].join('.'));
        }
        assert.equal(words.get('hemoglobin'), 'type.defaultLibrary.measurement');
        assert.equal(words.get('high creatinine'), 'function');
        assert.equal(words.get('g/dL'), 'number.unit');
    });

    it('links the trial, the codes and the imported file', async function () {
        await begin('trial.crit');
        const links = await eventually(
            'the links',
            () => given<vscode.DocumentLink[]>('executeLinkProvider', document.uri, 100),
            (found) => found.length >= 3,
        );
        assert.deepEqual(
            links.map(({ range, target }) => [document.getText(range), target?.toString(true)]),
            [
                ['shared/cohorts.crit', file('shared/cohorts.crit').toString(true)],
                ['NCT01234567', 'https://clinicaltrials.gov/study/NCT01234567'],
                ['loinc:2160-0', 'https://loinc.org/2160-0'],
            ],
        );
    });

    it('shows the parameters of a definition while its values are typed', async function () {
        await begin('trial.crit');
        const help = await eventually(
            'the parameters',
            () => given<vscode.SignatureHelp | undefined>('executeSignatureHelpProvider', document.uri, behind(document, 'high creatinine('), '('),
            (known) => known !== undefined,
        );
        assert.deepEqual(
            help?.signatures.map(({ label }) => label),
            ['high creatinine(limit)'],
        );
    });

    it('formats what is selected, and leaves the rest', async function () {
        await begin('trial.crit');
        await insert(editor, 'for SLE {\n', '      has    SLE\n');
        await insert(editor, 'high creatinine(2 mg/dL)', '\n      high   creatinine(3 mg/dL)');
        const line = behind(document, 'high   creatinine').line;
        const edits = await given<vscode.TextEdit[]>('executeFormatRangeProvider', document.uri, new vscode.Range(line, 0, line, 40), {
            tabSize: 2,
            insertSpaces: true,
        });
        const edit = new vscode.WorkspaceEdit();
        edit.set(document.uri, edits);
        assert.ok(await vscode.workspace.applyEdit(edit));
        assert.match(document.getText(), /^ {2}high creatinine\(3 mg\/dL\)$/m);
        assert.match(document.getText(), /^ {6}has {4}SLE$/m);
    });
});
