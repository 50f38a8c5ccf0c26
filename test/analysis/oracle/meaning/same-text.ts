// Texts by which the same facts are known again: those of parts of the model, and of words in them.

export const plain = (text: string): string => text.trim().replace(/\s+/g, ' ').toLowerCase();

/** The same text for what says the same; where it was written does not matter. */
export function said(part: unknown): string {
    return JSON.stringify(part, (name, value: unknown) =>
        name === 'range' || name === 'written' || name === 'verb' || name === 'pair' ? undefined : value,
    ).toLowerCase();
}
