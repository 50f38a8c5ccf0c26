// One minimal set of assumptions that cannot hold together, chosen by their order alone: the same whatever the solver has learnt before.
import type { Literal } from '../solver/literal.js';
import type { SatSolver } from '../solver/sat-solver.js';
import type { ConflictingSet } from './shrink-core.js';
import type { StepBudget } from './step-budget.js';

/**
 * Gives up one selector after the other, the last first, wherever the rest still cannot hold together. A core of the rest shows
 * without a question which of them can go.
 * @param selectors cannot all hold with `background`; the solver was asked so just now.
 * @param background literals that are assumed throughout and are never members.
 */
export function earliestMinimalSet(solver: SatSolver, background: readonly Literal[], selectors: readonly Literal[], budget: StepBudget): ConflictingSet {
    let core = new Set(solver.core());
    const needed: Literal[] = [];
    let isMinimal = true;
    for (let last = selectors.length - 1; last >= 0; last--) {
        const candidate = selectors[last] as Literal;
        if (!core.has(candidate)) continue;
        const answer = budget.solve(solver, [...background, ...selectors.slice(0, last), ...needed]);
        if (answer === 'unsat') {
            core = new Set(solver.core());
            continue;
        }
        needed.push(candidate);
        if (answer === 'undecided') isMinimal = false;
    }
    return { members: needed.reverse(), isMinimal };
}
