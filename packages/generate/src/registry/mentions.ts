// Whether a text names something: as whole words, and abbreviations (ALL, AS, RA) only in capitals.

/** True when one of the names stands in the text by itself. */
export function mentionsAny(text: string, names: readonly string[]): boolean {
    return names.some((name) => name.trim() !== '' && pattern(name.trim()).test(text));
}

function pattern(name: string): RegExp {
    const literal = name.toWellFormed().replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
    return new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, name === name.toUpperCase() ? 'u' : 'iu');
}
