// The wording with its typographic characters replaced by plain ones, character by character, so that places stay the same.

const PLAIN: Readonly<Record<string, string>> = {
    '–': '-',
    '—': '-',
    '‐': '-',
    '‑': '-',
    '‒': '-',
    '−': '-',
    '\u00a0': ' ',
    '\u2009': ' ',
    '\u202f': ' ',
    '\n': ' ',
    '\t': ' ',
    '\r': ' ',
    '’': "'",
    '‘': "'",
    '`': "'",
    '´': "'",
    '⩾': '≥',
    '≧': '≥',
    '⩽': '≤',
    '≦': '≤',
    '＞': '>',
    '＜': '<',
    '⁄': '/',
    '∕': '/',
    '✕': '×',
    '⨯': '×',
    '“': '"',
    '”': '"',
    μ: 'µ',
    '％': '%',
};

/** The text to read; as long as the one given. */
export function plainWording(text: string): string {
    return text.replace(/[^\x20-\x7e]/g, (character) => PLAIN[character] ?? character);
}
