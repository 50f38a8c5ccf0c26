// How many single-letter slips lie between two short words.

/**
 * Damerau–Levenshtein distance (insert, drop, replace, swap neighbours), or `limit + 1` as soon as it is certain to be more than `limit`.
 * Source: the optimal string alignment variant, Boytsov, "Indexing methods for approximate dictionary searching" (2011).
 */
export function editDistance(first: string, second: string, limit: number): number {
    if (Math.abs(first.length - second.length) > limit) {
        return limit + 1;
    }
    let beforeLast: number[] = [];
    let last = Array.from({ length: second.length + 1 }, (_, column) => column);
    for (let row = 1; row <= first.length; row += 1) {
        const current = [row];
        for (let column = 1; column <= second.length; column += 1) {
            const same = first[row - 1] === second[column - 1];
            let cost = Math.min(at(last, column) + 1, at(current, column - 1) + 1, at(last, column - 1) + (same ? 0 : 1));
            if (row > 1 && column > 1 && first[row - 1] === second[column - 2] && first[row - 2] === second[column - 1]) {
                cost = Math.min(cost, at(beforeLast, column - 2) + 1);
            }
            current.push(cost);
        }
        if (Math.min(...current) > limit) {
            return limit + 1;
        }
        [beforeLast, last] = [last, current];
    }
    return at(last, second.length);
}

function at(row: readonly number[], column: number): number {
    return row[column] ?? Number.POSITIVE_INFINITY;
}
