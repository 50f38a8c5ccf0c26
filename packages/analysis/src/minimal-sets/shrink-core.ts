// Shrinks assumptions that cannot hold together to a minimal set: without any one of its members the rest can.
import type { Literal } from '../solver/literal.js';
import type { SatSolver } from '../solver/sat-solver.js';
import type { StepBudget } from './step-budget.js';

export interface ConflictingSet {
    /** In the order in which they were given. */
    readonly members: readonly Literal[];
    /** Whether it was shown of each member that the others can hold without it; else the budget ran out over one. */
    readonly isMinimal: boolean;
}

/**
 * Deletes one member after the other. The cores that turn up on the way take out several at once.
 * @param core literals that cannot all hold together with `background`.
 * @param background literals that are assumed throughout and are never members.
 */
export function shrinkCore(solver: SatSolver, background: readonly Literal[], core: readonly Literal[], budget: StepBudget): ConflictingSet {
    const always = new Set(background);
    let open = core.filter((literal) => !always.has(literal));
    const needed: Literal[] = [];
    let isMinimal = true;
    for (let candidate = open.pop(); candidate !== undefined; candidate = open.pop()) {
        // What is deleted next stands last but for the needed ones, so that the solver can keep most of its trail.
        const answer = budget.solve(solver, [...background, ...open, ...needed]);
        if (answer === 'unsat') {
            const smaller = new Set(solver.core());
            open = open.filter((literal) => smaller.has(literal));
        } else {
            needed.push(candidate);
            if (answer === 'undecided') isMinimal = false;
        }
    }
    const members = new Set(needed);
    return { members: core.filter((literal) => members.has(literal)), isMinimal };
}
