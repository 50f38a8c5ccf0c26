// Growing of typed arrays: the content is kept, the room at least doubles, so that growing one by one stays cheap.

interface TypedArray<Self> {
    readonly length: number;
    set(source: Self): void;
}

/** `array` itself when it holds `needed` elements, else a larger copy of it, with zeros behind. */
export function withRoom<A extends TypedArray<A>>(array: A, needed: number): A {
    if (needed <= array.length) return array;
    const Kind = array.constructor as new (length: number) => A;
    const larger = new Kind(Math.max(needed, 2 * array.length, 16));
    larger.set(array);
    return larger;
}
