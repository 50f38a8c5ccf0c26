// Lists in a sentence.

/** "a", "a and b", "a, b and c". */
export function listed(words: readonly string[], last = 'and'): string {
    if (words.length < 2) return words.join('');
    return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1) ?? ''}`;
}

/** The same with a capital letter in front. */
export const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
