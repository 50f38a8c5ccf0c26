// What the extension and the server say to each other beside the editor protocol (docs/editor/README.md): plain data, given by the server as it is here.

/** Zero-based lines and characters, as in the editor protocol. */
export interface PlainPosition {
    line: number;
    character: number;
}

export interface PlainRange {
    start: PlainPosition;
    end: PlainPosition;
}

/** A sentence for the user instead of an answer. */
export interface Problem {
    problem: string;
}

export type VerdictState = 'error' | 'warning' | 'information' | 'proved' | 'partly' | 'checking' | 'not-analysed';

/** `crit/outline` */
export interface Outline {
    uri: string;
    protocol: { id: string; title: string | null } | null;
    cohorts: OutlineCohort[];
}

export interface OutlineCohort {
    id: string;
    title: string | null;
    uri: string;
    range: PlainRange | null;
    enrols: boolean | null;
    state: VerdictState;
    criteria: OutlineCriterion[];
}

export interface OutlineCriterion {
    id: string;
    kind: 'include' | 'exclude';
    title: string | null;
    general: boolean;
    uri: string;
    range: PlainRange | null;
    state: VerdictState;
    messages: string[];
}

/** `crit/patientCases` */
export interface ListedCase {
    title: string;
    cohort: string | null;
    range: PlainRange;
    nameRange: PlainRange;
    expectations: PlainRange[];
}

/** `crit/runPatientCase` */
export interface PatientRun {
    title: string;
    cohort: string | null;
    passed: boolean;
    outcome: 'eligible' | 'ineligible' | 'unknown' | null;
    failures: string[];
    reasons: { criterion: string; lines: string[] }[];
}

export type RunAnswer = { runs: PatientRun[]; errors: number } | Problem;

/** `crit/preview` */
export const PREVIEW_KINDS = ['registry', 'patient', 'logic', 'json'] as const;
export type PreviewKind = (typeof PREVIEW_KINDS)[number];

export interface PreviewPiece {
    criterion: string;
    uri: string;
    range: PlainRange;
    lines: { from: number; to: number } | null;
}

export interface LogicNode {
    kind: 'and' | 'or' | 'count' | 'not' | 'if' | 'leaf';
    text: string;
    range: PlainRange | null;
    dead: boolean;
    conflict: boolean;
    parts: LogicNode[];
}

export interface LogicCriterion {
    id: string;
    kind: 'include' | 'exclude';
    title: string | null;
    cohorts: string[] | null;
    range: PlainRange | null;
    readings: { id: string | null; title: string | null; rule: LogicNode }[];
}

interface ShownPreview {
    kind: PreviewKind;
    pieces: PreviewPiece[];
    notes: { name: string; message: string }[];
}

export type Preview = ShownPreview & ({ format: 'text' | 'json' | 'html'; text: string } | { format: 'logic'; criteria: LogicCriterion[] });

/** `crit/compare`: what an amendment changes, as Markdown. */
export type Comparison = { markdown: string } | Problem;

/** `crit/terms`: what a file can name, sorted by kind and name. */
export interface ListedTerm {
    name: string;
    kind: string;
    names: string[];
    definition: string | null;
    /** How it is written in a criterion. */
    insert: string;
}
