// The logic of a criterion: groups, counts and the clinical leaves they are made of.
import type { SourceRange } from './source.js';
import type { ComparisonOperator, CountBound, ExactText, Limit, ModelQuantity } from './value.js';
import type { Anchor, Duration, DurationBound, ValuePick, Window } from './time.js';

/** Each condition says where it was written, when it was written at all. */
interface Written {
    range?: SourceRange;
}

export type Condition =
    | AllOf
    | AnyOf
    | Not
    | Count
    | Guard
    | Cases
    | Vague
    | Repeated
    | Presence
    | Response
    | Comparison
    | GradeComparison
    | TestResult
    | MeetsCriteria
    | Fact
    | Change
    | Elapsed
    | Washout
    | Statement
    | Unspecified
    | Reference
    | Unresolved;

export interface AllOf extends Written {
    kind: 'all';
    of: Condition[];
}
export interface AnyOf extends Written {
    kind: 'any';
    of: Condition[];
}
export interface Not extends Written {
    kind: 'not';
    of: Condition;
}

/** So many of the items hold. An item that `counts: 'members'` selects a class: each of its distinct members counts, each member once over the whole list. */
export interface Count extends Written {
    kind: 'count';
    bound: CountBound;
    items: { counts: 'one' | 'members'; condition: Condition }[];
    /** All items must hold at the same assessment. */
    together: boolean;
}

/** A line that applies only to some: where it does not apply it neither fails an inclusion nor triggers an exclusion. */
export interface Guard extends Written {
    kind: 'guard';
    form: 'if' | 'unless';
    when: Condition;
    then: Condition;
    otherwise: Condition | null;
}

/** One of several conditions, chosen by the patient's situation; not first-match. `when` is null for the row 'otherwise'. */
export interface Cases extends Written {
    kind: 'cases';
    rows: { when: Condition | null; then: Condition }[];
}

/** A condition under a word that the protocol does not define ("clinically significant"): a fact of its own, flagged, that implies the condition. */
export interface Vague extends Written {
    kind: 'vague';
    qualifier: string;
    condition: Condition;
}

/** The condition is seen on so many occasions, so far apart. */
export interface Repeated extends Written {
    kind: 'repeated';
    of: Condition;
    bound: CountBound;
    apart: Duration | null;
}

/** A term, or a class of terms less its exceptions. */
export interface TermSelection extends Written {
    /** Canonical name; null for the index disease of the cohort in question. */
    term: string | null;
    /** The disease of the cohort that the patient is screened for. */
    index: boolean;
    /** 'any X': the class spoken of as a class. */
    any: boolean;
    except: Exception[];
}

export interface Exception extends Written {
    form: 'except' | 'other than';
    selection: TermSelection;
    refinements: Refinement[];
    /** The exception holds only under this condition. */
    provided: Condition | null;
}

/** A qualifier that narrows a term: "requiring parenteral nutrition". */
export type Refinement = Written & {
    relation: 'requiring' | 'due to' | 'treated with' | 'associated with' | 'confirmed by' | 'with' | 'without';
} & ({ text: string } | { selection: TermSelection } | { condition: Condition });

/** How a condition, drug, procedure or event is present in time. */
export type Aspect = 'present' | 'onset' | 'diagnosis' | 'exposure' | 'start' | 'stop' | 'planned';

/** has, had, ever had, onset of, diagnosed with; uses, used, started, stopped, plans. What is ongoing in the window counts as present. */
export interface Presence extends Written {
    kind: 'presence';
    aspect: Aspect;
    /** The verb as written, for texts. */
    verb: string;
    what: TermSelection;
    window: Window;
    refinements: Refinement[];
    lasting: Lasting | null;
    times: CountBound | null;
    /** 'at a stable dose', for how long if said. */
    stableDose: { bound: DurationBound | null; before: Anchor | null } | null;
    method: string | null;
}

/** "for at least 3 months", "sustained for at least 6 months". */
export interface Lasting extends DurationBound {
    sustained: boolean;
}

export type ResponseKind = 'inadequate response' | 'loss of response' | 'intolerance' | 'contraindication' | 'relapse';

/** How a treatment went; any response implies exposure, except a contraindication. */
export interface Response extends Written {
    kind: 'response';
    responses: ResponseKind[];
    to: TermSelection;
    window: Window;
    lasting: Lasting | null;
    refinements: Refinement[];
}

/** A measured value, a dose of a drug, or a value computed from such. */
export type MeasureExpression =
    | { kind: 'measure'; term: string; component: string | null }
    | { kind: 'dose'; of: TermSelection; inEquivalentsOf: string | null }
    | { kind: 'number'; quantity: ModelQuantity }
    | { kind: 'arithmetic'; operator: '+' | '-' | '*' | '/'; left: MeasureExpression; right: MeasureExpression };

export interface Comparison extends Written {
    kind: 'compare';
    left: MeasureExpression;
    operator: ComparisonOperator;
    right: Limit;
    window: Window;
    /** Which of several values in the window is meant; null: the protocol's default (`latest` unless its header says otherwise). */
    pick: ValuePick | null;
    lasting: Lasting | null;
    method: string | null;
    /** "on room air". */
    circumstance: string | null;
    refinements: Refinement[];
}

/** A grade or class: of the patient (NYHA), of one component (BILAG renal), or of a condition on a scale (neuropathy in CTCAE). */
export interface GradeComparison extends Written {
    kind: 'grade';
    scale: string;
    component: string | null;
    of: TermSelection | null;
    operator: ComparisonOperator;
    value: string;
    /** Position of the value on the scale, lowest is 0; -1 when the scale does not have it (a diagnostic says so). */
    index: number;
    window: Window;
    pick: ValuePick | null;
}

export interface TestResult extends Written {
    kind: 'result';
    test: TermSelection;
    result: string;
    window: Window;
    method: string | null;
    refinements: Refinement[];
}

export interface MeetsCriteria extends Written {
    kind: 'meets';
    criteria: string;
    window: Window;
}

/** Something true or false of the person: female, pregnant, childbearing potential. */
export interface Fact extends Written {
    kind: 'fact';
    term: string;
    window: Window;
}

export interface Change extends Written {
    kind: 'change';
    measure: MeasureExpression;
    direction: 'falls' | 'rises' | 'changes';
    operator: ComparisonOperator;
    amount: Limit;
    /** Of the starting value (`relative`) or in the measure's own unit (`absolute`); null when the author left it open. */
    basis: 'relative' | 'absolute' | null;
    from: Anchor | null;
    over: Duration | null;
    window: Window;
    lasting: Lasting | null;
    refinements: Refinement[];
}

/** "at least 6 months since stroke"; admits those who never had it only with `orNever`. */
export interface Elapsed extends Written {
    kind: 'elapsed';
    operator: ComparisonOperator;
    duration: Duration;
    since: TermSelection;
    orNever: boolean;
    until: Anchor;
}

/** A table of drugs and how long before the anchor each must not have been used; holds when any row holds. */
export interface Washout extends Written {
    kind: 'washout';
    anchor: Anchor;
    rows: (Written & { what: TermSelection; /** 'any other': less the terms of the rows above. */ minus: string[]; duration: Duration })[];
}

/** Free text: a statement that could be typed, an attestation of the participant, or a judgement that somebody makes. */
export interface Statement extends Written {
    kind: 'statement';
    class: 'prose' | 'attestation' | 'judgement';
    /** Attestations: 'agrees to', 'consents to', 'willing to', 'able to'. */
    verb: string | null;
    text: string;
    /** Judgements: who decides. */
    by: string | null;
    window: Window | null;
}

/** Something the source does not say; unknown in evaluation, free in analysis, listed as not analysed. */
export interface Unspecified extends Written {
    kind: 'unspecified';
    text: string;
}

/** A use of a definition; `arguments` fill its parameters in order. */
export interface Reference extends Written {
    kind: 'reference';
    definition: string;
    arguments: Limit[];
    window: Window | null;
    refinements: Refinement[];
}

/** What could not be read or resolved (a diagnostic says why); unknown in evaluation. */
export interface Unresolved extends Written {
    kind: 'unresolved';
    text: string;
    number?: ExactText;
}
