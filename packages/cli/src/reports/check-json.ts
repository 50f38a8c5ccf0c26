// `check --format json`: the document that scripts read; its shape is fixed (docs/cli/check.md).
import type { Diagnostic } from '@crit-lang/language/diagnostics/diagnostic.js';
import type { SourceRange } from '@crit-lang/model/criteria/source.js';
import { jsonText } from '../terminal/json-text.js';
import type { CheckedFile, FileAnalysis } from './checked-file.js';
import { countsOf } from './checked-file.js';

/** The report as JSON text. */
export function checkJson(files: readonly CheckedFile[]): string {
    const counts = countsOf(files);
    return jsonText({
        version: 1,
        files: files.map((file) => ({
            path: file.path,
            diagnostics: file.diagnostics.map((diagnostic) => asJson(diagnostic, file)),
            analysis: asAnalysis(file.analysis),
        })),
        summary: { errors: counts.error, warnings: counts.warning, information: counts.information, hints: counts.hint },
    });
}

function asJson(diagnostic: Diagnostic, { files }: CheckedFile): object {
    const path = (range: SourceRange): string => files[range.file] ?? '';
    return {
        name: diagnostic.name,
        severity: diagnostic.severity,
        message: diagnostic.message,
        range: place(diagnostic.range),
        criteria: diagnostic.criteria,
        cohort: diagnostic.cohort,
        cohorts: diagnostic.cohorts,
        related: diagnostic.related.map(({ range, message }) => ({ path: path(range), range: place(range), message })),
        fixes: diagnostic.fixes.map(({ title, edits }) => ({
            title,
            edits: edits.map(({ range, newText }) => ({ path: path(range), range: place(range), newText })),
        })),
        verdict: diagnostic.verdict,
        witness: diagnostic.witness,
    };
}

function asAnalysis({ cohorts, overlaps, notAnalysed, complete }: FileAnalysis): object {
    return {
        cohorts: cohorts.map(({ id, satisfiable, reason, witness }) => ({ id, satisfiable, reason, witness })),
        overlaps,
        notAnalysed,
        complete,
    };
}

function place({ start, end }: SourceRange): object {
    return { start, end };
}
