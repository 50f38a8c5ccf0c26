// Damages the clauses between encoder and solver, one at a time, to see whether the oracles notice.
import type { ClauseSink } from '@crit-lang/analysis/solver/clause-sink.js';
import { type Literal, negated, type Variable } from '@crit-lang/analysis/solver/literal.js';
import { SatSolver } from '@crit-lang/analysis/solver/sat-solver.js';

/** A clause is left out, or one of its literals is turned into its opposite. */
export type Damage = { readonly clause: number; readonly kind: 'drop' } | { readonly clause: number; readonly kind: 'flip'; readonly place: number };

export class DamagedSink implements ClauseSink {
    /** The clauses as the encoder made them. */
    readonly made: (readonly Literal[])[] = [];

    constructor(
        private readonly solver: SatSolver,
        private readonly damage?: Damage,
    ) {}

    newVariable(): Variable {
        return this.solver.newVariable();
    }

    addClause(literals: readonly Literal[]): boolean {
        const passed = damaged(literals, this.made.length, this.damage);
        this.made.push(literals);
        return passed === undefined || this.solver.addClause(passed);
    }
}

function damaged(literals: readonly Literal[], number: number, damage: Damage | undefined): readonly Literal[] | undefined {
    if (damage?.clause !== number) return literals;
    return damage.kind === 'drop' ? undefined : literals.map((literal, place) => (place === damage.place ? negated(literal) : literal));
}

/** Whether the clauses have the same models with the damage as without it, so that nobody could notice. */
export function isHarmless(clauses: readonly (readonly Literal[])[], variables: number, damage: Damage): boolean {
    const original = clauses[damage.clause] as readonly Literal[];
    const passed = damaged(original, damage.clause, damage);
    const others = clauses.filter((_, number) => number !== damage.clause);
    return follows(passed === undefined ? others : [...others, passed], original, variables) && (passed === undefined || follows(clauses, passed, variables));
}

function follows(clauses: readonly (readonly Literal[])[], consequence: readonly Literal[], variables: number): boolean {
    const solver = new SatSolver();
    for (let count = 0; count < variables; count++) solver.newVariable();
    for (const clause of clauses) solver.addClause(clause);
    return solver.solve(consequence.map(negated)) === 'unsat';
}
