// When findings are published: soon after the last edit, what was edited first, one file after the other, whatever goes wrong with one.
import assert from 'node:assert/strict';
import { DiagnosticsLoop } from '@crit-lang/server/connection/diagnostics-loop.js';
import { DEFAULT_SETTINGS, settingsFrom } from '@crit-lang/server/connection/settings.js';
import { memoryFiles } from '@crit-lang/server/workspace/memory-files.js';
import { Workspace } from '@crit-lang/server/workspace/workspace.js';
import { ToyClock } from './toy-clock.js';

const FOLDER = 'file:///trial';

function started(cost = 0, broken = '') {
    const clock = new ToyClock();
    const workspace = new Workspace(memoryFiles(new Map(['a', 'b', 'c'].map((name) => [`${FOLDER}/${name}.crit`, `include ${name} "x" { has unheard-of }`]))));
    workspace.addFolder(FOLDER);
    workspace.readFolder(FOLDER);
    const published: string[] = [];
    const failed: string[] = [];
    const nameOf = (uri: string): string => uri.slice(FOLDER.length + 1).replace('.crit', '');
    const loop = new DiagnosticsLoop({
        workspace,
        clock,
        check: (uri) => {
            clock.pass(cost);
            if (nameOf(uri) === broken) throw new Error('a defect');
            const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
            return workspace.file(uri)?.text.includes('unheard-of') === true ? [{ range, message: 'unknown' }] : [];
        },
        publish: (uri, diagnostics, version) => published.push(`${nameOf(uri)} ${version ?? '-'}: ${diagnostics.length}`),
        failed: (uri) => failed.push(nameOf(uri)),
    });
    const edit = (name: string, text: string, version: number): void => {
        workspace.setOpenText(`${FOLDER}/${name}.crit`, text, version);
        loop.soon();
    };
    return { clock, workspace, loop, published, failed, edit };
}

describe('the loop that publishes findings', function () {
    it('publishes every file of the folder, open ones first', function () {
        const { clock, published, edit } = started();
        edit('c', 'include c "x" { has unheard-of }', 1);
        clock.pass(1000);
        assert.deepEqual(published, ['c 1: 1', 'a -: 1', 'b -: 1']);
    });

    it('waits for a pause in typing, and publishes the last text only', function () {
        const { clock, published, edit } = started();
        for (let version = 1; version <= 5; version++) {
            edit('a', `include a "x" { has unheard-of${version} }`, version);
            clock.pass(1);
        }
        assert.equal(published.length, 0);
        clock.pass(1000);
        assert.deepEqual(
            published.filter((line) => line.startsWith('a')),
            ['a 5: 1'],
        );
    });

    it('waits longer between edits that follow each other when checking takes long, within bounds', function () {
        const { clock, edit } = started(120);
        edit('a', 'include a "x" { has unheard-of }', 1);
        clock.pass(1000);
        edit('a', 'include a "x" { has unheard-of2 }', 2);
        clock.pass(1);
        clock.delays.length = 0;
        edit('a', 'include a "x" { has unheard-of3 }', 3);
        assert.deepEqual(clock.delays, [120]);
    });

    it('checks the first edit after a rest at once, however long checking takes', function () {
        const { clock, edit } = started(120);
        edit('a', 'include a "x" { has unheard-of }', 1);
        clock.pass(1000);
        clock.delays.length = 0;
        edit('a', 'include a "x" { has unheard-of2 }', 2);
        assert.deepEqual(clock.delays, [2]);
    });

    it('takes findings back, and says nothing of closed files that have none', function () {
        const { clock, published, edit, workspace, loop } = started();
        loop.soon();
        clock.pass(1000);
        published.length = 0;
        edit('a', 'include a "x" { has SLE }', 1);
        clock.pass(1000);
        assert.deepEqual(published, ['a 1: 0']);
        workspace.close(`${FOLDER}/a.crit`);
        loop.soon();
        clock.pass(1000);
        assert.deepEqual(published, ['a 1: 0', 'a -: 1']);
    });

    it('goes on when one file meets a defect', function () {
        const { clock, published, failed, loop } = started(0, 'a');
        loop.soon();
        clock.pass(1000);
        assert.deepEqual(failed, ['a']);
        assert.deepEqual(published, ['b -: 1', 'c -: 1']);
    });
});

describe('settings', function () {
    it('are taken from options and from changes, with or without their section', function () {
        const url = 'https://example.org/{name}';
        assert.equal(settingsFrom({ documentationUrl: url }, DEFAULT_SETTINGS).documentationUrl, url);
        assert.equal(settingsFrom({ crit: { documentationUrl: url } }, DEFAULT_SETTINGS).documentationUrl, url);
        assert.equal(settingsFrom({ crit: { documentationUrl: '' } }, { ...DEFAULT_SETTINGS, documentationUrl: url }).documentationUrl, null);
    });

    it('stay as they are when nonsense arrives', function () {
        for (const given of [null, undefined, 5, 'x', [], { crit: null }, { documentationUrl: 7, vocabularyDocuments: 'yes' }])
            assert.deepEqual(settingsFrom(given, DEFAULT_SETTINGS), DEFAULT_SETTINGS);
        assert.equal(settingsFrom({ documentationUrl: 'javascript:alert(1)' }, DEFAULT_SETTINGS).documentationUrl, null);
    });
});
