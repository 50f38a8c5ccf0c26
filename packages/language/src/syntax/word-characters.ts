// Which characters make up a word of the language: letters of the Latin, Greek and Cyrillic alphabets and Han, digits, and joiners between them.

const START = 1;
const PART = 2;

/** For each character code below 0x10000: may it start a word, may it stand in one. */
const kinds = new Uint8Array(0x10000);

for (const [first, last] of [
    [0x41, 0x5a],
    [0x61, 0x7a],
    [0xaa, 0xaa],
    [0xb5, 0xb5],
    [0xba, 0xba],
    [0xc0, 0xd6],
    [0xd8, 0xf6],
    [0xf8, 0x24f],
    [0x370, 0x3ff],
    [0x400, 0x4ff],
    [0x1e00, 0x1eff],
    [0x4e00, 0x9fff],
] as const) {
    kinds.fill(START | PART, first, last + 1);
}
kinds.fill(PART, 0x30, 0x3a);
kinds[0x5f] = PART;

/** Between two parts of one word: anti-dsDNA, I-3.2.1, Crohn's, mL/min, CD4+CD8. */
const JOINERS = new Set([..."-.'’/+"].map((character) => character.charCodeAt(0)));
const PLUS = 0x2b;

/** Whether a word can start with this character code. */
export function startsWord(code: number): boolean {
    return ((kinds[code] ?? 0) & START) !== 0;
}

/** Whether this character code can stand inside a word. */
export function isWordPart(code: number): boolean {
    return ((kinds[code] ?? 0) & PART) !== 0;
}

/** Offset behind the word that starts at `start` (a final + belongs to it: CD19+). */
export function endOfWord(text: string, start: number): number {
    let end = start + 1;
    for (;;) {
        while (isWordPart(text.charCodeAt(end))) end++;
        if (!JOINERS.has(text.charCodeAt(end)) || !isWordPart(text.charCodeAt(end + 1))) break;
        end += 2;
    }
    return text.charCodeAt(end) === PLUS ? end + 1 : end;
}
