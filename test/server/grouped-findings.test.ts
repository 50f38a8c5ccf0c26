// Findings that are told as one: every place is faded, and each member keeps its fix.
import assert from 'node:assert/strict';
import { analysedCodeActions } from '@crit-lang/server/features/code-actions.js';
import { diagnosticsOf } from '@crit-lang/server/features/diagnostics.js';
import { DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver-types';
import { analysisOf } from './analysed-file.js';
import { openedFile, URI } from './opened-file.js';

const LIST = 'include I-1 { inadequate response to any of { azathioprine, methotrexate, any immunosuppressant } }';
const OPTIONS = { documentationUrl: null };

describe('alternatives that are one finding', function () {
    it('are one warning, and a hint that fades the text at each of the others', function () {
        const { workspace, analysed, finish } = analysisOf(openedFile(`protocol P "P" { age from 18 years }\n${LIST}\n`));
        finish();
        const shown = diagnosticsOf(workspace, URI, OPTIONS, analysed);
        assert.deepEqual(
            shown.map(({ severity, tags, range: { start, end } }) => [severity, tags, LIST.slice(start.character, end.character)]),
            [
                [DiagnosticSeverity.Warning, [DiagnosticTag.Unnecessary], 'azathioprine'],
                [DiagnosticSeverity.Hint, [DiagnosticTag.Unnecessary], 'methotrexate'],
            ],
        );
    });

    it('keep their fixes, at every place', async function () {
        const { workspace, analysed, finish } = analysisOf(openedFile(`protocol P "P" { age from 18 years }\n${LIST}\n`));
        finish();
        const at = { line: 1, character: LIST.indexOf('methotrexate') };
        const asked = analysedCodeActions(workspace, URI, { start: at, end: at }, OPTIONS, analysed);
        finish();
        assert.deepEqual(
            (await asked).map(({ title }) => title.replace(/:.*/u, '')),
            ["Drop 'azathioprine' from I-1", "Drop 'methotrexate' from I-1"],
        );
    });
});

describe('a fix that mends two findings', function () {
    it('is offered once, for both', async function () {
        const text =
            'protocol P "P" { age from 18 years }\ncohort SLE with SLE\ncohort RA with rheumatoid arthritis\nexclude E-1 { has any of { rheumatoid arthritis, lymphoma } }\n';
        const { workspace, analysed, finish } = analysisOf(openedFile(text));
        finish();
        const at = { line: 3, character: 'exclude E-1 { has any of { rheu'.length };
        const asked = analysedCodeActions(workspace, URI, { start: at, end: at }, OPTIONS, analysed);
        finish();
        const scoped = (await asked).filter(({ title }) => title.startsWith('Write E-1 for SLE only'));
        assert.deepEqual(
            scoped.map(({ diagnostics }) => diagnostics?.map(({ code }) => code)),
            [['cohort-unguarded', 'cohort-unsatisfiable']],
        );
    });
});
