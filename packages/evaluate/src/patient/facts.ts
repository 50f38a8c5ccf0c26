// The kinds of facts that a patient record holds. Each says that something is so (`holds`) or is not so, and where it comes from.
import type { Aspect, Condition, MeasureExpression, Presence, Refinement, ResponseKind, TermSelection } from '@crit-lang/model/criteria/condition.js';
import type { SourceRange } from '@crit-lang/model/criteria/source.js';
import type { DurationBound, ValuePick } from '@crit-lang/model/criteria/time.js';
import type { CountBound } from '@crit-lang/model/criteria/value.js';
import type { Span } from '../time/span.js';
import type { Interval } from '../values/interval.js';

/** Where a fact comes from, for explanations. */
export interface Origin {
    /** The fact in words, as in the patient's record. */
    words: string;
    range?: SourceRange;
    /** Why it holds, where it is derived from another fact: "pregnant implies female". */
    derived: string | null;
}

interface Fact {
    holds: boolean;
    origin: Origin;
}

/** A condition, drug, procedure or event is present, begins, ends, is diagnosed or is planned at some time in the span; or at no time in it. */
export interface PresenceFact extends Fact {
    aspect: Aspect;
    /** What is spoken of; the index disease is put in. */
    what: TermSelection;
    /** The term; a class stands for a member that is not named, of no kind that the vocabulary knows. */
    term: string;
    /** Some kind of the term, which one is not known (derived by implication): it may be of a kind that the vocabulary knows. */
    someKind: boolean;
    span: Span;
    refinements: Refinement[];
    /** Words of the protocol that nothing defines ("severe"). */
    qualifiers: string[];
    lasting: DurationBound | null;
    times: CountBound | null;
    stableDose: Presence['stableDose'];
    method: string | null;
}

/** A treatment went so, in one of these ways. */
export interface ResponseFact extends Fact {
    responses: ResponseKind[];
    to: TermSelection;
    term: string;
    span: Span;
    lasting: DurationBound | null;
    refinements: Refinement[];
    qualifiers: string[];
}

/** Absolute values and multiples of a limit of normal are different facts; they are linked where the limit is known. Titers are dilutions. */
export type Scale = 'absolute' | 'ULN' | 'LLN' | 'titer';

/** A measured value lies in the interval. `pick` says of which values in the span this is said. */
export interface ValueFact {
    origin: Origin;
    expression: MeasureExpression;
    key: string;
    scale: Scale;
    interval: Interval;
    span: Span;
    pick: ValuePick;
    method: string | null;
    circumstance: string | null;
    refinements: Refinement[];
    lasting: DurationBound | null;
}

/** A grade is one of these positions on its scale. */
export interface GradeFact {
    origin: Origin;
    scale: string;
    component: string | null;
    of: TermSelection | null;
    indexes: ReadonlySet<number>;
    /** Said of every member of the class `of`, not of some. */
    ofAll: boolean;
    span: Span;
}

export interface ResultFact extends Fact {
    test: TermSelection;
    term: string;
    result: string;
    span: Span;
    method: string | null;
    refinements: Refinement[];
}

/** Something true or false of the person, or classification criteria that are fulfilled or not. */
export interface TruthFact extends Fact {
    kind: 'fact' | 'meets';
    term: string;
    span: Span;
}

/** A measure has changed so much: later value less earlier one; `signed` is null where only its size is known. */
export interface ChangeFact {
    origin: Origin;
    key: string;
    basis: 'relative' | 'absolute' | null;
    signed: Interval | null;
    size: Interval;
    from: string | null;
    over: string | null;
    span: Span;
    lasting: DurationBound | null;
    refinements: Refinement[];
}

/** A statement, agreement or judgement in words; `verb` null where it stands for all of that text. */
export interface StatementFact extends Fact {
    verb: string | null;
    text: string;
}

/** A condition that is known to hold or not as a whole, such as one of several alternatives. */
export interface WholeFact extends Fact {
    condition: Condition;
}
