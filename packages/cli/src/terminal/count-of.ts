// Numbers with their nouns: "1 error", "2 errors", "no errors".

/** `plural` is the noun's with an s unless given. */
export function countOf(count: number, noun: string, plural = `${noun}s`): string {
    return `${count === 0 ? 'no' : count} ${count === 1 ? noun : plural}`;
}
