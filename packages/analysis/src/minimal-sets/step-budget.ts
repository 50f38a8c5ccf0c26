// A budget for a whole search, counted in questions to the solver, so that the same document gives the same answer on every machine.
import type { Literal } from '../solver/literal.js';
import { type Answer, DEFAULT_CONFLICT_BUDGET, type SatSolver } from '../solver/sat-solver.js';

export class StepBudget {
    /** Questions asked so far. */
    used = 0;

    /**
     * @param steps questions that may be asked.
     * @param conflicts the budget of each question.
     */
    constructor(
        readonly steps: number,
        readonly conflicts: number = DEFAULT_CONFLICT_BUDGET,
    ) {}

    get isSpent(): boolean {
        return this.used >= this.steps;
    }

    /** Asks the solver; once the budget is spent every answer is `undecided`. */
    solve(solver: SatSolver, assumptions: readonly Literal[]): Answer {
        if (this.isSpent) return 'undecided';
        this.used++;
        return solver.solve(assumptions, { budget: this.conflicts });
    }
}
