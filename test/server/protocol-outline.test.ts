// The tree of cohorts and criteria with what is known of each.
import assert from 'node:assert/strict';
import { protocolOutline } from '@crit-lang/server/features/protocol-outline.js';
import type { Analysed } from './analysed-file.js';
import { analysisOf } from './analysed-file.js';
import { CONFLICTING } from './conflicting-trial.js';
import { PROTOCOL, openedFile } from './opened-file.js';

function tree({ workspace, uri, analysed }: Analysed): string[] {
    const outline = protocolOutline(workspace, uri, analysed);
    assert.ok(outline !== null);
    return outline.cohorts.flatMap(({ id, state, enrols, criteria }) => [
        `${id}: ${state}, ${enrols ?? 'not known'}`,
        ...criteria.map((criterion) => `  ${criterion.kind} ${criterion.id}${criterion.general ? ' (all)' : ''}: ${criterion.state}`),
    ]);
}

describe('tree of the protocol', function () {
    it('has the criteria of each cohort, with the gravest finding or the verdict', function () {
        const opened = analysisOf(openedFile(CONFLICTING));
        assert.deepEqual(
            tree(opened).filter((line) => line.startsWith('  ')),
            ['  include I-1 (all): checking', '  exclude E-1: checking', '  include I-1 (all): checking'],
        );
        opened.finish();
        assert.deepEqual(tree(opened), [
            'SLE: error, false',
            '  include I-1 (all): error',
            '  exclude E-1: error',
            'RA: warning, true',
            '  include I-1 (all): error',
        ]);
    });

    it('says where nothing is wrong, and where a part is left out', function () {
        const opened = analysisOf(
            openedFile(`${PROTOCOL.replace('cohort', '//cohort').replace('cohort RA', '//cohort RA').replace(' for SLE', '')}include I-2 { statement "x" }\n`),
        );
        opened.finish();
        assert.deepEqual(tree(opened).slice(1), ['  include I-1 (all): proved', '  exclude E-1 (all): proved', '  include I-2 (all): partly']);
    });

    it('leads into imported files, and is none for a file that nobody knows', function () {
        const opened = analysisOf(openedFile(`import "shared.crit"\n${PROTOCOL}`, { 'shared.crit': '\ninclude X-1 "X" { age >= 20 years }\n' }));
        const [cohort] = protocolOutline(opened.workspace, opened.uri, opened.analysed)?.cohorts ?? [];
        const imported = cohort?.criteria.find(({ id }) => id === 'X-1');
        assert.deepEqual([imported?.uri, imported?.range?.start.line], ['file:///trial/shared.crit', 1]);
        assert.equal(protocolOutline(opened.workspace, 'file:///nowhere.crit', opened.analysed), null);
    });
});
