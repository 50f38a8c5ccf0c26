// What is known of a file whose patient cases were run.
import { compile } from '@crit-lang/language/compile.js';
import type { Workspace } from '@crit-lang/language/node/workspace.js';
import type { Coverage } from '@crit-lang/evaluate/coverage.js';
import { coverageOf } from '@crit-lang/evaluate/coverage.js';
import type { PatientTest } from '@crit-lang/evaluate/patient-test.js';
import { testPatients } from '@crit-lang/evaluate/patient-test.js';
import type { Input } from '../files/inputs.js';

export interface TestedFile {
    path: string;
    /** Why it could not be read; null when it could. */
    problem: string | null;
    /** Errors that `crit check` finds in it: what stands on such a line is unknown. */
    errors: number;
    tests: PatientTest[];
    coverage: Coverage | null;
}

/** Compiles a file and runs the patient cases written in it (those of imported files are run where they are written). */
export function testFile(workspace: Workspace, { given, folder }: Input, withCoverage: boolean): TestedFile {
    const opened = workspace.open(given);
    if ('problem' in opened) return untestable(workspace.nameOf(given), opened.problem);
    const { document, diagnostics } = compile(opened.file, workspace.importsOf(given, folder));
    const tests = testPatients(
        document,
        document.patients.filter(({ range }) => range?.file === 0),
    );
    const own = document.criteria.filter(({ range }) => range?.file === 0);
    const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
    return { path: opened.file.source.path, problem: null, errors, tests, coverage: withCoverage ? coverageOf(own, tests) : null };
}

export function untestable(path: string, problem: string): TestedFile {
    return { path, problem, errors: 0, tests: [], coverage: null };
}
