// The protocol as a tree of cohorts and their criteria, each with what is known of it: for a view that shows verdicts.
import type { Compilation } from '@crit-lang/language/compile.js';
import type { Diagnostic as Finding } from '@crit-lang/language/diagnostics/diagnostic.js';
import type { Cohort, Criterion } from '@crit-lang/model/criteria/document.js';
import type { SourceRange } from '@crit-lang/model/criteria/source.js';
import type { Range } from 'vscode-languageserver-types';
import type { AnalysedFiles, AnalysisState } from '../analysis/analysed-files.js';
import type { Workspace } from '../workspace/workspace.js';
import { FindingsByPlace } from './findings-by-place.js';
import { editorRange } from './ranges.js';

/**
 * What is known: a finding (the gravest), nothing wrong as far as the analysis goes (`proved`), nothing wrong but a part is left out of it (`partly`),
 * the analysis is awaited (`checking`), or it is not made (`not-analysed`).
 */
export type VerdictState = 'error' | 'warning' | 'information' | 'proved' | 'partly' | 'checking' | 'not-analysed';

export interface OutlineCriterion {
    id: string;
    kind: 'include' | 'exclude';
    title: string | null;
    /** It is said of every cohort. */
    general: boolean;
    /** Null in an imported file. */
    range: Range | null;
    uri: string;
    state: VerdictState;
    /** One sentence each. */
    messages: string[];
}

export interface OutlineCohort {
    id: string;
    title: string | null;
    uri: string;
    range: Range | null;
    /** Whether somebody can qualify; null: not known. */
    enrols: boolean | null;
    state: VerdictState;
    criteria: OutlineCriterion[];
}

export interface Outline {
    uri: string;
    protocol: { id: string; title: string | null } | null;
    cohorts: OutlineCohort[];
}

const GRAVITY = { error: 0, warning: 1, information: 2, hint: 3 } as const;

/** The outline of a file; null when the workspace does not know it or cannot read it. */
export function protocolOutline(workspace: Workspace, uri: string, analysed: AnalysedFiles): Outline | null {
    const compilation = workspace.file(uri)?.problem === null ? analysed.compilation(uri) : undefined;
    if (compilation === undefined) return null;
    const { protocol, cohorts } = compilation.document;
    const known: Known = { compilation, state: analysed.state(uri), findings: new FindingsByPlace(compilation.diagnostics) };
    return {
        uri,
        protocol: protocol === null ? null : { id: protocol.id, title: protocol.title },
        cohorts: cohorts.map((cohort) => cohortOf(cohort, known)),
    };
}

interface Known {
    compilation: Compilation;
    state: AnalysisState;
    findings: FindingsByPlace;
}

function cohortOf(cohort: Cohort, known: Known): OutlineCohort {
    const { compilation, state, findings } = known;
    const { document, diagnostics } = compilation;
    const criteria = document.criteria
        .filter(({ cohorts, origin }) => origin === 'written' && (cohorts === null || cohorts.includes(cohort.id)))
        .map((criterion) => criterionOf(criterion, known));
    const of = diagnostics.filter((finding) => finding.cohort === cohort.id || finding.cohorts?.includes(cohort.id) === true);
    const own = [...of, ...findings.within(cohort.range)];
    const enrols = state.kind === 'done' ? (state.report.cohorts.find(({ id }) => id === cohort.id)?.satisfiable ?? null) : null;
    const undecided = state.kind === 'done' && enrols === null;
    return {
        id: cohort.id,
        title: cohort.title,
        ...placeOf(cohort.range, compilation),
        enrols,
        state: undecided ? 'partly' : stateOf(own, false, state),
        criteria,
    };
}

function criterionOf(criterion: Criterion, { compilation, state, findings }: Known): OutlineCriterion {
    const { id, kind, title, cohorts, range } = criterion;
    const own = findings.about(id, range);
    const leftOut = state.kind === 'done' ? state.report.notAnalysed.filter(({ criterion: of }) => of === id) : [];
    return {
        id,
        kind,
        title,
        general: cohorts === null,
        ...placeOf(range, compilation),
        state: stateOf(own, leftOut.length > 0, state),
        messages: [...own.map(({ message }) => message), ...leftOut.map(({ reason }) => `Not analysed in part: ${reason}`)],
    };
}

function stateOf(findings: readonly Finding[], isPartly: boolean, state: AnalysisState): VerdictState {
    const [gravest] = findings.map(({ severity }) => severity).sort((a, b) => GRAVITY[a] - GRAVITY[b]);
    if (gravest !== undefined) return gravest === 'hint' ? 'information' : gravest;
    if (state.kind === 'awaited') return 'checking';
    return state.kind !== 'done' ? 'not-analysed' : isPartly ? 'partly' : 'proved';
}

function placeOf(range: SourceRange | undefined, { files }: Compilation): { uri: string; range: Range | null } {
    return { uri: files[range?.file ?? 0]?.source.path ?? '', range: range === undefined ? null : editorRange(range) };
}
