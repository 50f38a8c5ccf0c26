// Lists and quotations in sentences.

/** "a", "a and b", "a, b and c". */
export function listOf(items: readonly string[]): string {
    return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;
}

export const quoted = (text: string): string => `"${text}"`;

export const quotedList = (texts: readonly string[]): string => (texts.length === 0 ? 'nothing' : listOf(texts.map(quoted)));
