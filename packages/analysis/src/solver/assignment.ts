// The partial assignment of the search: what is true, since which decision, and because of which clause.
import { type ClauseAt, NO_CLAUSE } from './clause-arena.js';
import type { Literal, Variable } from './literal.js';
import { withRoom } from './typed-growth.js';

export class Assignment {
    variableCount = 0;
    /** By literal: 1 true, -1 false, 0 open. */
    values: Int8Array = new Int8Array(64);
    /** By variable: the decision level at which it was assigned. Means nothing while it is open. */
    levels: Int32Array = new Int32Array(32);
    /** By variable: the clause that forced it, or NO_CLAUSE for a decision. */
    reasons: Int32Array = new Int32Array(32);
    /** By variable: 1 when a decision on it tries true first. */
    phases: Uint8Array = new Uint8Array(32);
    /** Whether a variable that is freed remembers its value as its phase. */
    savesPhases = true;
    /** The true literals in the order in which they became true. */
    trail: Int32Array = new Int32Array(32);
    trailLength = 0;
    /** The first literal of the trail that has not been propagated. */
    head = 0;
    /** Where each decision level starts on the trail; `levelStarts[0]` is level 1. */
    readonly levelStarts: number[] = [];

    get level(): number {
        return this.levelStarts.length;
    }

    newVariable(): Variable {
        const variable = this.variableCount++;
        this.values = withRoom(this.values, 2 * this.variableCount);
        this.levels = withRoom(this.levels, this.variableCount);
        this.reasons = withRoom(this.reasons, this.variableCount);
        this.phases = withRoom(this.phases, this.variableCount);
        this.trail = withRoom(this.trail, this.variableCount);
        return variable;
    }

    assign(literal: Literal, reason: ClauseAt): void {
        const variable = literal >> 1;
        this.values[literal] = 1;
        this.values[literal ^ 1] = -1;
        this.levels[variable] = this.levelStarts.length;
        this.reasons[variable] = reason;
        this.trail[this.trailLength++] = literal;
    }

    openLevel(): void {
        this.levelStarts.push(this.trailLength);
    }

    /** Undoes all levels above `level`. `freed` hears of each variable. */
    cancelTo(level: number, freed: (variable: Variable) => void): void {
        if (this.levelStarts.length <= level) return;
        const start = this.levelStarts[level] as number;
        for (let index = this.trailLength - 1; index >= start; index--) {
            const literal = this.trail[index] as number;
            const variable = literal >> 1;
            this.values[literal] = 0;
            this.values[literal ^ 1] = 0;
            if (this.savesPhases) this.phases[variable] = (literal & 1) ^ 1;
            freed(variable);
        }
        this.trailLength = start;
        this.head = Math.min(this.head, start);
        this.levelStarts.length = level;
    }

    /** Whether the clause is why its first or second literal is true; such a clause must stay. */
    isReason(at: ClauseAt, first: Literal, second: Literal): boolean {
        return (this.values[first] === 1 && this.reasons[first >> 1] === at) || (this.values[second] === 1 && this.reasons[second >> 1] === at);
    }

    /** Follows the reasons to where compacting has put them. Level 0 is never explained, so its reasons are forgotten. */
    relocateReasons(movedTo: (at: ClauseAt) => ClauseAt): void {
        for (let index = 0; index < this.trailLength; index++) {
            const variable = (this.trail[index] as number) >> 1;
            const reason = this.reasons[variable] as number;
            if (reason !== NO_CLAUSE) this.reasons[variable] = this.levels[variable] === 0 ? NO_CLAUSE : movedTo(reason);
        }
    }
}
