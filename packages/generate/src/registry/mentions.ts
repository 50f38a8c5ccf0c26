// Whether a text names something: as whole words, and abbreviations (ALL, AS, RA) only in capitals.

/** True when one of the names stands in the text by itself. */
export function mentionsAny(text: string, names: readonly string[]): boolean {
    return names.some((name) => name.trim() !== '' && mentions(text, name.trim()));
}

// A letter or digit right before or behind makes the name a part of a longer word. Asked apart from the name, so that a new name is a cheap pattern.
const EDGES = {
    u: { before: /[\p{L}\p{N}]$/u, behind: /^[\p{L}\p{N}]/u },
    iu: { before: /[\p{L}\p{N}]$/iu, behind: /^[\p{L}\p{N}]/iu },
};
const LONGEST_CHARACTER = 2;

function mentions(text: string, name: string): boolean {
    const flags = name === name.toUpperCase() ? 'u' : 'iu';
    const { before, behind } = EDGES[flags];
    const pattern = new RegExp(name.toWellFormed().replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&'), `g${flags}`);
    for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
        const end = match.index + match[0].length;
        const part =
            before.test(text.slice(Math.max(0, match.index - LONGEST_CHARACTER), match.index)) || behind.test(text.slice(end, end + LONGEST_CHARACTER));
        if (!part) return true;
        // The name may stand again inside of what it is a part of.
        pattern.lastIndex = match.index + ((text.codePointAt(match.index) ?? 0) > 0xffff ? 2 : 1);
    }
    return false;
}
