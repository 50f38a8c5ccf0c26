// All clauses in one array of numbers: three words of head, then the literals. A clause is known by the place where it starts.
import type { Literal } from './literal.js';
import { withRoom } from './typed-growth.js';

/** Where a clause starts in `ClauseArena.words`. */
export type ClauseAt = number;

/** Stands where no clause is. */
export const NO_CLAUSE = -1;

/** Words before the first literal: size and marks, glue, last use. */
export const HEAD = 3;

const LEARNT = 1;
const REMOVED = 2;

export class ClauseArena {
    /** Read directly by propagation and analysis; replaced when it grows or is compacted. */
    words: Int32Array = new Int32Array(256);
    private used = 0;

    /**
     * Stores a clause of two literals or more.
     * @param glue the number of decision levels among the literals of a learnt clause (few = worth keeping); 0 for a clause that was given.
     */
    add(literals: readonly Literal[], learnt: boolean, glue = 0, use = 0): ClauseAt {
        const at = this.used;
        this.used += HEAD + literals.length;
        this.words = withRoom(this.words, this.used);
        this.words[at] = (literals.length << 2) | (learnt ? LEARNT : 0);
        this.words[at + 1] = glue;
        this.words[at + 2] = use;
        this.words.set(literals, at + HEAD);
        return at;
    }

    size(at: ClauseAt): number {
        return (this.words[at] as number) >> 2;
    }

    glue(at: ClauseAt): number {
        return this.words[at + 1] as number;
    }

    lastUse(at: ClauseAt): number {
        return this.words[at + 2] as number;
    }

    /** The literal at a place of the clause, counted from 0. */
    literal(at: ClauseAt, index: number): Literal {
        return this.words[at + HEAD + index] as number;
    }

    markRemoved(at: ClauseAt): void {
        this.words[at] = (this.words[at] as number) | REMOVED;
    }

    /**
     * Drops the clauses marked as removed and closes the gaps.
     * @returns where a clause that stood at a place stands now, or NO_CLAUSE when it was dropped.
     */
    compact(): (at: ClauseAt) => ClauseAt {
        const old = this.words;
        const kept = new Int32Array(old.length);
        let to = 0;
        for (let at = 0, next: number; at < this.used; at = next) {
            const head = old[at] as number;
            next = at + HEAD + (head >> 2);
            if ((head & REMOVED) !== 0) continue;
            kept.set(old.subarray(at, next), to);
            old[at + 1] = to;
            to += next - at;
        }
        this.words = kept;
        this.used = to;
        return (at) => (((old[at] as number) & REMOVED) !== 0 ? NO_CLAUSE : (old[at + 1] as number));
    }
}
