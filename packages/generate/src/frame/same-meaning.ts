// Equality of model values by what they say: where they were written and how they convert is left out.

/** Derived or positional members, which two equal statements may differ in. */
const NOT_MEANING: ReadonlySet<string> = new Set(['range', 'canonical']);

/**
 * Whether two values of the criteria model (conditions, windows, quantities …) say the same.
 * Source ranges and the derived canonical quantities are ignored; the order of array items counts.
 */
export function sameMeaning(a: unknown, b: unknown): boolean {
    if (Object.is(a, b)) {
        return true;
    }
    if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) {
        return false;
    }
    if (Array.isArray(a) || Array.isArray(b)) {
        return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((item, i) => sameMeaning(item, b[i]));
    }
    return sameMembers(a as Record<string, unknown>, b as Record<string, unknown>);
}

function sameMembers(a: Record<string, unknown>, b: Record<string, unknown>): boolean {
    const keys = meaningKeys(a);
    return keys.length === meaningKeys(b).length && keys.every((key) => Object.hasOwn(b, key) && sameMeaning(a[key], b[key]));
}

function meaningKeys(value: Record<string, unknown>): string[] {
    return Object.keys(value).filter((key) => !NOT_MEANING.has(key) && value[key] !== undefined);
}
