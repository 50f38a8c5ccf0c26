// The clauses after a condition, sorted by kind; what a condition does not take is reported.
import type {
    Clause,
    CountClause,
    DurationClause,
    EquivalentClause,
    InClause,
    Refinement,
    RepetitionClause,
    StableDoseClause,
    Window,
} from '../../generated/ast.js';
import { reportClauseNotTaken } from '../../checks/clause-does-not-fit.js';
import { reportFlagNotTaken } from '../../checks/part-not-taken.js';
import { recovered } from '../../syntax/recovered.js';
import type { Lowering } from '../lowering.js';

export class Clauses {
    private readonly left: Set<Clause>;

    constructor(
        private readonly lowering: Lowering,
        clauses: readonly Clause[],
    ) {
        this.left = new Set(clauses);
    }

    private take<T extends Clause['$type']>(type: T): Extract<Clause, { $type: T }> | undefined {
        for (const clause of this.left) {
            if (clause.$type !== type) continue;
            this.left.delete(clause);
            return clause as Extract<Clause, { $type: T }>;
        }
        return undefined;
    }

    window(): Window | undefined {
        return this.take('Window');
    }
    duration(): DurationClause | undefined {
        return this.take('DurationClause');
    }
    stableDose(): StableDoseClause | undefined {
        return this.take('StableDoseClause');
    }
    equivalent(): EquivalentClause | undefined {
        return this.take('EquivalentClause');
    }
    times(): CountClause | undefined {
        return this.take('CountClause');
    }
    repetition(): RepetitionClause | undefined {
        return this.take('RepetitionClause');
    }
    within(): InClause | undefined {
        return this.take('InClause');
    }

    method(): string | null {
        const clause = this.take('MethodClause');
        return clause === undefined ? null : (recovered(clause).method ?? null);
    }

    circumstance(): string | null {
        const clause = this.take('CircumstanceClause');
        return clause === undefined ? null : (recovered(clause).circumstance ?? null);
    }

    refinements(): Refinement[] {
        const found: Refinement[] = [];
        for (let next = this.take('Refinement'); next !== undefined; next = this.take('Refinement')) found.push(next);
        return found;
    }

    /** The flags; one that says nothing here is reported. 'each' may be said of anything: it is what holds without it. */
    flags(taken: readonly string[] = []): Set<string> {
        const found = new Set<string>();
        for (let next = this.take('FlagClause'); next !== undefined; next = this.take('FlagClause')) {
            found.add(next.flag);
            if (next.flag !== 'each' && !taken.includes(next.flag)) reportFlagNotTaken(this.lowering, next);
        }
        return found;
    }

    /** Reports every clause that nobody took. `what` names the kind of line, as in "a test result". */
    reportRest(what: string): void {
        for (const clause of this.left) if (clause.$type !== 'FlagClause' || clause.flag !== 'each') reportClauseNotTaken(this.lowering, clause, what);
    }
}
