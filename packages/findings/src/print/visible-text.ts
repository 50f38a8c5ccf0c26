// Makes text of unknown origin harmless on a terminal: what would control it, hide or reorder text is written out as its code.

// The joiners of some scripts (U+200C, U+200D) are part of words and stay.
const INVISIBLE = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** Text on one line, with each control, bidirectional or invisible character as `<U+001B>`. Half a surrogate pair becomes U+FFFD. */
export function visibleText(text: string): string {
    return text.toWellFormed().replace(INVISIBLE, (character) => `<U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`);
}
