// Exact numbers, quantities and limits as they stand in the criteria model on disk.
import type { Condition } from './condition.js';
import type { MeasureExpression } from './condition.js';

/** An exact number as text: a finite decimal ("1.5") or a fraction ("1/3"). */
export type ExactText = string;

/** A number with its unit as written, and the same in the canonical unit of its dimension. */
export interface ModelQuantity {
    value: ExactText;
    /** As the author wrote it; null for a pure number. */
    unit: string | null;
    /** In the unit of the measure's vocabulary entry (or, without one, UCUM base units). Null when it cannot be converted (a diagnostic says so). */
    canonical: { value: ExactText; unit: string | null } | null;
    /** The same value in another unit, as the author wrote it beside: '10 g/dL (100 g/L)'. */
    pair?: { value: ExactText; unit: string };
}

/** What a measured value is compared with. */
export type Limit =
    | ({ kind: 'quantity' } & ModelQuantity)
    | { kind: 'normal-limit'; factor: ExactText; limit: 'ULN' | 'LLN' }
    | { kind: 'titer'; numerator: number; denominator: number }
    | { kind: 'grade-value'; value: string; index: number }
    | { kind: 'parameter'; name: string }
    | { kind: 'measure'; measure: MeasureExpression }
    | { kind: 'cases'; rows: { when: Condition | null; limit: Limit }[] };

export type ComparisonOperator = '<' | '<=' | '=' | '>=' | '>';

/** "at least 2", "more than 3 months": an operator and a number. */
export interface CountBound {
    operator: ComparisonOperator;
    count: number;
}
