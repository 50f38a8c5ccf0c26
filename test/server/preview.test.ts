// What is shown beside the text, with the place of each criterion in it.
import assert from 'node:assert/strict';
import type { Preview, PreviewKind } from '@crit-lang/server/features/preview.js';
import { PREVIEW_KINDS, previewOf } from '@crit-lang/server/features/preview.js';
import type { LogicNode } from '@crit-lang/server/features/preview/logic.js';
import type { Analysed } from './analysed-file.js';
import { analysisOf } from './analysed-file.js';
import { CONFLICTING, MENDED } from './conflicting-trial.js';
import { openedAfterProtocol, openedFile } from './opened-file.js';

function preview({ workspace, uri, analysed }: Analysed, kind: PreviewKind): Preview {
    const answer = previewOf(workspace, { uri, kind }, analysed);
    assert.ok(!('problem' in answer), JSON.stringify(answer));
    return answer;
}

/** The lines of each criterion in the preview. */
function linesOf(shown: Preview): Record<string, string> {
    assert.ok(shown.format !== 'logic');
    const lines = shown.text.split('\n');
    return Object.fromEntries(shown.pieces.map((piece) => [piece.criterion, lines.slice(piece.lines?.from, piece.lines?.to).join('\n')]));
}

const drawn = ({ kind, text, dead, conflict, parts }: LogicNode): string =>
    `${kind === 'leaf' ? text : kind}${dead ? ' [dead]' : ''}${conflict ? ' [conflict]' : ''}${parts.length === 0 ? '' : ` (${parts.map(drawn).join(', ')})`}`;

describe('preview', function () {
    const MORE = 'include I-2 "Blood" for RA {\n  hemoglobin >= 8 g/dL\n  platelet count >= 50 x 10^9/L\n}\n';

    it('has the registry text, with the lines of each criterion', function () {
        const lines = linesOf(preview(analysisOf(openedAfterProtocol(MORE)), 'registry'));
        assert.deepEqual(Object.keys(lines), ['I-1', 'E-1', 'I-2']);
        assert.match(lines['I-1'] ?? '', /^\d\. Kidney function.*creatinine/i);
        assert.match(lines['I-2'] ?? '', /^\d\. Blood[^]*hemoglobin[^]*platelet/i);
        assert.match(lines['E-1'] ?? '', /^1\. .*stroke/i);
    });

    it('has the patient text, whose elements name their criteria', function () {
        const shown = preview(analysisOf(openedAfterProtocol(MORE)), 'patient');
        assert.ok(shown.format === 'html');
        for (const { criterion, lines } of shown.pieces) {
            assert.equal(lines, null);
            assert.match(shown.text, new RegExp(`data-criterion="[^"]*\\b${criterion}\\b`));
        }
    });

    it('has the JSON, with the lines of each criterion', function () {
        const lines = linesOf(preview(analysisOf(openedAfterProtocol(MORE)), 'json'));
        for (const id of ['I-1', 'E-1', 'I-2']) assert.equal((JSON.parse((lines[id] ?? '').replace(/,$/, '')) as { id: string }).id, id);
    });

    it('knows where each criterion stands in the file', function () {
        const opened = analysisOf(openedAfterProtocol(MORE));
        const { pieces } = preview(opened, 'logic');
        assert.equal(opened.text.split('\n')[pieces.find(({ criterion }) => criterion === 'I-2')?.range.start.line ?? 0], 'include I-2 "Blood" for RA {');
    });

    it('draws the logic, with what contradicts and what has no effect', function () {
        const opened = analysisOf(openedFile(CONFLICTING));
        opened.finish();
        const shown = preview(opened, 'logic');
        assert.ok(shown.format === 'logic');
        assert.deepEqual(
            shown.criteria.map(({ id, readings }) => `${id} ${readings.map(({ rule }) => drawn(rule)).join()}`),
            ['I-1 serum creatinine ≤ 1.5 mg/dL [conflict]', 'E-1 serum creatinine ≤ 2 mg/dL [conflict]'],
        );
        const dead = analysisOf(openedFile(MENDED.replace('creatinine <= 1.5 mg/dL', 'creatinine <= 1.5 mg/dL\n  hemoglobin < 8 g/dL or age >= 10 years')));
        dead.finish();
        assert.match(JSON.stringify(preview(dead, 'logic')), /"dead":true/);
    });

    it('says why there is none', function () {
        const { workspace, uri, analysed } = analysisOf(openedAfterProtocol('include X-1 { has unheard-of }\n'));
        for (const kind of PREVIEW_KINDS) assert.equal('problem' in previewOf(workspace, { uri, kind }, analysed), kind !== 'logic', kind);
        assert.deepEqual(previewOf(workspace, { uri: 'file:///nowhere.crit', kind: 'json' }, analysed), { problem: 'Open a .crit file first.' });
        assert.match(JSON.stringify(previewOf(workspace, { uri, kind: 'poem' as PreviewKind }, analysed)), /There is no preview 'poem'/);
    });
});
