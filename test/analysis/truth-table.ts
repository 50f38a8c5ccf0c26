// The oracle of the solver: every assignment of a few variables, and which of them still satisfy the clauses.
import type { Literal } from '@crit-lang/analysis/solver/literal.js';

const holds = (assignment: number, literal: Literal): boolean => ((assignment >> (literal >> 1)) & 1) === ((literal & 1) ^ 1);

export class TruthTable {
    private readonly alive: Uint8Array;

    /** @param variables at most 16. */
    constructor(readonly variables: number) {
        this.alive = new Uint8Array(2 ** variables).fill(1);
    }

    addClause(literals: readonly Literal[]): void {
        for (let assignment = 0; assignment < this.alive.length; assignment++) {
            if (this.alive[assignment] === 1 && !literals.some((literal) => holds(assignment, literal))) this.alive[assignment] = 0;
        }
    }

    isSatisfiable(assumptions: readonly Literal[]): boolean {
        for (let assignment = 0; assignment < this.alive.length; assignment++) {
            if (this.alive[assignment] === 1 && assumptions.every((literal) => holds(assignment, literal))) return true;
        }
        return false;
    }

    /** Whether these literals and any values of the other variables satisfy all. */
    isModel(literals: readonly Literal[]): boolean {
        return this.isSatisfiable(literals) && literals.length === this.variables;
    }
}
