// Characters of written units: superscripts, micro signs and typographic blanks brought to one plain form.

// prettier-ignore
const SUPERSCRIPTS: ReadonlyMap<string, string> = new Map([...'⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺'].map((character, index) => [character, '0123456789-+'.charAt(index)]));

// prettier-ignore
const PLAIN: ReadonlyMap<string, string> = new Map([
    ['\u00b5', 'u'], ['\u03bc', 'u'], // micro sign and Greek mu
    ['×', 'x'], ['✕', 'x'], ['⨯', 'x'], ['✖', 'x'],
    ['·', '.'], ['•', '.'], ['⋅', '.'], ['∙', '.'],
    ['−', '-'], ['‐', '-'], ['‑', '-'], ['–', '-'],
    ['⁄', '/'], ['∕', '/'], ['／', '/'], ['％', '%'], ['﹪', '%'],
    ['℃', '°C'], ['℉', '°F'], ['º', '°'], ['˚', '°'],
    ['\u00a0', ' '], ['\u2009', ' '], ['\u202f', ' '], ['\u2002', ' '], ['\u2003', ' '], ['\u2007', ' '], ['\u200a', ' '], ['\t', ' '],
]);

/**
 * The unit with plain characters: µ and μ as u, × as x, · as a point, superscripts as digits (behind a power of ten with "^"),
 * every blank as one space, none at the ends.
 */
export function plainUnitText(text: string): string {
    let plain = '';
    let raised = false;
    for (const character of text) {
        const superscript = SUPERSCRIPTS.get(character);
        if (superscript !== undefined) {
            const startsPowerOfTen = !raised && /(?:^|\D)10$/.test(plain);
            plain += (startsPowerOfTen ? '^' : '') + superscript;
            raised = true;
        } else {
            raised = false;
            plain += PLAIN.get(character) ?? character;
        }
    }
    return plain.replace(/ +/g, ' ').trim();
}

/** Whether the text holds what no unit has: control characters, or marks that turn or hide what is read. */
export function hasHiddenCharacters(text: string): boolean {
    return /[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/u.test(text.replaceAll('\t', ' '));
}
