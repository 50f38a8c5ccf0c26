// What a clinical leaf speaks of (its term or measure), apart from what it says of it.
import type {
    Change,
    Comparison,
    Condition,
    Elapsed,
    Fact,
    GradeComparison,
    MeasureExpression,
    MeetsCriteria,
    Presence,
    Refinement,
    Response,
    TermSelection,
    TestResult,
} from '@crit-lang/model/criteria/condition.js';
import { sameMeaning } from './same-meaning.js';

/** The leaves that can share a frame: one subject, and something said of it. */
export type FramedLeaf = Presence | Response | Comparison | GradeComparison | TestResult | MeetsCriteria | Fact | Change | Elapsed;

export type Subject =
    | { kind: 'selection'; selection: TermSelection }
    | { kind: 'measure'; measure: MeasureExpression }
    /** A part of a grade: one organ system of BILAG. */
    | { kind: 'component'; component: string }
    | { kind: 'term'; term: string };

const FRAMED_KINDS: ReadonlySet<Condition['kind']> = new Set(['presence', 'response', 'compare', 'grade', 'result', 'meets', 'fact', 'change', 'elapsed']);

/** Whether a condition is a leaf with one subject. */
export function isFramedLeaf(condition: Condition): condition is FramedLeaf {
    return FRAMED_KINDS.has(condition.kind);
}

/** The term, measure or component that a leaf speaks of. */
export function subjectOf(leaf: FramedLeaf): Subject {
    switch (leaf.kind) {
        case 'presence':
            return { kind: 'selection', selection: leaf.what };
        case 'response':
            return { kind: 'selection', selection: leaf.to };
        case 'compare':
            return { kind: 'measure', measure: leaf.left };
        case 'grade':
            return gradeSubject(leaf);
        case 'result':
            return { kind: 'selection', selection: leaf.test };
        case 'meets':
            return { kind: 'term', term: leaf.criteria };
        case 'fact':
            return { kind: 'term', term: leaf.term };
        case 'change':
            return { kind: 'measure', measure: leaf.measure };
        case 'elapsed':
            return { kind: 'selection', selection: leaf.since };
    }
}

/** The refinements of a leaf; empty for the kinds that have none. */
export function refinementsOf(leaf: FramedLeaf): Refinement[] {
    return 'refinements' in leaf ? leaf.refinements : [];
}

/** Whether two leaves say the same of their (possibly different) subjects; refinements are compared by the caller. */
export function sameFrame(a: FramedLeaf, b: FramedLeaf): boolean {
    return a.kind === b.kind && sameMeaning(withoutSubject(a), withoutSubject(b));
}

function gradeSubject(leaf: GradeComparison): Subject {
    if (leaf.component !== null) {
        return { kind: 'component', component: leaf.component };
    }
    return leaf.of === null ? { kind: 'term', term: leaf.scale } : { kind: 'selection', selection: leaf.of };
}

/** A grade's scale stays part of the frame unless it is the subject itself: "BILAG A in the renal or the cardiorespiratory system", not "BILAG or NYHA A". */
function withoutSubject(leaf: FramedLeaf): object {
    switch (leaf.kind) {
        case 'presence':
            return { ...leaf, what: null, refinements: null };
        case 'response':
            return { ...leaf, to: null, refinements: null };
        case 'compare':
            return { ...leaf, left: null, refinements: null };
        case 'grade':
            return { ...leaf, component: leaf.component !== null, of: leaf.of !== null };
        case 'result':
            return { ...leaf, test: null, refinements: null };
        case 'meets':
            return { ...leaf, criteria: null };
        case 'fact':
            return { ...leaf, term: null };
        case 'change':
            return { ...leaf, measure: null, refinements: null };
        case 'elapsed':
            return { ...leaf, since: null };
    }
}
