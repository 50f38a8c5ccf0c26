// Which variable to decide next: the most active open one, of all variables or of those that a call is restricted to.
import { Activities, ActivityHeap } from './activity-heap.js';
import type { Variable } from './literal.js';
import { withRoom } from './typed-growth.js';

export class DecisionOrder {
    private readonly activities = new Activities();
    /** Holds at least every open variable. */
    private readonly all = new ActivityHeap(this.activities);
    /** Holds at least every open variable that the current call may decide; its variables carry the number of the call. */
    private readonly restricted = new ActivityHeap(this.activities);
    private callOf = new Int32Array(32);
    private call = 0;
    private isRestricted = false;

    addVariable(variable: Variable): void {
        this.activities.makeRoom(variable + 1);
        this.all.makeRoom(variable + 1);
        this.restricted.makeRoom(variable + 1);
        this.callOf = withRoom(this.callOf, variable + 1);
        this.callOf[variable] = -1;
        this.all.insert(variable);
    }

    /** Restricts the decisions of a call, at a cost that depends on these variables only; undefined for no restriction. */
    restrictTo(variables: Iterable<Variable> | undefined): void {
        this.restricted.clear();
        this.call++;
        this.isRestricted = variables !== undefined;
        for (const variable of variables ?? []) {
            this.callOf[variable] = this.call;
            this.restricted.insert(variable);
        }
    }

    /** Takes out the next variable to look at, which may have been assigned since; -1 when none is left. */
    next(): Variable {
        return this.isRestricted ? this.restricted.removeTop() : this.all.removeTop();
    }

    /** The variable is open again. */
    freed(variable: Variable): void {
        this.all.insert(variable);
        if (this.callOf[variable] === this.call) this.restricted.insert(variable);
    }

    /** The variable took part in a conflict. */
    bump(variable: Variable): void {
        this.activities.bump(variable);
        this.all.raised(variable);
        this.restricted.raised(variable);
    }

    /** To be told after each conflict. */
    decay(): void {
        this.activities.decay();
    }
}
