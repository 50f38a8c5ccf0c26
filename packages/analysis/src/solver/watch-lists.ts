// For each literal, the clauses to look at when it becomes true (they watch its negation), all lists in one array of numbers.
import { type ClauseArena, type ClauseAt, NO_CLAUSE } from './clause-arena.js';
import type { Literal } from './literal.js';
import { withRoom } from './typed-growth.js';

const FIRST_ROOM = 8;

/**
 * A watch is two words: a blocker (another literal of the clause; while it is true the clause need not be read) and where the clause stands.
 * For a clause of two literals the second word is the complement of the place: the blocker is then the whole rest of the clause.
 */
export class WatchLists {
    /** Read and written directly by propagation; replaced when it grows. */
    words: Int32Array = new Int32Array(256);
    /** Where the list of a literal starts in `words`, and how many words it has. */
    starts: Int32Array = new Int32Array(64);
    lengths: Int32Array = new Int32Array(64);
    private rooms = new Int32Array(64);
    private used = 0;

    makeRoomForLiterals(count: number): void {
        this.starts = withRoom(this.starts, count);
        this.lengths = withRoom(this.lengths, count);
        this.rooms = withRoom(this.rooms, count);
    }

    /** Watches the first two literals of a clause. */
    watchClause(clauses: ClauseArena, at: ClauseAt): void {
        const first = clauses.literal(at, 0);
        const second = clauses.literal(at, 1);
        const place = clauses.size(at) === 2 ? ~at : at;
        this.push(first ^ 1, second, place);
        this.push(second ^ 1, first, place);
    }

    push(literal: Literal, blocker: Literal, place: number): void {
        const length = this.lengths[literal] as number;
        if (length === this.rooms[literal]) this.enlarge(literal, length);
        const end = (this.starts[literal] as number) + length;
        this.words[end] = blocker;
        this.words[end + 1] = place;
        this.lengths[literal] = length + 2;
    }

    /** Follows the clauses to where compacting has put them, and drops the watches of those that are gone. */
    relocate(movedTo: (at: ClauseAt) => ClauseAt, literalCount: number): void {
        for (let literal = 0; literal < literalCount; literal++) {
            const start = this.starts[literal] as number;
            const end = start + (this.lengths[literal] as number);
            let to = start;
            for (let from = start; from < end; from += 2) {
                const place = this.words[from + 1] as number;
                const now = movedTo(place < 0 ? ~place : place);
                if (now === NO_CLAUSE) continue;
                this.words[to++] = this.words[from] as number;
                this.words[to++] = place < 0 ? ~now : now;
            }
            this.lengths[literal] = to - start;
        }
    }

    /** Moves a full list to the end, with twice the room; the old place stays unused. */
    private enlarge(literal: Literal, length: number): void {
        const room = Math.max(FIRST_ROOM, 2 * length);
        this.words = withRoom(this.words, this.used + room);
        const start = this.starts[literal] as number;
        this.words.copyWithin(this.used, start, start + length);
        this.starts[literal] = this.used;
        this.rooms[literal] = room;
        this.used += room;
    }
}
