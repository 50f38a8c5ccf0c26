// The lines above what they speak of: run a patient case, show a patient of a cohort, what a criterion blocks or contradicts, preview the file.
import type { Compilation } from '@crit-lang/language/compile.js';
import type { Diagnostic as Finding } from '@crit-lang/language/diagnostics/diagnostic.js';
import type { SourceRange } from '@crit-lang/model/criteria/source.js';
import type { CodeLens, Range } from 'vscode-languageserver-types';
import type { AnalysedFiles, AnalysisState } from '../analysis/analysed-files.js';
import type { Workspace } from '../workspace/workspace.js';
import { FindingsByPlace } from './findings-by-place.js';
import { editorRange } from './ranges.js';

/** Commands of the editor that the lenses run. */
export const LENS_COMMANDS = {
    /** [uri, title of the case] */
    run: 'crit.runPatientCase',
    /** [uri, cohort] */
    witness: 'crit.showWitness',
    /** [uri, range, name of the finding] */
    finding: 'crit.showFinding',
    /** [uri] */
    preview: 'crit.showPreview',
} as const;

/** A list of more others is cut. */
const MOST_NAMED = 3;

/** The lenses of a file, from what is known of it already: nothing is waited for. */
export function codeLenses(workspace: Workspace, uri: string, analysed: AnalysedFiles): CodeLens[] {
    const compilation = workspace.file(uri)?.problem === null ? analysed.compilation(uri) : undefined;
    if (compilation === undefined) return [];
    const state = analysed.state(uri);
    return [...previews(uri, compilation), ...cohorts(uri, compilation, state), ...criteria(uri, compilation), ...patients(uri, compilation)];
}

function previews(uri: string, { document }: Compilation): CodeLens[] {
    const range = document.protocol?.range;
    return isOwn(range) ? [lens(range, 'Preview', LENS_COMMANDS.preview, [uri])] : [];
}

function cohorts(uri: string, { document, diagnostics }: Compilation, state: AnalysisState): CodeLens[] {
    if (state.kind !== 'done' && state.kind !== 'awaited') return [];
    const enrols = (id: string): boolean | null =>
        state.kind === 'done' ? (state.report.cohorts.find((cohort) => cohort.id === id)?.satisfiable ?? null) : true;
    return document.cohorts.flatMap(({ id, range }) => {
        if (!isOwn(range)) return [];
        const conflict = diagnostics.find(({ name, cohorts: of }) => name === 'cohort-unsatisfiable' && of?.includes(id) === true);
        if (conflict !== undefined) return [lens(range, 'Nobody can qualify', LENS_COMMANDS.finding, findingArguments(uri, conflict))];
        return enrols(id) === true ? [lens(range, 'Show an example patient', LENS_COMMANDS.witness, [uri, id])] : [];
    });
}

const BLOCKING: ReadonlySet<string> = new Set(['alternative-unreachable', 'alternative-never-decisive']);

function criteria(uri: string, { document, diagnostics }: Compilation): CodeLens[] {
    const findings = new FindingsByPlace(diagnostics);
    return document.criteria.flatMap(({ id, origin, range }) => {
        if (origin !== 'written' || !isOwn(range)) return [];
        const blocked = findings.naming(id).filter(({ name, criteria: of }) => BLOCKING.has(name) && of.slice(1).includes(id));
        const [first] = blocked;
        const blocks = first === undefined ? [] : [lens(range, `Blocks ${counted(blocked.length)}`, LENS_COMMANDS.finding, findingArguments(uri, first))];
        const conflict = findings.naming(id).find(({ name }) => name === 'cohort-unsatisfiable');
        const others = conflict === undefined ? [] : conflict.criteria.filter((other) => other !== id);
        if (conflict === undefined) return blocks;
        const title = others.length === 0 ? 'Contradicts itself' : `Conflicts with ${listed(others.map((other) => calledIn(document, other)))}`;
        return [lens(range, title, LENS_COMMANDS.finding, findingArguments(uri, conflict)), ...blocks];
    });
}

function patients(uri: string, { document }: Compilation): CodeLens[] {
    return document.patients.flatMap(({ title, range }) => (isOwn(range) ? [lens(range, 'Run', LENS_COMMANDS.run, [uri, title])] : []));
}

function lens(range: SourceRange, title: string, command: string, given: unknown[]): CodeLens {
    const { start } = editorRange(range);
    const line: Range = { start, end: start };
    return { range: line, command: { title, command, arguments: given } };
}

function findingArguments(uri: string, { name, range }: Finding): unknown[] {
    return [uri, editorRange(range), name];
}

function isOwn(range: SourceRange | undefined): range is SourceRange {
    return range?.file === 0;
}

/** What is in every protocol without having been written as a criterion has an id that no reader knows. */
function calledIn({ criteria, cohorts }: Compilation['document'], id: string): string {
    const origin = criteria.find((criterion) => criterion.id === id)?.origin;
    if (origin === 'header') return `the header's ${id.split('.').at(-1) ?? ''}`;
    const cohort = origin === 'index' ? cohorts.find((each) => id === `${each.id}.index`) : undefined;
    return cohort === undefined ? id : `what cohort ${cohort.id} is for`;
}

const counted = (count: number): string => (count === 1 ? '1 alternative' : `${count} alternatives`);

function listed(ids: readonly string[]): string {
    const more = ids.length - MOST_NAMED;
    return `${ids.slice(0, MOST_NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
