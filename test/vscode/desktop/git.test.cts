// A protocol compared in a real VS Code with what was committed last, which needs Git and so a desktop or a server.
import assert = require('node:assert/strict');
import childProcess = require('node:child_process');
import vscode = require('vscode');
import inEditor = require('../in-editor.cjs');

const { closeAll, differences, eventually, file, open } = inEditor;

describe('comparing with Git in VS Code', function () {
    afterEach(closeAll);

    it('compares with what was committed last', async function () {
        const folder = file('repository');
        const git = (...args: string[]): void =>
            void childProcess.execFileSync('git', ['-c', 'user.name=Nobody', '-c', 'user.email=nobody@example.org', ...args], {
                cwd: folder.fsPath,
                stdio: 'pipe',
            });
        await vscode.workspace.fs.createDirectory(folder);
        await vscode.workspace.fs.copy(file('lupus-earlier.crit'), file('repository/lupus.crit'));
        git('init', '--quiet');
        git('add', 'lupus.crit');
        git('commit', '--quiet', '--no-gpg-sign', '--message', 'First version');
        await vscode.workspace.fs.copy(file('lupus.crit'), file('repository/lupus.crit'), { overwrite: true });
        await open('repository/lupus.crit');
        const report = await eventually(
            'the comparison',
            () => vscode.commands.executeCommand<string | undefined>('crit.compareWithHead'),
            (shown) => shown !== undefined,
        );
        assert.match(report ?? '', /I-2/);
        assert.deepEqual(differences(), ['lupus.crit: repository/lupus.crit as committed ↔ now']);
        await vscode.workspace.fs.delete(folder, { recursive: true });
    });
});
