// Whether two parts of the model say the same, wherever they were written.

/** Compares everything but the places in the text and whether a window was written or understood. */
export function sameMeaning(first: unknown, second: unknown): boolean {
    return meaningKey(first) === meaningKey(second);
}

/** A text that two parts of the model share exactly when they say the same. */
export function meaningKey(part: unknown): string {
    return JSON.stringify(part, (name, value: unknown) => {
        if (name === 'range' || name === 'written' || name === 'verb' || name === 'pair') return undefined;
        if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
        return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
    });
}
