// A large part of contradictory assumptions that can hold together, found without listing every conflict.
import type { Literal } from '../solver/literal.js';
import type { SatSolver } from '../solver/sat-solver.js';
import type { StepBudget } from './step-budget.js';

/**
 * Gives up one member of each core met until the rest can hold, then takes back what fits after all. The earlier of two that conflict stays.
 * @returns members of `selectors`, in their order; no further one can be added unless the budget ran out. Undefined when not
 * even `background` alone was shown to hold.
 */
export function satisfiableSubset(
    solver: SatSolver,
    background: readonly Literal[],
    selectors: readonly Literal[],
    budget: StepBudget,
): readonly Literal[] | undefined {
    let kept = [...selectors];
    const givenUp: Literal[] = [];
    for (;;) {
        const answer = budget.solve(solver, [...background, ...kept]);
        if (answer === 'sat') break;
        const core = new Set(solver.core());
        const loser = answer === 'unsat' ? kept.findLast((literal) => core.has(literal)) : kept.at(-1);
        if (loser === undefined) return undefined;
        kept = kept.filter((literal) => literal !== loser);
        givenUp.push(loser);
        if (budget.isSpent) return undefined;
    }
    for (const literal of givenUp.reverse()) {
        if (budget.solve(solver, [...background, ...kept, literal]) === 'sat') kept.push(literal);
    }
    const members = new Set(kept);
    return selectors.filter((literal) => members.has(literal));
}
