// The points of two timelines in one order, as far as the two agree on it.

/** A point that is left out is in no known order with the others. */
export function mergedTimeline(old: readonly string[], current: readonly string[]): readonly string[] {
    const [shared, same] = [old.filter((point) => current.includes(point)), current.filter((point) => old.includes(point))];
    if (shared.some((point, index) => point !== same[index])) return [];
    if (shared.length === old.length) return current;
    // Of points that only the old and points that only the new version has, nobody says which come first.
    return shared.length === current.length ? old : shared;
}
