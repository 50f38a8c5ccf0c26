// What the pieces of a written unit look like in the text of a file; sticky patterns, each linear in what it takes.

/** Blanks that may stand inside a unit in one place; more are a gap in the text. */
export const GAP = /[ \t\u00a0\u2009\u202f]{1,4}/y;

/** The multiplication sign, where a power of ten follows. */
export const TIMES_SIGN = /[x×✕⨯*](?=[ \t\u00a0\u2009\u202f]{0,4}10[\^*(eE⁰¹²³⁴⁵⁶⁷⁸⁹⁻])/y;

export const POWER_OF_TEN = /10(?:\^[+-]?\d{1,2}|\*\*?-?\d{1,2}|[eE]-?\d{1,2}|\(\d{1,2}\)|[⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2})(?![\d⁰¹²³⁴⁵⁶⁷⁸⁹])/y;

/** A power of ten in words, as in "5 million cells/kg". */
export const NUMBER_WORD = /(?:thousand|millions?|mio|billions?)(?![\p{L}\p{Nd}_-])/uy;

/** A word of letters with what may be inside it: exponents, brackets of UCUM codes, hyphens before letters and digits, a degree or per cent sign. */
export const WORD =
    /(?:[\p{L}°µ%‰℃℉]|\[[A-Za-z0-9_'.%]{1,20}\])(?:[\p{L}\p{Nd}_°µ%⁰¹²³⁴⁵⁶⁷⁸⁹⁻]|\^[+-]?\d|[-‐‑−](?=[\p{L}\d])|\*-?\d|\[[A-Za-z0-9_'.%]{1,20}\])*/uy;

/** The 24 of "/24 h", the 1.73 of "/1.73 m2". */
export const NUMBER_BELOW = /\d{1,6}(?:\.\d{1,3})?/y;

/** A UCUM annotation; a block of the language has a blank or a line end behind its brace. */
export const ANNOTATION = /\{[A-Za-z0-9_.%+-]{1,40}\}/y;

/** The "(kg.d)" of "mg/(kg.d)". */
export const PARENTHESES = /\([\p{L}µ°\d.·/ _[\]^'⁰¹²³⁴⁵⁶⁷⁸⁹⁻{}-]{1,40}\)/uy;

export const SLASH = /[/⁄∕]/y;

/** A point between factors, never the one that ends a sentence. */
export const DOT = /[.·⋅](?=[\p{L}µ°([])/uy;

/** Where the match of a sticky pattern at this place ends; the place itself when there is none. */
export function endOf(pattern: RegExp, text: string, at: number): number {
    pattern.lastIndex = at;
    return pattern.test(text) ? pattern.lastIndex : at;
}
