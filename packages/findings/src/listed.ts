// Lists in a sentence.

/** "a", "a and b", "a, b and c". */
export function listed(words: readonly string[], last = 'and'): string {
    if (words.length < 2) return words.join('');
    return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1) ?? ''}`;
}

/** The same, of a long list the beginning and how many are left: "a, b and 4 more". */
export function listedUpTo(words: readonly string[], most: number, last = 'and'): string {
    return words.length <= most + 1 ? listed(words, last) : `${words.slice(0, most).join(', ')} and ${words.length - most} more`;
}

/** The text with a capital letter in front. */
export const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Words with a full stop; what breaks off has its end. */
export const ended = (words: string): string => (/[.…]$/u.test(words) ? words : `${words}.`);

/** Words as a sentence. */
export const sentence = (words: string): string => ended(capitalized(words));
