// Damages clauses of components on their way into the solver: those that the encoder makes of formulas, or those by which a criterion is selected.
import { Encoder } from '@crit-lang/analysis/encode/encoder.js';
import type { ClauseSink } from '@crit-lang/analysis/solver/clause-sink.js';
import { type Literal, negated } from '@crit-lang/analysis/solver/literal.js';

/** Left out, or with its first literal turned into the opposite. */
export type DamageKind = 'drop' | 'flip';

/** Selecting clauses say that a criterion that is asked of a patient has to be passed: without one fewer patients are kept out. */
export type ClauseGroup = 'formulas' | 'selection';

/**
 * While `work` runs, every clause of the group is damaged whose number `isHit` picks; the other groups are left alone.
 *
 * @returns how many clauses of the group there were, and how many were damaged.
 */
export function withDamage(kind: DamageKind, group: ClauseGroup, isHit: (clause: number) => boolean, work: () => void): { made: number; damaged: number } {
    const tally = { made: 0, damaged: 0 };
    const encode = Reflect.get(Encoder.prototype, 'encode');
    const watched = new WeakSet<ClauseSink>();
    let depth = 0;
    const watch = (sink: ClauseSink): void => {
        if (watched.has(sink)) return;
        watched.add(sink);
        const addClause = sink.addClause.bind(sink);
        sink.addClause = (literals: readonly Literal[]): boolean => {
            // Clauses of one literal say that a formula is constant.
            if ((depth > 0 ? 'formulas' : 'selection') !== group || literals.length < 2 || !isHit(tally.made++)) return addClause(literals);
            tally.damaged++;
            return kind === 'drop' || addClause([negated(literals[0] as Literal), ...literals.slice(1)]);
        };
    };
    Encoder.prototype.encode = function (roots) {
        watch(Reflect.get(this, 'sink') as ClauseSink);
        depth++;
        try {
            encode.call(this, roots);
        } finally {
            depth--;
        }
    };
    try {
        work();
    } finally {
        Encoder.prototype.encode = encode;
    }
    return tally;
}
