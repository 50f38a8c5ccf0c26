// What a fact is about of which nothing else is known, read from its key.

export interface FreeFact {
    readonly key: string;
    /** Two facts with the same base can stand in each other's place. */
    readonly base: string;
    /** The words that it is known by; null where it has none. */
    readonly phrase: string | null;
    /** It is said besides something else, and narrows that. */
    readonly narrows: boolean;
}

export function freeFactOf(key: string): FreeFact {
    const [word = ''] = key.split(' ', 1);
    switch (word) {
        case 'statement':
            return { key, base: 'text', phrase: textIn(key.slice(word.length + 1)), narrows: false };
        case 'unspecified':
            // "unspecified E-1 the text": the criterion that it stands in comes first.
            return { key, base: 'text', phrase: key.split(' ').slice(2).join(' '), narrows: false };
        case 'unresolved':
            return { key, base: 'text', phrase: null, narrows: false };
        case 'member':
            // "member 2 any biologic {…}": that there is a second one, whatever the list asks for.
            return { key, base: key.slice(0, key.indexOf('{')), phrase: null, narrows: false };
        case 'together':
        case 'value':
        case 'change':
        case 'definition':
            return { key, base: word, phrase: null, narrows: true };
    }
    const said = /^"(?<words>.*?)" (?<condition>\{.*)$/su.exec(key)?.groups;
    if (said !== undefined) return { key, base: `said of ${said['condition'] ?? ''}`, phrase: (said['words'] ?? '').replaceAll('" "', ' '), narrows: true };
    return { key, base: word, phrase: null, narrows: false };
}

function textIn(json: string): string | null {
    const found: unknown = JSON.parse(json);
    return typeof found === 'object' && found !== null && 'text' in found && typeof found.text === 'string' ? found.text : null;
}
