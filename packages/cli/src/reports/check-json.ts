// `check --format json`: the document that scripts read; its shape is fixed (docs/cli/check.md).
import type { Diagnostic } from '@crit-lang/language/diagnostics/diagnostic.js';
import type { SourceRange } from '@crit-lang/model/criteria/source.js';
import { jsonText } from '../terminal/json-text.js';
import type { CheckedFile } from './checked-file.js';
import { countsOf } from './checked-file.js';

/** The report as JSON text. `noAnalysis`: why no file was analysed. */
export function checkJson(files: readonly CheckedFile[], noAnalysis: string): string {
    const counts = countsOf(files);
    return jsonText({
        version: 1,
        files: files.map((file) => ({
            path: file.path,
            diagnostics: file.diagnostics.map((diagnostic) => asJson(diagnostic, file)),
            analysis: {
                cohorts: file.cohorts.map((id) => ({ id, satisfiable: null, reason: noAnalysis, witness: null })),
                notAnalysed: [],
                complete: false,
            },
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
        related: diagnostic.related.map(({ range, message }) => ({ path: path(range), range: place(range), message })),
        fixes: diagnostic.fixes.map(({ title, edits }) => ({
            title,
            edits: edits.map(({ range, newText }) => ({ path: path(range), range: place(range), newText })),
        })),
    };
}

function place({ start, end }: SourceRange): object {
    return { start, end };
}
