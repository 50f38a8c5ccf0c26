// Makes names and texts of unknown origin safe to print: one line, no characters that hide, reorder or control.

/** Controls, marks that reorder text, invisible separators; the joiners of some scripts (U+200C, U+200D) stay. */
const HIDDEN = /(?![\u200c\u200d])[\p{Cc}\p{Cf}]/gu;

/**
 * Text on one line: line breaks and runs of blanks become one blank; control, bidirectional and zero-width characters are dropped;
 * half a surrogate pair becomes U+FFFD.
 */
export function cleanText(text: string): string {
    return text.toWellFormed().replace(/\s+/gu, ' ').replace(HIDDEN, '').replace(/ {2,}/gu, ' ').trim();
}

/** The order of two texts by code point, the same on every machine. */
export function compareCodePoints(a: string, b: string): number {
    const left = Array.from(a);
    const right = Array.from(b);
    for (let i = 0; i < Math.min(left.length, right.length); i++) {
        const difference = (left[i]?.codePointAt(0) ?? 0) - (right[i]?.codePointAt(0) ?? 0);
        if (difference !== 0) {
            return difference;
        }
    }
    return left.length - right.length;
}
