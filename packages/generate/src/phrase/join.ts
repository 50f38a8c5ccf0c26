// English lists and capitals.

/** "A", "A or B", "A, B, or C"; semicolons instead of commas when an item has a comma of its own. */
export function joinWords(items: readonly string[], conjunction: 'and' | 'or'): string {
    const last = items.at(-1) ?? '';
    if (items.length < 2) {
        return last;
    }
    const separator = items.some((item) => item.includes(',')) ? ';' : ',';
    const head = items.slice(0, -1).join(`${separator} `);
    return items.length === 2 && separator === ',' ? `${head} ${conjunction} ${last}` : `${head}${separator} ${conjunction} ${last}`;
}

/** The items one after another: "A, B, C", or with semicolons when an item has a comma of its own. */
export function enumerate(items: readonly string[]): string {
    return items.join(items.some((item) => item.includes(',')) ? '; ' : ', ');
}

/** The text with a capital at its start, unless its first word is written in a way of its own (pH, mRSS, anti-dsDNA, eGFR). */
export function capitalised(text: string): string {
    const [word = ''] = text.split(/[\s,;:()]/u, 1);
    const ordinary = /^\p{Ll}[\p{Ll}'’/-]*$/u.test(word) && !LOWER_CASE_START.has(word);
    return ordinary ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}

/** "a" for words that are lower-case by convention and would be changed in meaning by a capital. */
const LOWER_CASE_START: ReadonlySet<string> = new Set(['p', 'n', 'x']);
