// What the questions find: one type for each name, with its evidence. Sentences, witnesses and fixes are made from these elsewhere.
import type { Assertion } from '@crit-lang/model/criteria/document.js';
import type { SourceRange } from '@crit-lang/model/criteria/source.js';
import type { ConflictingParts } from '../components/component-set.js';
import type { CohortAnswer, World } from '../document-analysis.js';
import type { Alternative } from '../subjects/alternatives.js';
import type { Part } from '../subjects/part.js';
import type { Bound } from './bounds.js';

interface InWorld {
    /** The reading under which it is so; null where it is so under the first readings. */
    readonly reading: World['reading'];
    /** Ids of the cohorts for which it is so. */
    readonly cohorts: readonly string[];
}

/** What makes it so, cohort by cohort. */
interface Because {
    /** In the first of the cohorts. */
    readonly because: ConflictingParts;
    /** In the others, where it is something else. */
    readonly alsoBecause: readonly ConflictingParts[];
}

export interface CohortUnsatisfiable extends InWorld {
    readonly name: 'cohort-unsatisfiable';
    readonly conflict: ConflictingParts;
    readonly answer: CohortAnswer;
}

/** `met` speaks of what is written; `effect` of who passes then. */
export interface CriterionNeverOrAlwaysMet extends InWorld {
    readonly name: 'criterion-never-met' | 'criterion-always-met';
    readonly part: Part;
    readonly passes: 'nobody' | 'everybody';
}

export interface AlternativeUnreachable extends InWorld, Because {
    readonly name: 'alternative-unreachable';
    readonly part: Part;
    readonly alternative: Alternative;
}

export interface AlternativeNeverDecisive extends InWorld, Because {
    readonly name: 'alternative-never-decisive';
    readonly part: Part;
    /** One alternative; or all items of a list whose 'or' acts as 'and'. */
    readonly alternatives: readonly Alternative[];
    readonly actsAsAnd: boolean;
}

export interface CriterionRedundant extends InWorld, Because {
    readonly name: 'criterion-redundant';
    readonly part: Part;
    /** Whether the one criterion that makes it redundant would be so by it in turn. */
    readonly isEquivalent: boolean;
}

export interface CohortsOverlap extends InWorld {
    readonly name: 'cohorts-overlap';
    readonly first: CohortAnswer;
    readonly second: CohortAnswer;
    /** They are declared exclusive. */
    readonly isForbidden: boolean;
}

export interface CohortUnguarded extends InWorld {
    readonly name: 'cohort-unguarded';
    readonly part: Part;
    readonly because: ConflictingParts;
}

/** Two limits on one side of a value: what the looser admits and the stricter does not. */
export interface Band {
    readonly looser: Bound;
    readonly stricter: Bound;
    /** Whether the two meet in one value only (≤ 3 admitted, ≥ 3 excluded). */
    readonly isPoint: boolean;
}

export interface BoundaryMismatch extends InWorld {
    readonly name: 'boundary-mismatch';
    /** In the order of the document. */
    readonly parts: readonly Part[];
    /** Each criterion that admits more with one that admits least, and each of those. */
    readonly bands: readonly Band[];
}

export interface SatisfiableOnlyInASliver extends InWorld {
    readonly name: 'satisfiable-only-in-a-sliver';
    readonly parts: readonly Part[];
    /** Values between two bounds; null for times between two durations that nearly meet. */
    readonly bounds: readonly [Bound, Bound] | null;
}

export interface AssertionFailed extends InWorld {
    readonly name: 'assertion-failed';
    readonly assertion: Assertion;
    /** Why nobody is as an 'admits' claims; null for an 'implies', of which there is a counterexample. */
    readonly because: ConflictingParts | null;
    /** Who qualifies for the cohort and contradicts an 'implies'. */
    readonly counterexample: { readonly answer: CohortAnswer; readonly part: Part } | null;
}

export interface KnowledgeUndeclared extends InWorld {
    readonly name: 'knowledge-undeclared';
    readonly parts: readonly Part[];
    readonly question: UndeclaredQuestion;
}

/** The relation that nobody declared. */
export type UndeclaredQuestion =
    | { readonly kind: 'method'; readonly bounds: readonly [Bound, Bound] }
    | { readonly kind: 'normal limit'; readonly bounds: readonly [Bound, Bound]; readonly measure: string; readonly limit: 'ULN' | 'LLN' }
    | { readonly kind: 'half-life'; readonly drugs: readonly string[] }
    | { readonly kind: 'class'; readonly term: string; readonly className: string }
    | {
          readonly kind: 'index disease';
          readonly term: string;
          readonly className: string;
          readonly qualifier: string;
          readonly range: SourceRange | undefined;
      };

/** Something that the budget did not decide. */
export interface NotDecided extends InWorld {
    readonly name: 'not-decided';
    readonly part: Part | null;
    readonly what: string;
}

export type Finding =
    | CohortUnsatisfiable
    | CriterionNeverOrAlwaysMet
    | AlternativeUnreachable
    | AlternativeNeverDecisive
    | CriterionRedundant
    | CohortsOverlap
    | CohortUnguarded
    | BoundaryMismatch
    | SatisfiableOnlyInASliver
    | AssertionFailed
    | KnowledgeUndeclared
    | NotDecided;

export type FindingName = Finding['name'];
