// Forgetting: drops the half of the learnt clauses that promises least, so that propagation stays fast.
import type { Assignment } from './assignment.js';
import type { ClauseArena, ClauseAt } from './clause-arena.js';
import type { WatchLists } from './watch-lists.js';

/** Clauses over so few decision levels are kept for good (Audemard and Simon 2009). */
const KEPT_GLUE = 2;

/** @returns the learnt clauses that are left, at their new places. */
export function reduceLearnt(learnt: readonly ClauseAt[], assignment: Assignment, watches: WatchLists, clauses: ClauseArena): ClauseAt[] {
    const candidates = learnt.filter(
        (at) => clauses.size(at) > 2 && clauses.glue(at) > KEPT_GLUE && !assignment.isReason(at, clauses.literal(at, 0), clauses.literal(at, 1)),
    );
    // The place breaks ties, so that the order never depends on the sort.
    candidates.sort((a, b) => clauses.glue(b) - clauses.glue(a) || clauses.lastUse(a) - clauses.lastUse(b) || a - b);
    const dropped = new Set(candidates.slice(0, candidates.length >> 1));
    for (const at of dropped) clauses.markRemoved(at);
    const movedTo = clauses.compact();
    watches.relocate(movedTo, 2 * assignment.variableCount);
    assignment.relocateReasons(movedTo);
    return learnt.filter((at) => !dropped.has(at)).map(movedTo);
}
