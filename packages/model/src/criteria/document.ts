// The criteria document: one protocol with its cohorts, criteria, definitions, terms, assertions and patient cases.
import type { Condition, TermSelection } from './condition.js';
import type { SourceFile, SourceRange } from './source.js';
import type { Relation, Term } from './term.js';
import type { ModelQuantity } from './value.js';
import type { ValuePick } from './time.js';

export const MODEL_FORMAT = 'crit-criteria-model';
export const MODEL_VERSION = 1;
/** The `$id` of the published JSON Schema. */
export const MODEL_SCHEMA = 'urn:crit:criteria-model:1';

export interface CriteriaDocument {
    /** Set where the document is written to a file. */
    $schema?: typeof MODEL_SCHEMA;
    format: typeof MODEL_FORMAT;
    version: typeof MODEL_VERSION;
    files: SourceFile[];
    protocol: ProtocolInfo | null;
    cohorts: Cohort[];
    /** Header criteria first, then index conditions, then the written ones in their order. */
    criteria: Criterion[];
    definitions: Definition[];
    assertions: Assertion[];
    patients: PatientCase[];
    /** Every referenced term with its ancestors, what it implies, all known descendants of a referenced class, and what stands between two of them in an order; sorted by id. */
    terms: Term[];
    /** Relations among these terms. */
    relations: Relation[];
    acceptances: Acceptance[];
}

export interface ProtocolInfo {
    id: string;
    title: string | null;
    officialTitle: string | null;
    acronym: string | null;
    /** Registry number, such as NCT05869955. */
    registry: string | null;
    /** The sponsor's own identifier. */
    identifier: string | null;
    version: string | null;
    sponsor: string | null;
    phases: string[];
    age: { low: ModelQuantity | null; high: ModelQuantity | null; highOpen: boolean };
    sex: 'all' | 'female' | 'male' | null;
    healthyVolunteers: boolean | null;
    timeline: string[];
    /** The anchor that stands where no time is written. */
    defaultAnchor: string;
    defaultPick: ValuePick;
    sources: string[];
    notes: string[];
    range?: SourceRange;
}

export interface Cohort {
    id: string;
    /** An arm is a cohort that participants are allocated to. */
    kind: 'cohort' | 'arm';
    title: string | null;
    index: TermSelection | null;
    notes: string[];
    /** True for the one cohort of a protocol that declares none. */
    implicit: boolean;
    range?: SourceRange;
}

export interface Criterion {
    id: string;
    kind: 'include' | 'exclude';
    title: string | null;
    /** Cohort ids as the criterion or its section says them; null: every cohort. A reading may have its own. */
    cohorts: string[] | null;
    origin: 'written' | 'header' | 'index';
    /** The criterion that this one replaces for the terms it names. */
    replaces: string | null;
    /** Original wording, a paragraph an item. */
    wording: string[];
    /** A short wording for registries. */
    short: string | null;
    /** The author's own wording for patients. */
    plain: string[];
    rationale: string[];
    notes: string[];
    sources: string[];
    acceptances: Acceptance[];
    /** An `all` over the lines of an inclusion, an `any` over those of an exclusion. With readings: the first reading's. */
    rule: Condition;
    /** Two or more where the scope can be read in several ways; else empty. */
    readings: Reading[];
    range?: SourceRange;
}

export interface Reading {
    id: string;
    title: string | null;
    /** Whom the text is said of when it is read so; null: those of the criterion. */
    cohorts: string[] | null;
    rule: Condition;
    range?: SourceRange;
}

export interface Definition {
    id: string;
    parameters: string[];
    rule: Condition;
    plain: string[];
    range?: SourceRange;
}

export interface Assertion {
    id: string;
    title: string | null;
    cohorts: string[];
    claim: 'implies' | 'admits';
    wording: string[];
    rule: Condition;
    range?: SourceRange;
}

export interface PatientCase {
    title: string;
    cohort: string | null;
    facts: Condition[];
    nothingElse: boolean;
    assumptions: { text: string; holds: boolean }[];
    expect: { outcome: 'eligible' | 'ineligible' | 'unknown'; because: string[] }[];
    range?: SourceRange;
}

export interface Acceptance {
    diagnostic: string;
    criterion: string | null;
    reason: string;
    range?: SourceRange;
}
