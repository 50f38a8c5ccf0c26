// Sets of token types, as bits.

export type TokenSet = Uint32Array;

export function emptySet(types: number): TokenSet {
    return new Uint32Array((types + 31) >> 5);
}

export function has(set: TokenSet, index: number): boolean {
    return (((set[index >> 5] ?? 0) >>> (index & 31)) & 1) === 1;
}

export function add(set: TokenSet, index: number): void {
    set[index >> 5] = (set[index >> 5] ?? 0) | (1 << (index & 31));
}

/** Adds all of `more`; whether that changed the set. */
export function addAll(set: TokenSet, more: TokenSet): boolean {
    let changed = false;
    for (let i = 0; i < set.length; i++) {
        const before = set[i] ?? 0;
        const after = before | (more[i] ?? 0);
        // Bits are compared as signed numbers on the left and unsigned on the right, so both are made signed.
        if (after !== (before | 0)) changed = true;
        set[i] = after;
    }
    return changed;
}

export function common(a: TokenSet, b: TokenSet): TokenSet {
    return a.map((bits, i) => bits & (b[i] ?? 0));
}

export function isEmpty(set: TokenSet): boolean {
    return set.every((bits) => bits === 0);
}

/** Numbers of the types in a set. */
export function members(set: TokenSet): number[] {
    const found: number[] = [];
    for (let word = 0; word < set.length; word++) {
        for (let left = set[word] ?? 0; left !== 0; left &= left - 1) found.push(word * 32 + 31 - Math.clz32(left & -left));
    }
    return found;
}
