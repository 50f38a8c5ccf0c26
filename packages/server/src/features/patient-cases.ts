// The patient cases written in a file, for the editor's list of tests, and what comes of running them.
import type { Expectation, PatientCase } from '@crit-lang/language/generated/ast.js';
import type { ParsedFile } from '@crit-lang/language/resolve/parsed-file.js';
import { propertyPlace } from '@crit-lang/language/syntax/parser/syntax-place.js';
import type { AstNode } from 'langium';
import type { Range } from 'vscode-languageserver-types';
import type { AnalysedFiles } from '../analysis/analysed-files.js';
import type { PatientRun } from '../analysis/messages.js';
import type { Workspace } from '../workspace/workspace.js';
import { rangeBetween } from './ranges.js';

export interface ListedCase {
    title: string;
    /** Null: looked at for each cohort. */
    cohort: string | null;
    range: Range;
    nameRange: Range;
    /** The lines that say what is expected. */
    expectations: Range[];
}

/** The runs with the place of their case, and how many errors the file has: what stands on such a line is unknown. */
export type RunAnswer = { runs: (PatientRun & { range: Range | null })[]; errors: number } | { problem: string };

/** The cases of a file, in the order of the text. */
export function patientCases(workspace: Workspace, uri: string): ListedCase[] {
    const file = workspace.parsed(uri);
    return file === undefined ? [] : file.symbols.patients.flatMap((node) => listed(node, file));
}

/** Runs the cases of a title, or all of a file. */
export async function runPatientCases(workspace: Workspace, uri: string, title: string | null, analysed: AnalysedFiles): Promise<RunAnswer> {
    const cases = patientCases(workspace, uri);
    const errors = workspace.compilation(uri)?.diagnostics.filter(({ severity }) => severity === 'error').length ?? 0;
    const answer = await analysed.runPatients(uri, title);
    if ('problem' in answer) return answer;
    return { runs: answer.runs.map((run) => ({ ...run, range: cases.find((each) => each.title === run.title)?.nameRange ?? null })), errors };
}

// After error recovery parts may be missing.
function listed(node: PatientCase, file: ParsedFile): ListedCase[] {
    const { title, cohort, facts } = node as Partial<PatientCase>;
    const range = rangeOf(node, file);
    const name = propertyPlace(node, 'title');
    if (title === undefined || range === null || name === undefined) return [];
    const expectations = (facts ?? []).filter((fact): fact is Expectation => fact.$type === 'Expectation').flatMap((fact) => rangeOf(fact, file) ?? []);
    return [{ title, cohort: cohort ?? null, range, nameRange: rangeBetween(file.source, { start: name.offset, end: name.end }), expectations }];
}

function rangeOf(node: AstNode, file: ParsedFile): Range | null {
    const cst = node.$cstNode;
    return cst === undefined ? null : rangeBetween(file.source, { start: cst.offset, end: cst.end });
}
