// Findings that stay while an edit is analysed: at the right places, or not at all.
import assert from 'node:assert/strict';
import { keptFindings, stillStanding } from '@crit-lang/server/analysis/kept-findings.js';
import { AnalysisWorker } from '@crit-lang/server/analysis/analysis-worker.js';
import type { AnalysisReply } from '@crit-lang/server/analysis/messages.js';
import { withFindings } from '@crit-lang/language/check-further.js';
import type { Compilation } from '@crit-lang/language/compile.js';
import { CONFLICTING } from './conflicting-trial.js';
import { URI, openedFile } from './opened-file.js';

type Others = Readonly<Record<string, string>>;

const compiled = (text: string, others: Others = {}): Compilation => openedFile(text, others).workspace.compilation(URI) ?? assert.fail();

/** The texts that the conflict of the protocol underlines after an edit, itself and its members; null when it is taken away. */
function underlined(
    edited: string,
    { from = CONFLICTING, others = {}, othersNow = others }: { from?: string; others?: Others; othersNow?: Others } = {},
): string[] | null {
    const before = compiled(from, others);
    const replies: AnalysisReply[] = [];
    const worker = new AnalysisWorker((reply) => replies.push(reply));
    worker.receive({
        kind: 'analyse',
        file: URI,
        revision: 1,
        document: JSON.stringify(before.document),
        terms: JSON.stringify(before.document.terms),
        sources: [],
        keep: false,
    });
    const [reply] = replies;
    assert.ok(reply?.kind === 'report');
    const { diagnostics } = withFindings(before, reply.report.findings, []);
    const conflicts = diagnostics.filter(({ name }) => name === 'cohort-unsatisfiable');
    assert.equal(conflicts.length, 1);
    const now = compiled(edited, othersNow);
    const [standing] = stillStanding(keptFindings(before, conflicts), now);
    return standing === undefined ? null : [standing, ...standing.related].map(({ range }) => now.files[range.file]?.source.textOf(range) ?? '');
}

describe('findings of the text before an edit', function () {
    const SAME = ['creatinine <= 2 mg/dL', 'creatinine <= 1.5 mg/dL', 'creatinine <= 2 mg/dL'];

    it('stay where they were, and move with their criteria', function () {
        assert.deepEqual(underlined(CONFLICTING), SAME);
        assert.deepEqual(underlined(`// A line.\n\n${CONFLICTING}`), SAME);
        assert.deepEqual(underlined(CONFLICTING.replace('exclude E-1', 'include X-1 "New" {\n  hemoglobin > 8 g/dL\n}\n\nexclude E-1')), SAME);
        assert.deepEqual(underlined(CONFLICTING.replace('A trial', 'Another trial')), SAME);
    });

    it('move on one line too', function () {
        const joined = CONFLICTING.replace('}\n\nexclude', '} exclude');
        assert.ok([null, ...SAME].includes(underlined(joined)?.[0] ?? null));
    });

    it('go when one of their criteria is changed, renamed or gone', function () {
        for (const edited of [
            CONFLICTING.replace('<= 2', '<= 3'),
            CONFLICTING.replace('Kidney function', 'Kidneys'),
            CONFLICTING.replace('E-1', 'E-2'),
            CONFLICTING.slice(0, CONFLICTING.indexOf('exclude')),
            CONFLICTING.replace('1.5 mg/dL', '1.5 mg/dL\n'),
            '',
        ])
            assert.equal(underlined(edited), null, edited);
    });

    it('stay at the line that imports them, while that and the other file are the same', function () {
        const from = `import "shared.crit"\n\ninclude X-1 "Hemoglobin" {\n  hemoglobin > 8 g/dL\n}\n`;
        const others = { 'shared.crit': CONFLICTING };
        const shown = ['import "shared.crit"', ...SAME.slice(1)];
        assert.deepEqual(underlined(from, { from, others }), shown);
        assert.deepEqual(underlined(from.replace('import', '// A line.\n\nimport').replace('8', '9'), { from, others }), shown);
        assert.equal(underlined(from.replace('import', '// import'), { from, others }), null);
        assert.equal(underlined(from, { from, others, othersNow: { 'shared.crit': CONFLICTING.replace('<= 2', '<= 3') } }), null);
    });
});
