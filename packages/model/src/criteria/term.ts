// The clinical terms a criteria document speaks of, each with what its vocabulary entry says.
import type { ExactText, ModelQuantity } from './value.js';

export type TermKind = 'condition' | 'drug' | 'lab' | 'measure' | 'score' | 'grade' | 'test' | 'procedure' | 'event' | 'fact' | 'criteria';

export const TERM_KINDS: readonly TermKind[] = ['condition', 'drug', 'lab', 'measure', 'score', 'grade', 'test', 'procedure', 'event', 'fact', 'criteria'];

/** A code in a terminology: `{ system: 'mesh', code: 'D008180' }`. */
export interface Code {
    system: string;
    code: string;
}

/** A range of values in one unit, closed at both ends. */
export interface ValueRange {
    low: ExactText;
    high: ExactText;
    unit: string | null;
}

/** An entry of the vocabulary. Its canonical name is its identity: no two terms of a document share one (ignoring case and accents). */
export interface Term {
    id: string;
    kind: TermKind;
    title: string | null;
    /** `shipped` with the package, or `declared` in a file of the author's. */
    origin: 'shipped' | 'declared';
    parents: string[];
    synonyms: string[];
    definition: string | null;
    /** A short everyday noun phrase for patients. */
    plain: string | null;
    /** An everyday explanation for patients. */
    explain: string | null;
    codes: Code[];
    implies: string[];
    disjoint: string[];
    /** Sources of facts that the reference data does not confirm. */
    sources: string[];
    /** Labs, measures, scores: the unit values are kept in, as written; null for a pure number. */
    unit?: string | null;
    usualUnits?: string[];
    /** g/mol. */
    molarMass?: ExactText;
    /** Charges of the ion: 1 mol is so many equivalents. */
    charge?: ExactText;
    limits?: ('ULN' | 'LLN')[];
    plausible?: ValueRange;
    reference?: ValueRange;
    /** Scores: the values that exist by definition. */
    range?: ValueRange;
    step?: ExactText;
    /** Scores: values inside the range that do not exist (EDSS 0.5). */
    withoutValues?: ExactText[];
    /** Grades: from the lowest to the highest; `ordered` is false for a plain list. */
    values?: string[];
    ordered?: boolean;
    /** Grades: the parts that are graded one by one (BILAG organ systems), and what one is called. */
    components?: string[];
    componentName?: string;
    results?: string[];
    /** Drugs: `amount` of this drug counts as `base` of the drug `to` (prednisone equivalence). */
    equivalent?: { amount: ModelQuantity; base: ModelQuantity; to: string };
    halfLife?: { low: ModelQuantity; high: ModelQuantity };
    /** Classification criteria: the condition they classify. */
    classifies?: string[];
}

/** A relation that holds by definition or that the protocol declares. */
export type Relation =
    | { kind: 'is-a'; child: string; parent: string; origin: 'shipped' | 'declared'; source: string | null }
    | { kind: 'order'; lower: string; operator: '<=' | '<'; upper: string; origin: 'shipped' | 'declared'; source: string | null }
    | { kind: 'implies'; term: string; implied: string; origin: 'shipped' | 'declared'; source: string | null }
    | { kind: 'disjoint'; terms: string[]; origin: 'shipped' | 'declared'; source: string | null }
    | { kind: 'limit-interval'; measure: string; limit: 'ULN' | 'LLN'; low: ModelQuantity; high: ModelQuantity; source: string | null }
    | { kind: 'exclusive-cohorts'; cohorts: string[]; source: string | null };
