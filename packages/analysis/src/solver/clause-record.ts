// Remembers the clauses that go to a solver at first, so that another one can begin where it began.
import type { ClauseSink } from './clause-sink.js';
import type { Literal, Variable } from './literal.js';

const NEW_VARIABLE = -1;

export class ClauseRecord implements ClauseSink {
    /** For each clause its length and its literals. */
    private readonly steps: number[] = [];
    private isOver = false;

    constructor(private readonly solver: ClauseSink) {}

    newVariable(): Variable {
        if (!this.isOver) this.steps.push(NEW_VARIABLE);
        return this.solver.newVariable();
    }

    addClause(literals: readonly Literal[]): boolean {
        if (!this.isOver) this.steps.push(literals.length, ...literals);
        return this.solver.addClause(literals);
    }

    /** What comes now is passed on and not remembered. */
    end(): void {
        this.isOver = true;
    }

    /** Does to a new solver all that is remembered; its variables then have the same numbers. */
    replayInto(solver: ClauseSink): void {
        const { steps } = this;
        for (let at = 0; at < steps.length;) {
            const length = steps[at++] as number;
            if (length === NEW_VARIABLE) solver.newVariable();
            else solver.addClause(steps.slice(at, (at += length)));
        }
    }
}
