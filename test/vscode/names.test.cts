// Names in a real VS Code: renamed, found and looked up in all files of the folder, also in those that nobody opened.
import assert = require('node:assert/strict');
import vscode = require('vscode');
import inEditor = require('./in-editor.cjs');

const { behind, closeAll, eventually, file, findings, given, open } = inEditor;

const COHORT = 'include I-1 "Diagnosis" for SL';
const shared = file('shared/cohorts.crit');
const companion = file('companion.crit');

const pathsOf = (uris: readonly vscode.Uri[]): string[] => [...new Set(uris.map((uri) => vscode.workspace.asRelativePath(uri)))].sort();
const opened = (uri: vscode.Uri): boolean => vscode.workspace.textDocuments.some((document) => document.uri.toString() === uri.toString());

describe('names in VS Code', function () {
    let document: vscode.TextDocument;

    beforeEach(async function () {
        ({ document } = await open('trial.crit'));
        // Only what is checked is known.
        await eventually(
            'the cohort',
            () => given<vscode.LocationLink[]>('executeDefinitionProvider', document.uri, behind(document, COHORT)),
            (found) => found.length > 0,
        );
    });
    afterEach(closeAll);

    it('renames a cohort in all files, also in those that nobody opened', async function () {
        assert.deepEqual([opened(shared), opened(companion)], [false, false]);
        const edit = await given<vscode.WorkspaceEdit>('executeDocumentRenameProvider', document.uri, behind(document, COHORT), 'Lupus');
        assert.deepEqual(pathsOf(edit.entries().map(([uri]) => uri)), ['companion.crit', 'shared/cohorts.crit', 'trial.crit']);
        assert.ok(await vscode.workspace.applyEdit(edit));
        const text = async (uri: vscode.Uri): Promise<string> => (await vscode.workspace.openTextDocument(uri)).getText();
        assert.match(await text(shared), /^cohort Lupus "Systemic lupus erythematosus" with SLE$/m);
        assert.match(await text(companion), /^include I-1 "Blood" for Lupus \{$/m);
        // The disease of the same name keeps its name.
        assert.match(document.getText(), /for Lupus \{\n {2}has SLE\n/);
        assert.match(document.getText(), /^patient "A woman who meets every criterion" in Lupus \{$/m);
        for (const uri of [document.uri, shared, companion])
            await findings(uri, (found) => found.every(({ severity }) => severity !== vscode.DiagnosticSeverity.Error));
    });

    it('says why a name cannot be renamed', async function () {
        await assert.rejects(
            async () => given('prepareRename', document.uri, behind(document, 'for SLE {\n  has SL')),
            /term of the vocabulary that comes with Crit and keeps its name/,
        );
        await assert.rejects(async () => given('executeDocumentRenameProvider', document.uri, behind(document, 'include I-'), 'E-1'), /'E-1' is taken/);
    });

    it('lists every place that names a cohort, and marks those of the file', async function () {
        const places = await given<vscode.Location[]>('executeReferenceProvider', document.uri, behind(document, COHORT));
        assert.deepEqual(pathsOf(places.map(({ uri }) => uri)), ['companion.crit', 'shared/cohorts.crit', 'trial.crit']);
        const here = places.filter(({ uri }) => uri.toString() === document.uri.toString());
        assert.deepEqual([...new Set(here.map(({ range }) => document.getText(range)))], ['SLE']);
        const marked = await given<vscode.DocumentHighlight[]>('executeDocumentHighlights', document.uri, behind(document, COHORT));
        const lines = (ranges: readonly vscode.Range[]): number[] => ranges.map(({ start }) => start.line).sort((a, b) => a - b);
        assert.deepEqual(lines(marked.map(({ range }) => range)), lines(here.map(({ range }) => range)));
        assert.equal(marked.length, 5);
    });

    it('finds criteria and definitions of all files by some of their letters', async function () {
        const found = async (query: string): Promise<string[]> =>
            (await given<vscode.SymbolInformation[]>('executeWorkspaceSymbolProvider', query))
                .filter(({ location }) => location.uri.path.endsWith('.crit'))
                .map(({ name, location }) => `${vscode.workspace.asRelativePath(location.uri)}: ${name}`);
        assert.deepEqual(await found('high creat'), ['shared/cohorts.crit: high creatinine definition']);
        assert.match((await found('Companion1')).join(), /^companion\.crit: Companion1/);
    });
});
