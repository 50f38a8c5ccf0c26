// What changed in meaning from another version of the file.
import assert from 'node:assert/strict';
import { compareWith } from '@crit-lang/server/features/compare.js';
import { analysisOf } from './analysed-file.js';
import { PROTOCOL, openedFile } from './opened-file.js';

describe('comparison with another version', function () {
    it('says of each criterion and cohort what changed, with patients and places', async function () {
        const { workspace, uri, analysed, finish } = analysisOf(openedFile(PROTOCOL));
        const old = `// One line more.\n${PROTOCOL.replace('creatinine <= 1.5', 'creatinine <= 2')}`;
        const asked = compareWith(workspace, { uri, otherText: old, otherName: 'version of May' }, analysed);
        finish();
        const diff = await asked;
        assert.ok(!('problem' in diff), JSON.stringify(diff));
        const changed = diff.criteria.find((change) => change.new === 'I-1');
        assert.deepEqual([changed?.change, changed?.title], ['narrowed', 'Kidney function']);
        assert.equal((changed?.oldRange?.start.line ?? 0) - (changed?.newRange?.start.line ?? 0), 1);
        assert.match(changed?.lost?.text ?? '', /creatinine/);
        assert.match(diff.markdown, /^# Summary of changes: A trial\n\nFrom `version of May` to `trial\.crit`\. /);
        assert.match(diff.markdown, /\| I-1<br>Kidney function \| \*\*narrowed\*\*/);
        assert.deepEqual(
            diff.cohorts.map(({ id, change }) => [id, change]),
            [
                ['SLE', 'narrowed'],
                ['RA', 'narrowed'],
            ],
        );
    });

    it('sees the imports of the other version as they are now', async function () {
        const { workspace, uri, analysed, finish } = analysisOf(
            openedFile('import "terms.crit"\ninclude I-1 { has Muller disease }\n', { 'terms.crit': 'condition Muller disease {}' }),
        );
        const asked = compareWith(workspace, { uri, otherText: 'import "terms.crit"\ninclude I-1 { has Muller disease or has stroke }\n' }, analysed);
        finish();
        const diff = await asked;
        assert.ok(!('problem' in diff), JSON.stringify(diff));
        assert.deepEqual(
            diff.criteria.map(({ change }) => change),
            ['narrowed'],
        );
    });

    it('is refused where a version has errors or there is no file', async function () {
        const { workspace, uri, analysed } = analysisOf(openedFile(PROTOCOL));
        const problem = async (file: string, otherText: string): Promise<string> =>
            JSON.stringify(await compareWith(workspace, { uri: file, otherText }, analysed));
        assert.match(await problem(uri, 'include I-1 { has unheard-of }'), /The other version has errors; nothing was compared/);
        assert.match(await problem('file:///nowhere.crit', PROTOCOL), /Open a .crit file first/);
        workspace.setOpenText(uri, 'include I-1 { has unheard-of }', 2);
        assert.match(await problem(uri, PROTOCOL), /The file has errors/);
    });
});
