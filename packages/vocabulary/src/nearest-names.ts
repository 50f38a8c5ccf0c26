// Finds the names nearest to a misspelt one, by edit distance with transpositions, within a limit that grows with the name's length.

/** An entry whose name is near the one that was asked for. */
export interface NearName<T> {
    readonly distance: number;
    readonly name: string;
    readonly hit: T;
}

/** All entries whose name is near `key`, in the order of `names`. */
export function nearNames<T>(key: string, names: ReadonlyMap<string, readonly T[]>): NearName<T>[] {
    const furthest = key.length <= 3 ? 1 : key.length <= 7 ? 2 : 3;
    const found: NearName<T>[] = [];
    for (const [name, hits] of names) {
        if (Math.abs(name.length - key.length) > furthest) continue;
        const distance = editDistance(key, name, furthest);
        if (distance > furthest) continue;
        for (const hit of hits) found.push({ distance, name, hit });
    }
    return found;
}

/** At most `limit` of the entries, nearest first, then by name; names of one entry are given once. */
export function nearest<T extends { term: { id: string } }>(near: readonly NearName<T>[], limit: number): T[] {
    const sorted = [...near].sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
    const result: T[] = [];
    for (const { hit } of sorted) {
        if (result.length >= limit) break;
        if (!result.some((other) => other.term.id === hit.term.id)) result.push(hit);
    }
    return result;
}

/** Damerau–Levenshtein distance (adjacent transpositions), or `limit + 1` as soon as it is known to be larger. */
export function editDistance(a: string, b: string, limit: number): number {
    let beforePrevious: number[] = [];
    let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
    for (let i = 1; i <= a.length; i++) {
        const current = [i];
        let smallest = i;
        for (let j = 1; j <= b.length; j++) {
            const cost = a[i - 1] === b[j - 1] ? 0 : 1;
            let distance = Math.min((previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + cost);
            if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) distance = Math.min(distance, (beforePrevious[j - 2] ?? 0) + 1);
            current.push(distance);
            if (distance < smallest) smallest = distance;
        }
        if (smallest > limit) return limit + 1;
        beforePrevious = previous;
        previous = current;
    }
    return previous[b.length] ?? limit + 1;
}
