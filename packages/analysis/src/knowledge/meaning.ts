// When two parts of the model say the same, wherever they were written: the text that they then share.

const PLACES_AND_WORDS = new Set(['range', 'written', 'verb', 'pair']);

/** The same text for parts of the model that say the same; places in the text and the verb as written do not count. */
export function meaningOf(part: unknown): string {
    return JSON.stringify(part, (name, value: unknown) => {
        if (PLACES_AND_WORDS.has(name)) return undefined;
        if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
        return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
    });
}

/** Texts are one whatever their capitals and blanks. */
export function plainText(text: string): string {
    return text.trim().replace(/\s+/gu, ' ').toLowerCase();
}

/** Names of terms are one whatever their capitals. */
export function termKey(id: string): string {
    return id.toLowerCase();
}
