// What is found in all files by a part of its name or title.
import assert from 'node:assert/strict';
import { workspaceSymbols } from '@crit-lang/server/features/workspace-symbols.js';
import { PROTOCOL, openedFile } from './opened-file.js';

const opened = () =>
    openedFile(PROTOCOL, {
        'other.crit':
            'for SLE {\n  include O-1 "Stroke in the family" { has stroke }\n}\ndefine recent stroke { had stroke within 6 months before screening }\n',
    });

const names = async (query: string): Promise<string[]> => (await workspaceSymbols(opened().workspace, query)).map(({ name }) => name);

describe('workspace symbols', function () {
    it('are found by name or title, in files never opened too, those that begin with it first', async function () {
        assert.deepEqual((await names('stroke')).sort(), ['E-1 Stroke (for SLE)', 'O-1 Stroke in the family', 'recent stroke definition']);
        assert.deepEqual(await names('i-1'), ['I-1 Kidney function']);
        assert.equal((await names('rec'))[0], 'recent stroke definition');
    });

    it('are found by letters in their order, and not by others', async function () {
        assert.deepEqual(await names('kdnfn'), ['I-1 Kidney function']);
        assert.deepEqual(await names('xyzxyz'), []);
    });

    it('have no headings among them, and know where they stand', async function () {
        const all = await workspaceSymbols(opened().workspace, '');
        assert.ok(!all.some(({ name }) => /criteria|^for /.test(name)));
        const inSection = all.find(({ name }) => name.startsWith('O-1'));
        assert.deepEqual([inSection?.containerName, inSection?.location.uri], ['for SLE', 'file:///trial/other.crit']);
    });

    it('follow edits', async function () {
        const { workspace, uri } = opened();
        assert.equal((await workspaceSymbols(workspace, 'kidney')).length, 1);
        workspace.setOpenText(uri, PROTOCOL.replace('Kidney', 'Liver'), 2);
        assert.equal((await workspaceSymbols(workspace, 'kidney')).length, 0);
        assert.equal((await workspaceSymbols(workspace, 'liver')).length, 1);
    });
});
