// What `check` found in one file, before it is written in any format.
import { DOCUMENT_CHECKS } from '@crit-lang/generate/document-checks.js';
import type { Diagnostic, Severity } from '@crit-lang/language/diagnostics/diagnostic.js';
import { checkFurther } from '@crit-lang/language/check-further.js';
import { compile } from '@crit-lang/language/compile.js';
import { CATALOGUE } from '@crit-lang/language/diagnostics/catalogue.js';
import type { CohortOverlap, ReportedCohort } from '@crit-lang/findings/report.js';
import type { Workspace } from '@crit-lang/language/node/workspace.js';
import type { Input } from '../files/inputs.js';
import { analysed, type Extent, LEFT_OUT, notAnalysed } from './analysed.js';

export interface CheckedFile {
    path: string;
    /** Whether it could be read at all. */
    readable: boolean;
    diagnostics: Diagnostic[];
    /** Names of the file and of what it imports; a range's `file` is an index into them. */
    files: string[];
    analysis: FileAnalysis;
}

/** What was decided of the criteria together. */
export interface FileAnalysis {
    cohorts: readonly ReportedCohort[];
    overlaps: readonly CohortOverlap[];
    notAnalysed: readonly { readonly criterion: string; readonly reason: string }[];
    complete: boolean;
    /** A sentence why nothing was analysed; null where it was. */
    skipped: string | null;
}

/** Of what could not be read. */
const NOTHING_ANALYSED: FileAnalysis = { cohorts: [], overlaps: [], notAnalysed: [], complete: false, skipped: null };

export type Counts = Record<Severity, number>;

/** Reads and checks a file, and asks what its criteria mean together, unless `extent` is null. Never throws on any content. */
export function checkFile(workspace: Workspace, { given, folder }: Input, extent: Extent | null): CheckedFile {
    const opened = workspace.open(given);
    if ('problem' in opened) return unreadable(workspace.nameOf(given), opened.problem);
    const compiled = checkFurther(compile(opened.file, workspace.importsOf(given, folder)), DOCUMENT_CHECKS);
    const checked = extent !== null ? analysed(compiled, extent) : { compilation: compiled, analysis: notAnalysed(compiled, LEFT_OUT) };
    const { files, diagnostics } = checked.compilation;
    return { path: opened.file.source.path, readable: true, diagnostics, files: files.map((file) => file.source.path), analysis: checked.analysis };
}

/** What stands for a file that cannot be read: one diagnostic at its start. */
export function unreadable(path: string, problem: string): CheckedFile {
    const start = { line: 0, character: 0 };
    const { severity } = CATALOGUE['unreadable-file'];
    const diagnostic: Diagnostic = {
        name: 'unreadable-file',
        severity,
        message: problem,
        range: { file: 0, start, end: start },
        criteria: [],
        related: [],
        fixes: [],
    };
    return { path, readable: false, diagnostics: [diagnostic], files: [path], analysis: NOTHING_ANALYSED };
}

/** How many diagnostics there are of each severity. */
export function countsOf(files: readonly CheckedFile[]): Counts {
    const counts: Counts = { error: 0, warning: 0, information: 0, hint: 0 };
    for (const { diagnostics } of files) for (const { severity } of diagnostics) counts[severity]++;
    return counts;
}
