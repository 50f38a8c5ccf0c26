// Unit propagation with two watched literals: draws every consequence of the trail, or finds a clause that it violates.
import type { Assignment } from './assignment.js';
import { type ClauseArena, type ClauseAt, HEAD, NO_CLAUSE } from './clause-arena.js';
import type { WatchLists } from './watch-lists.js';

/** @returns a clause all of whose literals are false, or NO_CLAUSE. */
export function propagate(assignment: Assignment, watches: WatchLists, clauses: ClauseArena): ClauseAt {
    const { values, trail } = assignment;
    const { words } = clauses;
    while (assignment.head < assignment.trailLength) {
        const truth = trail[assignment.head++] as number;
        const falsehood = truth ^ 1;
        const start = watches.starts[truth] as number;
        const end = start + (watches.lengths[truth] as number);
        // A new watch may move the array, but never this list: it goes to a literal that is not false.
        let list = watches.words;
        let to = start;
        let conflict = NO_CLAUSE;
        for (let from = start; from < end; from += 2) {
            const blocker = list[from] as number;
            const place = list[from + 1] as number;
            const blockerValue = values[blocker] as number;
            if (blockerValue > 0 || conflict !== NO_CLAUSE) {
                list[to++] = blocker;
                list[to++] = place;
                continue;
            }
            if (place < 0) {
                list[to++] = blocker;
                list[to++] = place;
                if (blockerValue < 0) conflict = ~place;
                else assignment.assign(blocker, ~place);
                continue;
            }
            const firstAt = place + HEAD;
            if (words[firstAt] === falsehood) {
                words[firstAt] = words[firstAt + 1] as number;
                words[firstAt + 1] = falsehood;
            }
            const first = words[firstAt] as number;
            const firstValue = values[first] as number;
            if (firstValue <= 0) {
                const clauseEnd = firstAt + ((words[place] as number) >> 2);
                let at = firstAt + 2;
                while (at < clauseEnd && (values[words[at] as number] as number) < 0) at++;
                if (at < clauseEnd) {
                    const watched = words[at] as number;
                    words[firstAt + 1] = watched;
                    words[at] = falsehood;
                    watches.push(watched ^ 1, first, place);
                    list = watches.words;
                    continue;
                }
                if (firstValue < 0) conflict = place;
                else assignment.assign(first, place);
            }
            list[to++] = first;
            list[to++] = place;
        }
        watches.lengths[truth] = to - start;
        if (conflict !== NO_CLAUSE) {
            assignment.head = assignment.trailLength;
            return conflict;
        }
    }
    return NO_CLAUSE;
}
