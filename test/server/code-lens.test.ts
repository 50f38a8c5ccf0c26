// The lines above cohorts, criteria, patient cases and the protocol, before and after the analysis.
import assert from 'node:assert/strict';
import { codeLenses } from '@crit-lang/server/features/code-lens.js';
import { analysisOf } from './analysed-file.js';
import type { Analysed } from './analysed-file.js';
import { CONFLICTING, MENDED } from './conflicting-trial.js';
import { openedFile } from './opened-file.js';

const lenses = ({ workspace, uri, analysed }: Analysed): string[] =>
    codeLenses(workspace, uri, analysed).map(({ range, command }) => `${range.start.line + 1} ${command?.title ?? ''}`);

describe('code lenses', function () {
    it('are there before the analysis, and say what it found afterwards', function () {
        const opened = analysisOf(openedFile(CONFLICTING));
        assert.deepEqual(lenses(opened), ['1 Preview', '7 Show an example patient', '8 Show an example patient']);
        opened.finish();
        assert.deepEqual(lenses(opened), ['1 Preview', '7 Nobody can qualify', '8 Show an example patient', '10 Conflicts with E-1', '14 Conflicts with I-1']);
    });

    it('keep what was found of untouched criteria while an edit is analysed', function () {
        const opened = analysisOf(openedFile(CONFLICTING));
        opened.finish();
        lenses(opened);
        opened.workspace.setOpenText(opened.uri, `// One line more.\n${CONFLICTING}`, 2);
        assert.deepEqual(lenses(opened).slice(-2), ['11 Conflicts with E-1', '15 Conflicts with I-1']);
    });

    it('count the alternatives that a criterion blocks', function () {
        const dead = MENDED.replace('creatinine > 2 mg/dL', 'creatinine > 2 mg/dL').replace(
            '\nexclude',
            '\ninclude I-2 "Blood" {\n  hemoglobin > 8 g/dL or creatinine > 3 mg/dL\n}\n\nexclude',
        );
        const opened = analysisOf(openedFile(dead));
        opened.finish();
        assert.ok(lenses(opened).includes('10 Blocks 1 alternative'), lenses(opened).join('\n'));
    });

    it('carry commands with what they need', function () {
        const opened = analysisOf(openedFile(`${CONFLICTING}patient "Somebody" in RA { female; expect unknown }\n`));
        opened.finish();
        const byTitle = new Map(codeLenses(opened.workspace, opened.uri, opened.analysed).map(({ command }) => [command?.title, command]));
        assert.deepEqual(byTitle.get('Run'), { title: 'Run', command: 'crit.runPatientCase', arguments: [opened.uri, 'Somebody'] });
        assert.deepEqual(byTitle.get('Show an example patient')?.arguments, [opened.uri, 'RA']);
        assert.deepEqual(byTitle.get('Preview'), { title: 'Preview', command: 'crit.showPreview', arguments: [opened.uri] });
        const { command, arguments: given = [] } = byTitle.get('Conflicts with E-1') ?? {};
        assert.equal(command, 'crit.showFinding');
        assert.deepEqual([given[0], given[2]], [opened.uri, 'cohort-unsatisfiable']);
    });

    it('are none in a file that cannot be read, and none of cohorts where there are errors', function () {
        const broken = analysisOf(openedFile(`${CONFLICTING}include X-1 { has unheard-of }\n`));
        broken.finish();
        assert.deepEqual(lenses(broken), ['1 Preview']);
        assert.deepEqual(codeLenses(broken.workspace, 'file:///nowhere.crit', broken.analysed), []);
    });
});
