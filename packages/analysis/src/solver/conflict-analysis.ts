// Learning from conflicts: the clause at the first unique implication point, minimised, and the core of failed assumptions.
import type { Assignment } from './assignment.js';
import { type ClauseArena, type ClauseAt, HEAD, NO_CLAUSE } from './clause-arena.js';
import type { Literal, Variable } from './literal.js';
import { withRoom } from './typed-growth.js';

export class ConflictAnalysis {
    /** The learnt clause. First the literal that it forces after the jump back, second one of the highest level among the others. */
    readonly learnt: Literal[] = [];
    /** The level to jump back to. */
    jumpLevel = 0;
    /** The number of decision levels in the learnt clause. */
    glue = 0;
    private seen = new Uint8Array(32);
    private readonly marked: Variable[] = [];
    private readonly pending: Literal[] = [];
    private levelStamps = new Int32Array(32);
    private stamp = 0;

    /** @param involved hears of each variable on the conflict's side, for the activities. */
    constructor(
        private readonly assignment: Assignment,
        private readonly clauses: ClauseArena,
        private readonly involved: (variable: Variable) => void,
    ) {}

    /** Fills `learnt`, `jumpLevel` and `glue`. `now` is noted in each clause that took part as its last use. */
    analyse(conflict: ClauseAt, now: number): void {
        const { levels, reasons, trail, level } = this.assignment;
        const { learnt, marked } = this;
        const { words } = this.clauses;
        this.makeRoom();
        const { seen } = this;
        learnt.length = 0;
        learnt.push(0);
        let open = 0;
        let index = this.assignment.trailLength;
        let implied = -1;
        let clause = conflict;
        do {
            words[clause + 2] = now;
            const end = clause + HEAD + ((words[clause] as number) >> 2);
            for (let at = clause + HEAD; at < end; at++) {
                const literal = words[at] as number;
                const variable = literal >> 1;
                if (literal === implied || seen[variable] === 1 || levels[variable] === 0) continue;
                seen[variable] = 1;
                marked.push(variable);
                this.involved(variable);
                if (levels[variable] === level) open++;
                else learnt.push(literal);
            }
            do implied = trail[--index] as number;
            while (seen[implied >> 1] === 0);
            seen[implied >> 1] = 0;
            clause = reasons[implied >> 1] as number;
            open--;
        } while (open > 0);
        learnt[0] = implied ^ 1;
        this.minimise();
        this.placeSecond();
        this.glue = this.countLevels();
        for (const variable of marked) seen[variable] = 0;
        marked.length = 0;
    }

    /**
     * The assumptions because of which an assumption is false, itself included. With the negation of it among the
     * assumptions that may be just the two.
     */
    failedAssumptions(failed: Literal): Literal[] {
        const { levels, reasons, trail, levelStarts } = this.assignment;
        const { words } = this.clauses;
        const core = [failed];
        this.makeRoom();
        const { seen } = this;
        seen[failed >> 1] = 1;
        const start = levelStarts[0] ?? this.assignment.trailLength;
        for (let index = this.assignment.trailLength - 1; index >= start; index--) {
            const literal = trail[index] as number;
            if (seen[literal >> 1] === 0) continue;
            seen[literal >> 1] = 0;
            const reason = reasons[literal >> 1] as number;
            if (reason === NO_CLAUSE) {
                core.push(literal);
                continue;
            }
            const end = reason + HEAD + ((words[reason] as number) >> 2);
            for (let at = reason + HEAD; at < end; at++) {
                const variable = (words[at] as number) >> 1;
                if (variable !== literal >> 1 && (levels[variable] as number) > 0) seen[variable] = 1;
            }
        }
        seen[failed >> 1] = 0;
        return core;
    }

    private makeRoom(): void {
        this.seen = withRoom(this.seen, this.assignment.variableCount);
        this.levelStamps = withRoom(this.levelStamps, this.assignment.level + 1);
    }

    /** Drops the literals that the others imply. */
    private minimise(): void {
        const { levels, reasons } = this.assignment;
        const { learnt } = this;
        let levelsPresent = 0;
        for (let index = 1; index < learnt.length; index++) levelsPresent |= 1 << ((levels[(learnt[index] as number) >> 1] as number) & 31);
        let kept = 1;
        for (let index = 1; index < learnt.length; index++) {
            const literal = learnt[index] as number;
            if (reasons[literal >> 1] === NO_CLAUSE || !this.isImplied(literal, levelsPresent)) learnt[kept++] = literal;
        }
        learnt.length = kept;
    }

    /** Whether every way back from the literal ends in literals of the learnt clause. What was found so stays marked as seen. */
    private isImplied(literal: Literal, levelsPresent: number): boolean {
        const { levels, reasons } = this.assignment;
        const { seen, marked, pending } = this;
        const { words } = this.clauses;
        const before = marked.length;
        pending.length = 0;
        pending.push(literal);
        for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
            const reason = reasons[next >> 1] as number;
            const end = reason + HEAD + ((words[reason] as number) >> 2);
            for (let at = reason + HEAD; at < end; at++) {
                const other = words[at] as number;
                const variable = other >> 1;
                if (variable === next >> 1 || seen[variable] === 1 || levels[variable] === 0) continue;
                if (reasons[variable] === NO_CLAUSE || (levelsPresent & (1 << ((levels[variable] as number) & 31))) === 0) {
                    while (marked.length > before) seen[marked.pop() as number] = 0;
                    return false;
                }
                seen[variable] = 1;
                marked.push(variable);
                pending.push(other);
            }
        }
        return true;
    }

    private placeSecond(): void {
        const { levels } = this.assignment;
        const { learnt } = this;
        this.jumpLevel = 0;
        let highest = 1;
        for (let index = 1; index < learnt.length; index++) {
            const level = levels[(learnt[index] as number) >> 1] as number;
            if (level > this.jumpLevel) {
                this.jumpLevel = level;
                highest = index;
            }
        }
        if (learnt.length > 2) {
            const second = learnt[1] as number;
            learnt[1] = learnt[highest] as number;
            learnt[highest] = second;
        }
    }

    private countLevels(): number {
        const { levels } = this.assignment;
        this.stamp++;
        let count = 0;
        for (const literal of this.learnt) {
            const level = levels[literal >> 1] as number;
            if (this.levelStamps[level] === this.stamp) continue;
            this.levelStamps[level] = this.stamp;
            count++;
        }
        return count;
    }
}
