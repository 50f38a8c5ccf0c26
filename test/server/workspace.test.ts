// What an edit reaches: the edited file and those that import it, nothing else.
import assert from 'node:assert/strict';
import { memoryFiles } from '@crit-lang/server/workspace/memory-files.js';
import { Workspace } from '@crit-lang/server/workspace/workspace.js';
import { FOLDER } from './opened-file.js';

const inFolder = (name: string): string => `${FOLDER}/${name}`;

function workspaceOf(files: Map<string, string>): Workspace {
    const workspace = new Workspace(memoryFiles(files));
    workspace.addFolder(FOLDER);
    workspace.readFolder(FOLDER);
    return workspace;
}

/** Names of the files that the last changes reach; all are compiled, as the server does. */
function reached(workspace: Workspace): string[] {
    const uris = workspace.takeStale();
    for (const uri of uris) workspace.compilation(uri);
    return uris.map((uri) => uri.slice(FOLDER.length + 1)).sort();
}

const problems = (workspace: Workspace, name: string): string[] =>
    workspace.compilation(inFolder(name))?.diagnostics.map((found) => found.name) ?? ['no such file'];

describe('workspace', function () {
    const files = (): Map<string, string> =>
        new Map([
            [inFolder('base.crit'), 'condition Muller disease {}'],
            [inFolder('middle.crit'), 'import "base.crit"\ncondition Mayer disease { is a Muller disease }'],
            [inFolder('top.crit'), 'import "middle.crit"\ninclude I-1 "One" { has Muller disease }'],
            [inFolder('other.crit'), 'include I-1 "One" { has Muller disease }'],
        ]);

    it('takes in the files of a folder, never opened ones too', function () {
        const workspace = workspaceOf(files());
        assert.deepEqual(reached(workspace), ['base.crit', 'middle.crit', 'other.crit', 'top.crit']);
        assert.deepEqual(
            problems(workspace, 'top.crit').filter((name) => name === 'unknown-term'),
            [],
        );
        assert.deepEqual(
            problems(workspace, 'other.crit').filter((name) => name === 'unknown-term'),
            ['unknown-term'],
        );
        assert.deepEqual(reached(workspace), []);
    });

    it('an edit reaches the file and all that import it, and nothing else', function () {
        const workspace = workspaceOf(files());
        reached(workspace);
        const before = workspace.compilation(inFolder('other.crit'));
        workspace.setOpenText(inFolder('base.crit'), 'condition Schulze disease {}', 1);
        assert.deepEqual(reached(workspace), ['base.crit', 'middle.crit', 'top.crit']);
        assert.ok(problems(workspace, 'top.crit').includes('unknown-term'));
        assert.equal(workspace.compilation(inFolder('other.crit')), before);
    });

    it('follows imports as they are written and taken out', function () {
        const workspace = workspaceOf(files());
        reached(workspace);
        workspace.setOpenText(inFolder('other.crit'), 'import "base.crit"\ninclude I-1 "One" { has Muller disease }', 1);
        reached(workspace);
        workspace.setOpenText(inFolder('base.crit'), 'condition Muller disease {}\n', 1);
        assert.ok(reached(workspace).includes('other.crit'));
        workspace.setOpenText(inFolder('other.crit'), '', 2);
        reached(workspace);
        workspace.setOpenText(inFolder('base.crit'), 'condition Muller disease {}', 2);
        assert.ok(!reached(workspace).includes('other.crit'));
    });

    it('tells the importers when an imported file appears or is deleted', function () {
        const onDisk = new Map([[inFolder('top.crit'), 'import "later.crit"\ninclude I-1 "One" { has Muller disease }']]);
        const workspace = workspaceOf(onDisk);
        reached(workspace);
        assert.ok(problems(workspace, 'top.crit').includes('import-not-found'));
        onDisk.set(inFolder('later.crit'), 'condition Muller disease {}');
        workspace.refresh(inFolder('later.crit'));
        assert.deepEqual(reached(workspace), ['later.crit', 'top.crit']);
        assert.ok(!problems(workspace, 'top.crit').includes('import-not-found'));
        onDisk.delete(inFolder('later.crit'));
        workspace.refresh(inFolder('later.crit'));
        assert.deepEqual(reached(workspace), ['later.crit', 'top.crit']);
        assert.ok(problems(workspace, 'top.crit').includes('import-not-found'));
    });

    it('leaves out installed packages and hidden folders, unless a file imports from there', function () {
        const onDisk = new Map([[inFolder('top.crit'), 'import "node_modules/terms/terms.crit"\ninclude I-1 "One" { has Muller disease }']]);
        const workspace = workspaceOf(onDisk);
        reached(workspace);
        for (const name of ['node_modules/terms/terms.crit', '.hidden/other.crit']) {
            onDisk.set(inFolder(name), 'condition Muller disease {}');
            workspace.refresh(inFolder(name));
        }
        assert.deepEqual(reached(workspace), ['node_modules/terms/terms.crit', 'top.crit']);
    });

    it('goes back to what is on disk when a file is closed', function () {
        const workspace = workspaceOf(files());
        workspace.setOpenText(inFolder('base.crit'), 'condition Schulze disease {}', 1);
        reached(workspace);
        workspace.close(inFolder('base.crit'));
        assert.deepEqual(reached(workspace), ['base.crit', 'middle.crit', 'top.crit']);
        assert.equal(workspace.file(inFolder('base.crit'))?.text, 'condition Muller disease {}');
    });

    it('forgets a file outside of all folders when it is closed', function () {
        const workspace = workspaceOf(new Map());
        workspace.setOpenText('untitled:Untitled-1', 'include I-1 "One" { has SLE }', 1);
        assert.ok(workspace.compilation('untitled:Untitled-1') !== undefined);
        workspace.close('untitled:Untitled-1');
        assert.equal(workspace.file('untitled:Untitled-1'), undefined);
    });

    it('survives files that import each other or themselves', function () {
        const workspace = workspaceOf(
            new Map([
                [inFolder('a.crit'), 'import "b.crit"'],
                [inFolder('b.crit'), 'import "a.crit"\nimport "b.crit"'],
            ]),
        );
        assert.deepEqual(reached(workspace), ['a.crit', 'b.crit']);
        workspace.setOpenText(inFolder('a.crit'), 'import "b.crit"\n', 1);
        assert.deepEqual(reached(workspace), ['a.crit', 'b.crit']);
    });

    it('does not follow imports out of the folder', function () {
        const outside = new Map([
            ['file:///secret.crit', 'condition Muller disease {}'],
            [inFolder('a.crit'), 'import "../secret.crit"\ninclude I-1 "One" { has Muller disease }'],
        ]);
        const workspace = workspaceOf(outside);
        assert.ok(problems(workspace, 'a.crit').includes('import-not-found'));
        assert.equal(workspace.file('file:///secret.crit'), undefined);
    });

    it('knows a file by one name, however the editor escapes it', function () {
        const workspace = workspaceOf(new Map());
        workspace.setOpenText('file:///trial/caf%C3%A9%20%5B1%5D.crit', 'include I-1 "One" { has SLE }', 1);
        assert.equal(workspace.file('file:///trial/café [1].crit')?.version, 1);
    });
});
