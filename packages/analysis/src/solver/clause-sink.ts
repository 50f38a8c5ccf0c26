// What takes clauses from the encoder: the solver, or in tests something that watches or damages them on the way.
import type { Literal, Variable } from './literal.js';

export interface ClauseSink {
    newVariable(): Variable;
    /** @returns false when the clauses have become contradictory by themselves. */
    addClause(literals: readonly Literal[]): boolean;
}
