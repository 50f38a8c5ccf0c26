// The extension in VS Code for the Web: without Node, on files that are in no folder of the machine, and as it is seen on the page.
import assert = require('node:assert/strict');
import vscode = require('vscode');
import inEditor = require('../in-editor.cjs');

const { behind, closeAll, eventually, file, findings, given, insert, nameOf, open, textOf } = inEditor;

interface Wanted {
    selector?: string;
    text?: string;
    inWebview?: boolean;
    loaded?: string;
}

let looks = 0;

/** Has somebody look at the page, which tests cannot see themselves (test/web-host/onlooker.mjs); gives what was seen there. */
async function seen(wanted: Wanted): Promise<unknown> {
    const id = ++looks;
    console.log(`CRIT-LOOK ${JSON.stringify({ id, wanted })}`);
    const extension = vscode.extensions.getExtension('crit-lang.crit-vscode');
    assert.ok(extension !== undefined);
    const answer = vscode.Uri.joinPath(extension.extensionUri, `seen-${id}.json`).toString(true);
    const response = await eventually(
        JSON.stringify(wanted),
        () => fetch(answer),
        ({ ok }) => ok,
    );
    const found = (await response.json()) as { seen?: unknown; missing?: string };
    return 'seen' in found ? found.seen : assert.fail(found.missing);
}

describe('Crit in VS Code for the Web', function () {
    afterEach(closeAll);

    it('runs in a worker of a browser, where nothing of Node is', function () {
        assert.equal(vscode.env.uiKind, vscode.UIKind.Web);
        assert.equal(vscode.env.remoteName, undefined);
        assert.deepEqual(
            ['process', 'Buffer', 'window', 'WorkerGlobalScope'].map((name) => name in globalThis),
            [false, false, false, true],
        );
        assert.notEqual(file('.').scheme, 'file');
    });

    it('proves a contradiction in a worker of its own', async function () {
        const { document } = await open('conflict.crit');
        await findings(document.uri, (all) => all.some((each) => nameOf(each) === 'cohort-unsatisfiable'));
        assert.ok(Number(await seen({ loaded: '/dist/web/analysis.js' })) > 0);
    });

    it('says in the status bar what is known of the file', async function () {
        await open('conflict.crit');
        await seen({ selector: '.statusbar-item', text: 'Crit: 1 problem' });
        await open('lupus.crit');
        await seen({ selector: '.statusbar-item', text: 'Crit: proved' });
    });

    it('shows the protocol in the preview', async function () {
        await open('lupus.crit');
        await vscode.commands.executeCommand('crit.showPreview');
        await seen({ selector: '[role=tabpanel]', text: 'Inclusion Criteria', inWebview: true });
        await seen({ selector: '[data-criterion="I-2"]', text: 'creatinine', inWebview: true });
    });

    it('analyses a new file, which is stored nowhere', async function () {
        const conflict = new TextDecoder().decode(await vscode.workspace.fs.readFile(file('conflict.crit')));
        const document = await vscode.workspace.openTextDocument({ language: 'crit', content: conflict });
        const found = await findings(document.uri, (all) => all.some((each) => nameOf(each) === 'cohort-unsatisfiable'));
        assert.ok(found.length > 0);
    });

    it('takes up a file that is added to the folder, and forgets it when it is deleted', async function () {
        const added = file('added.crit');
        await vscode.workspace.fs.copy(file('conflict.crit'), added, { overwrite: true });
        await findings(added, (all) => all.some((each) => nameOf(each) === 'cohort-unsatisfiable'));
        await vscode.workspace.fs.delete(added);
        await findings(added, (all) => all.length === 0);
    });

    it('follows an imported file that nobody opened', async function () {
        const { document } = await open('trial.crit');
        const shared = file('shared/cohorts.crit');
        const before = await vscode.workspace.fs.readFile(shared);
        await findings(document.uri, (all) => all.every(({ severity }) => severity !== vscode.DiagnosticSeverity.Error));
        await vscode.workspace.fs.writeFile(shared, new TextEncoder().encode(''));
        await findings(document.uri, (all) => all.some(({ severity }) => severity === vscode.DiagnosticSeverity.Error));
        await vscode.workspace.fs.writeFile(shared, before);
        await findings(document.uri, (all) => all.every(({ severity }) => severity !== vscode.DiagnosticSeverity.Error));
    });

    it('says that the server cannot be restarted, and goes on', async function () {
        const { document } = await open('lupus.crit');
        await vscode.commands.executeCommand('crit.restartServer');
        const hovers = await eventually(
            'the hover',
            () => given<vscode.Hover[]>('executeHoverProvider', document.uri, behind(document, 'creat')),
            (all) => all.length > 0,
        );
        assert.match(textOf(hovers.map(({ contents }) => contents)), /serum creatinine/);
    });

    it('checks a file of another file system as it is typed', async function () {
        const editor = await open('lupus.crit');
        await insert(editor, 'creatinine <= 1.5 mg/dL', '\n  uses nintedinib');
        await findings(editor.document.uri, (all) => all.some(({ message }) => message.includes('nintedanib')));
    });
});
