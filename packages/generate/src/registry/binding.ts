// The leaves of a criterion that hold for every participant it lets in.
import type { Condition } from '@crit-lang/model/criteria/condition.js';
import type { Criterion, CriteriaDocument } from '@crit-lang/model/criteria/document.js';

/** A leaf, and whether it holds or its contrary does. */
export interface BindingLeaf {
    leaf: Condition;
    holds: boolean;
}

/** The leaves that a participant who passes this criterion surely meets, or surely does not meet. */
export function bindingLeaves(criterion: Criterion): BindingLeaf[] {
    return criterion.readings.length > 1 ? [] : bound(criterion.rule, criterion.kind === 'include');
}

/** The criteria of every cohort, each cohort by itself; a protocol without cohorts counts as one. */
export function criteriaByCohort(document: CriteriaDocument): Criterion[][] {
    if (document.cohorts.length === 0) {
        return [document.criteria];
    }
    return document.cohorts.map((cohort) => document.criteria.filter((criterion) => criterion.cohorts === null || criterion.cohorts.includes(cohort.id)));
}

/** A conjunction that holds, or a disjunction that does not, binds each of its parts; a single alternative binds too. */
function bound(condition: Condition, holds: boolean): BindingLeaf[] {
    switch (condition.kind) {
        case 'not':
            return bound(condition.of, !holds);
        case 'all':
            return holds || condition.of.length === 1 ? condition.of.flatMap((part) => bound(part, holds)) : [];
        case 'any':
            return !holds || condition.of.length === 1 ? condition.of.flatMap((part) => bound(part, holds)) : [];
        default:
            return [{ leaf: condition, holds }];
    }
}
