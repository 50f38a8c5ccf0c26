// Walks the parts of the criteria model: every condition in it, every term and every term selection it names.
import type { Condition, Exception, MeasureExpression, Refinement, TermSelection } from './condition.js';
import type { Limit } from './value.js';

/** What a walk meets; each callback is optional. */
export interface Visitor {
    condition?: (condition: Condition) => void;
    selection?: (selection: TermSelection) => void;
    /** A term named directly: a measure, scale, fact, set of criteria. */
    term?: (id: string) => void;
    limit?: (limit: Limit) => void;
}

/** Visits a condition and all that it contains, parents before children. */
export function walkCondition(condition: Condition, visitor: Visitor): void {
    visitor.condition?.(condition);
    const each = (items: readonly Condition[]): void => {
        for (const item of items) walkCondition(item, visitor);
    };
    const refinements = (items: readonly Refinement[]): void => {
        for (const item of items) walkRefinement(item, visitor);
    };
    switch (condition.kind) {
        case 'all':
        case 'any':
            each(condition.of);
            break;
        case 'not':
        case 'repeated':
            walkCondition(condition.of, visitor);
            break;
        case 'vague':
            walkCondition(condition.condition, visitor);
            break;
        case 'count':
            each(condition.items.map((item) => item.condition));
            break;
        case 'guard':
            each([condition.when, condition.then]);
            if (condition.otherwise !== null) walkCondition(condition.otherwise, visitor);
            break;
        case 'cases':
            for (const row of condition.rows) {
                if (row.when !== null) walkCondition(row.when, visitor);
                walkCondition(row.then, visitor);
            }
            break;
        case 'presence':
            walkSelection(condition.what, visitor);
            refinements(condition.refinements);
            break;
        case 'response':
            walkSelection(condition.to, visitor);
            refinements(condition.refinements);
            break;
        case 'compare':
            walkMeasure(condition.left, visitor);
            walkLimit(condition.right, visitor);
            refinements(condition.refinements);
            break;
        case 'grade':
            visitor.term?.(condition.scale);
            if (condition.of !== null) walkSelection(condition.of, visitor);
            break;
        case 'result':
            walkSelection(condition.test, visitor);
            refinements(condition.refinements);
            break;
        case 'meets':
            visitor.term?.(condition.criteria);
            break;
        case 'fact':
            visitor.term?.(condition.term);
            break;
        case 'change':
            walkMeasure(condition.measure, visitor);
            walkLimit(condition.amount, visitor);
            refinements(condition.refinements);
            break;
        case 'elapsed':
            walkSelection(condition.since, visitor);
            break;
        case 'washout':
            for (const row of condition.rows) walkSelection(row.what, visitor);
            break;
        case 'reference':
            for (const value of condition.arguments) walkLimit(value, visitor);
            refinements(condition.refinements);
            break;
        case 'statement':
        case 'unspecified':
        case 'unresolved':
            break;
    }
}

export function walkSelection(selection: TermSelection, visitor: Visitor): void {
    visitor.selection?.(selection);
    for (const exception of selection.except) walkException(exception, visitor);
}

function walkException(exception: Exception, visitor: Visitor): void {
    walkSelection(exception.selection, visitor);
    for (const refinement of exception.refinements) walkRefinement(refinement, visitor);
    if (exception.provided !== null) walkCondition(exception.provided, visitor);
}

function walkRefinement(refinement: Refinement, visitor: Visitor): void {
    if ('selection' in refinement) walkSelection(refinement.selection, visitor);
    if ('condition' in refinement) walkCondition(refinement.condition, visitor);
}

export function walkMeasure(measure: MeasureExpression, visitor: Visitor): void {
    switch (measure.kind) {
        case 'measure':
            visitor.term?.(measure.term);
            break;
        case 'dose':
            walkSelection(measure.of, visitor);
            if (measure.inEquivalentsOf !== null) visitor.term?.(measure.inEquivalentsOf);
            break;
        case 'arithmetic':
            walkMeasure(measure.left, visitor);
            walkMeasure(measure.right, visitor);
            break;
        case 'number':
            break;
    }
}

export function walkLimit(limit: Limit, visitor: Visitor): void {
    visitor.limit?.(limit);
    if (limit.kind === 'measure') walkMeasure(limit.measure, visitor);
    if (limit.kind === 'cases') {
        for (const row of limit.rows) {
            if (row.when !== null) walkCondition(row.when, visitor);
            walkLimit(row.limit, visitor);
        }
    }
}
