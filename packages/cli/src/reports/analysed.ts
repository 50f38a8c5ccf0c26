// Asks the analysis about a compiled file, and puts what it finds among the diagnostics.
import { analyse, type ReportOptions } from '@crit-lang/findings/report.js';
import { withFindings } from '@crit-lang/language/check-further.js';
import { isGenerable, type Compilation } from '@crit-lang/language/compile.js';
import { ANALYSIS_NAMES } from '@crit-lang/language/diagnostics/catalogue.js';
import type { FileAnalysis } from './checked-file.js';

export const LEFT_OUT = 'The analysis was left out (--no-analysis).';
const WITH_ERRORS = 'The file has errors, so it was not analysed: what was not understood says nothing.';

/** What is asked beyond the findings themselves, which takes its time. */
export type Extent = Pick<ReportOptions, 'fixes' | 'witnesses'>;

/** The compilation with what the analysis finds, and what it decided. A file with errors is not analysed. */
export function analysed(compilation: Compilation, extent: Extent = {}): { compilation: Compilation; analysis: FileAnalysis } {
    if (!isGenerable(compilation)) return { compilation, analysis: notAnalysed(compilation, WITH_ERRORS) };
    const report = analyse(compilation.document, { ...extent, sources: compilation.files.map((file) => file.source.text) });
    // Of what was not decided nobody knows whether it is still there.
    const isDecided = report.findings.every(({ verdict }) => verdict !== 'undecided') && report.cohorts.every(({ satisfiable }) => satisfiable !== null);
    const { cohorts, overlaps, complete } = report;
    return {
        compilation: withFindings(compilation, report.findings, isDecided ? ANALYSIS_NAMES : []),
        analysis: { cohorts, overlaps, notAnalysed: report.notAnalysed, complete, skipped: null },
    };
}

/** What is said of a file that was not analysed. */
export function notAnalysed({ document }: Compilation, reason: string): FileAnalysis {
    const cohorts = document.cohorts.map(({ id }) => ({ id, satisfiable: null, reason, witness: null }));
    return { cohorts, overlaps: [], notAnalysed: [], complete: false, skipped: reason };
}
