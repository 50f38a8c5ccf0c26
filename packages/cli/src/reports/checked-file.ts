// What `check` found in one file, before it is written in any format.
import { DOCUMENT_CHECKS } from '@crit-lang/generate/document-checks.js';
import type { Diagnostic, Severity } from '@crit-lang/language/diagnostics/diagnostic.js';
import { compile } from '@crit-lang/language/compile.js';
import { checkFurther } from '@crit-lang/language/check-further.js';
import { CATALOGUE } from '@crit-lang/language/diagnostics/catalogue.js';
import type { Workspace } from '@crit-lang/language/node/workspace.js';
import type { Input } from '../files/inputs.js';

export interface CheckedFile {
    path: string;
    /** Whether it could be read at all. */
    readable: boolean;
    diagnostics: Diagnostic[];
    /** Names of the file and of what it imports; a range's `file` is an index into them. */
    files: string[];
    cohorts: string[];
}

export type Counts = Record<Severity, number>;

/** Reads and checks a file. Never throws on any content. */
export function checkFile(workspace: Workspace, { given, folder }: Input): CheckedFile {
    const opened = workspace.open(given);
    if ('problem' in opened) return unreadable(workspace.nameOf(given), opened.problem);
    const { files, document, diagnostics } = checkFurther(compile(opened.file, workspace.importsOf(given, folder)), DOCUMENT_CHECKS);
    const names = files.map((file) => file.source.path);
    return { path: opened.file.source.path, readable: true, diagnostics, files: names, cohorts: document.cohorts.map((cohort) => cohort.id) };
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
    return { path, readable: false, diagnostics: [diagnostic], files: [path], cohorts: [] };
}

/** How many diagnostics there are of each severity. */
export function countsOf(files: readonly CheckedFile[]): Counts {
    const counts: Counts = { error: 0, warning: 0, information: 0, hint: 0 };
    for (const { diagnostics } of files) for (const { severity } of diagnostics) counts[severity]++;
    return counts;
}
