// The SAT solver: conflict-driven clause learning, incremental, under assumptions, with a budget of conflicts for each question.
import { Assignment } from './assignment.js';
import { ClauseArena, NO_CLAUSE } from './clause-arena.js';
import type { ClauseSink } from './clause-sink.js';
import { reduceLearnt } from './clause-reduction.js';
import { ConflictAnalysis } from './conflict-analysis.js';
import { DecisionOrder } from './decision-order.js';
import { type Literal, literalOf, type Variable } from './literal.js';
import { luby } from './luby.js';
import { propagate } from './propagate.js';
import { withRoom } from './typed-growth.js';
import { WatchLists } from './watch-lists.js';

/** `undecided`: the budget of conflicts ran out. */
export type Answer = 'sat' | 'unsat' | 'undecided';

export interface SolveOptions {
    /** Conflicts that this call may have; DEFAULT_CONFLICT_BUDGET when left out. Never seconds: every machine has to give the same answer. */
    readonly budget?: number;
    /**
     * Decide these variables only: `sat` then means that they, the assumptions and all that follows contradict no clause.
     * That is a full answer when the caller knows that the variables left open can always be completed.
     */
    readonly decide?: Iterable<Variable>;
}

export interface SolverOptions {
    /** Whether a variable is first decided as it last was (the default), or always by its set phase. */
    readonly savesPhases?: boolean;
    /** Learnt clauses to keep before half of them are forgotten for the first time; then a quarter more each time. */
    readonly learntLimit?: number;
}

/** A whole analysis of 2,500 criteria has some 500 conflicts in 21,000 calls, so one call that needs more than this is out of the ordinary. */
export const DEFAULT_CONFLICT_BUDGET = 1000;

const RESTART_UNIT = 64;
const FIRST_LEARNT_LIMIT = 2000;

export class SatSolver implements ClauseSink {
    /** Totals over all calls. */
    conflicts = 0;
    decisions = 0;
    private readonly assignment = new Assignment();
    private readonly clauses = new ClauseArena();
    private readonly watches = new WatchLists();
    private readonly order = new DecisionOrder();
    private readonly analysis = new ConflictAnalysis(this.assignment, this.clauses, (variable) => this.order.bump(variable));
    private learnt: number[] = [];
    private learntLimit: number;
    private readonly learntLimitStep: number;
    /** False once the clauses alone are contradictory. */
    private consistent = true;
    /** The assumptions of the trail: level i + 1 holds the i-th of them. */
    private assumptions: Literal[] = [];
    private failed: Literal[] = [];
    private model = new Int8Array(0);
    private readonly wantedPhases: Literal[] = [];
    private readonly freed = (variable: Variable): void => this.order.freed(variable);

    constructor(options: SolverOptions = {}) {
        this.assignment.savesPhases = options.savesPhases ?? true;
        this.learntLimit = options.learntLimit ?? FIRST_LEARNT_LIMIT;
        this.learntLimitStep = Math.ceil(this.learntLimit / 4);
    }

    get variableCount(): number {
        return this.assignment.variableCount;
    }

    newVariable(): Variable {
        const variable = this.assignment.newVariable();
        this.watches.makeRoomForLiterals(2 * this.variableCount);
        this.order.addVariable(variable);
        return variable;
    }

    /**
     * Adds a clause for good. It may be called between any two questions; the trail kept for the next one is then dropped.
     * @returns false when the clauses have become contradictory by themselves.
     */
    addClause(literals: readonly Literal[]): boolean {
        this.assignment.cancelTo(0, this.freed);
        if (!this.consistent) return false;
        const { values } = this.assignment;
        const sorted = [...literals].sort((a, b) => a - b);
        const kept: Literal[] = [];
        for (const literal of sorted) {
            const last = kept.at(-1);
            if (values[literal] === 1 || last === (literal ^ 1)) return true;
            if (values[literal] === 0 && literal !== last) kept.push(literal);
        }
        const [first] = kept;
        if (first === undefined) {
            this.consistent = false;
        } else if (kept.length === 1) {
            this.assignment.assign(first, NO_CLAUSE);
            this.consistent = propagate(this.assignment, this.watches, this.clauses) === NO_CLAUSE;
        } else {
            this.watches.watchClause(this.clauses, this.clauses.add(kept, false));
        }
        return this.consistent;
    }

    /** Asks that the next decision on the variable try this value first. Later decisions follow the value that it last had, unless the solver saves no phases. */
    setPhase(variable: Variable, value: boolean): void {
        this.wantedPhases.push(literalOf(variable, value));
    }

    /**
     * Whether the clauses can be satisfied with all assumptions true. Calls that begin with the same assumptions share the
     * work on them, so put what stays first and what changes last.
     */
    solve(assumptions: readonly Literal[] = [], options: SolveOptions = {}): Answer {
        this.failed = [];
        this.keepTrailFor(assumptions);
        for (const literal of this.wantedPhases) this.assignment.phases[literal >> 1] = (literal & 1) ^ 1;
        this.wantedPhases.length = 0;
        if (!this.consistent) return 'unsat';
        this.order.restrictTo(options.decide);
        const answer = this.search(options.budget ?? DEFAULT_CONFLICT_BUDGET);
        if (answer === 'sat') {
            this.model = withRoom(this.model, 2 * this.variableCount);
            this.model.set(this.assignment.values.subarray(0, 2 * this.variableCount));
        }
        return answer;
    }

    /** After `unsat`: assumptions that cannot hold together. Empty when the clauses alone are contradictory. Not always minimal. */
    core(): readonly Literal[] {
        return this.failed;
    }

    /** The value in the last model found; undefined for a variable that a restricted call left open or that is newer. */
    value(literal: Literal): boolean | undefined {
        const value = this.model[literal] ?? 0;
        return value === 0 ? undefined : value > 0;
    }

    /** A copy of the last model found, by literal: 1 true, -1 false, 0 left open. */
    copyOfModel(): Int8Array {
        return this.model.slice();
    }

    /** Cancels the levels of the last call but for the assumptions that both calls begin with. */
    private keepTrailFor(assumptions: readonly Literal[]): void {
        let same = 0;
        while (same < assumptions.length && assumptions[same] === this.assumptions[same]) same++;
        this.assignment.cancelTo(same, this.freed);
        this.assumptions = [...assumptions];
    }

    private search(budget: number): Answer {
        const { assignment } = this;
        let conflicts = 0;
        let restarts = 0;
        let restartAt = RESTART_UNIT * luby(restarts);
        for (;;) {
            const conflict = propagate(assignment, this.watches, this.clauses);
            if (conflict !== NO_CLAUSE) {
                if (assignment.level === 0) {
                    this.consistent = false;
                    return 'unsat';
                }
                this.learnFrom(conflict);
                if (++conflicts > budget) return 'undecided';
                continue;
            }
            if (conflicts >= restartAt) {
                restartAt = conflicts + RESTART_UNIT * luby(++restarts);
                assignment.cancelTo(this.assumptions.length, this.freed);
                continue;
            }
            if (this.learnt.length >= this.learntLimit) {
                this.learnt = reduceLearnt(this.learnt, assignment, this.watches, this.clauses);
                this.learntLimit = Math.max(this.learntLimit, this.learnt.length) + this.learntLimitStep;
            }
            const answer = this.decideNext();
            if (answer !== undefined) return answer;
        }
    }

    /** Jumps back over the conflict and stores what it taught. */
    private learnFrom(conflict: number): void {
        const { analysis, assignment } = this;
        this.conflicts++;
        analysis.analyse(conflict, this.conflicts);
        assignment.cancelTo(analysis.jumpLevel, this.freed);
        const [first] = analysis.learnt;
        let reason = NO_CLAUSE;
        if (analysis.learnt.length > 1) {
            reason = this.clauses.add(analysis.learnt, true, analysis.glue, this.conflicts);
            this.watches.watchClause(this.clauses, reason);
            this.learnt.push(reason);
        }
        assignment.assign(first as number, reason);
        this.order.decay();
    }

    /** Opens a level for the next assumption or the most active variable; an answer when nothing is left to decide or an assumption is false. */
    private decideNext(): Answer | undefined {
        const { assignment } = this;
        while (assignment.level < this.assumptions.length) {
            const assumption = this.assumptions[assignment.level] as number;
            const value = assignment.values[assumption];
            if (value === -1) {
                this.failed = this.analysis.failedAssumptions(assumption);
                return 'unsat';
            }
            assignment.openLevel();
            if (value === 0) {
                assignment.assign(assumption, NO_CLAUSE);
                return undefined;
            }
        }
        let variable = this.order.next();
        while (variable !== -1 && assignment.values[2 * variable] !== 0) variable = this.order.next();
        if (variable === -1) return 'sat';
        this.decisions++;
        assignment.openLevel();
        assignment.assign(literalOf(variable, assignment.phases[variable] === 1), NO_CLAUSE);
        return undefined;
    }
}
