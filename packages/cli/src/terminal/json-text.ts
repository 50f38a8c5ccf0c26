// JSON for programs: two blanks of indentation, hidden characters escaped so that it is safe to look at, a line break at the end.

const INVISIBLE = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** A value as JSON text. Members keep their order; those that are undefined are left out. */
export function jsonText(value: unknown): string {
    return `${JSON.stringify(value, null, 2).replace(INVISIBLE, escaped)}\n`;
}

function escaped(character: string): string {
    return Array.from({ length: character.length }, (_, i) => `\\u${character.charCodeAt(i).toString(16).padStart(4, '0')}`).join('');
}
