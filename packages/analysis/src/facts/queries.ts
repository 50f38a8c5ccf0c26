// What conditions ask of the facts of a patient: the one interface between the meaning of conditions and the space of facts.
import type { Change, Exception, MeasureExpression, TermSelection } from '@crit-lang/model/criteria/condition.js';
import type { ValuePick } from '@crit-lang/model/criteria/time.js';
import type { ComparisonOperator } from '@crit-lang/model/criteria/value.js';
import type { Rational } from '@crit-lang/model/exact/rational.js';
import type { CompiledBefore } from '../compile/compiled-before.js';
import type { Verdict } from '../compile/verdicts.js';
import type { Formula, Formulas } from '../encode/formulas.js';
import type { Span } from '../time/spans.js';
import type { Extra } from './extras.js';

/**
 * What can occur of a term: it is there (conditions, exposure, facts about the person, criteria that are fulfilled), begins, ends, is diagnosed,
 * is planned; a treatment went so; a test had this result.
 */
export type Track = 'present' | 'onset' | 'stop' | 'diagnosis' | 'planned' | `response ${string}` | `result ${string}`;

/** An exception that applies only to occurrences of a kind, or under a condition. */
export interface ConditionalException {
    readonly exception: Exception;
    readonly extra: Extra | null;
    readonly provided: Formula;
}

export interface OccurrenceQuery {
    readonly track: Track;
    /** With the index disease put in. */
    readonly what: TermSelection;
    readonly span: Span;
    readonly extras: readonly Extra[];
    /** For each exception of `what` (and of its exceptions) that has refinements or a proviso. */
    readonly conditional: readonly ConditionalException[];
}

/** Absolute values and multiples of a limit of normal are two facts. */
export type Scale = 'absolute' | 'ULN' | 'LLN' | 'titer';

/** Which value is spoken of. */
export interface ValueQuery {
    readonly expression: MeasureExpression;
    readonly scale: Scale;
    readonly span: Span;
    /** `worst` has been replaced by what it means here. */
    readonly pick: Exclude<ValuePick, 'worst'>;
    readonly method: string | null;
    readonly circumstance: string | null;
}

export interface GradeQuery {
    readonly scale: string;
    readonly component: string | null;
    readonly of: TermSelection | null;
    readonly span: Span;
    readonly pick: Exclude<ValuePick, 'worst'>;
    /** For each exception of `of` that has refinements or a proviso. */
    readonly conditional?: readonly ConditionalException[];
}

export interface ChangeQuery {
    /** Same text for the same change: measure, basis, from when, over how long. */
    readonly key: string;
    readonly expression: MeasureExpression;
    readonly span: Span;
    /** As the condition has them, for those who read a model. */
    readonly basis: Change['basis'];
    readonly from: Change['from'];
    readonly over: Change['over'];
}

/** A member that an occurrence in a list can be of. */
export interface MemberOccurrence {
    /** Same for the same member wherever it is asked for. */
    readonly member: string;
    readonly occurs: Formula;
    /** Whether it stands for one member only, or for any number of members that are not told apart. */
    readonly isOne: boolean;
}

export interface FactReader {
    readonly formulas: Formulas;
    /** What was compiled for it before; left out where each condition has to be asked anew. */
    readonly verdicts?: CompiledBefore<Verdict>;
    readonly members?: CompiledBefore<readonly MemberOccurrence[] | null>;
    occurs(query: OccurrenceQuery): Formula;
    /** `occurs`, member by member. */
    membersThat(query: OccurrenceQuery): MemberOccurrence[];
    /** How often: compared with a number. */
    occursTimes(query: OccurrenceQuery, operator: ComparisonOperator, count: number): Formula;
    compare(query: ValueQuery, operator: ComparisonOperator, value: Rational): Formula;
    /** Compares two values at the same time; the second is multiplied by `factor` into the unit of the first. */
    compareValues(query: ValueQuery, operator: ComparisonOperator, other: MeasureExpression, factor: Rational | null): Formula;
    grade(query: GradeQuery, operator: ComparisonOperator, index: number): Formula;
    changes(query: ChangeQuery, operator: ComparisonOperator, amount: Rational): Formula;
    /** On how many occasions something was seen. */
    occasions(key: string, operator: ComparisonOperator, count: number): Formula;
    /** A fact that nothing else is known of: the same key is the same fact. */
    free(key: string): Formula;
}
