// When two written names are the same name: case, accents, kind of apostrophe and blanks do not matter.

const COMBINING_MARKS = /[\u0300-\u036f]/g;

// Names in plain letters with single blanks, which most are: only their case matters. (The grave accent stands for an apostrophe, so it is not plain.)
const PLAIN = /^[\x21-\x5f\x61-\x7e]+(?: [\x21-\x5f\x61-\x7e]+)*$/;

/** The key under which a name is looked up. */
export function nameKey(name: string): string {
    if (PLAIN.test(name)) return name.toLowerCase();
    return name
        .normalize('NFKD')
        .replace(COMBINING_MARKS, '')
        .toLowerCase()
        .replace(/[’‘`´]/g, "'")
        .replace(/[‐‑‒–—−]/g, '-')
        .replace(/\s+/g, ' ')
        .trim();
}

/** Keys of the singular forms that a written plural may stand for, most likely first; empty when the name is no plural. */
export function singularKeys(key: string): string[] {
    if (key.length < 4 || !key.endsWith('s') || key.endsWith('ss')) return [];
    const forms = [key.slice(0, -1)];
    if (key.endsWith('ies')) forms.push(`${key.slice(0, -3)}y`);
    if (key.endsWith('es')) forms.push(key.slice(0, -2));
    return forms;
}

/** Orders texts by code point, the same on every machine. */
export function compareText(a: string, b: string): number {
    return a < b ? -1 : a > b ? 1 : 0;
}
