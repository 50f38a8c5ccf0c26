// When two parts of the model say the same, wherever they were written: the text that they then share.

const PLACES_AND_WORDS = new Set(['range', 'written', 'verb', 'pair']);

/** JSON escapes exactly these, and lone surrogates. */
const NEEDS_ESCAPE = /["\\\u0000-\u001f\ud800-\udfff]/;

/** Parts of the model are never changed once they are made, so each is read once. */
const known = new WeakMap<object, string>();

/** The same text for parts of the model that say the same; places in the text and the verb as written do not count. */
export function meaningOf(part: unknown): string {
    if (typeof part !== 'object' || part === null) return write(part);
    let text = known.get(part);
    if (text === undefined) known.set(part, (text = write(part)));
    return text;
}

/** Whether two parts of the model say the same, without writing either out. May miss that they do, never claims it of others. */
export function saysTheSame(one: unknown, other: unknown): boolean {
    if (one === other) return true;
    if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
    if (Array.isArray(one)) {
        if (!Array.isArray(other) || one.length !== other.length) return false;
        for (let index = 0; index < one.length; index++) if (!saysTheSame(one[index], other[index])) return false;
        return true;
    }
    // Of plain objects only, because others may have more in them than their names tell.
    if (Object.getPrototypeOf(one) !== Object.prototype || Object.getPrototypeOf(other) !== Object.prototype) return false;
    const [first, second] = [one as Record<string, unknown>, other as Record<string, unknown>];
    let names = 0;
    for (const name in first) {
        names++;
        const member = first[name];
        const another = second[name];
        // A place has to be there in both, so that to count the names is enough to see that none is there in the second alone.
        if (another === undefined) return false;
        if (member !== another && !PLACES_AND_WORDS.has(name) && !saysTheSame(member, another)) return false;
    }
    for (const _name in second) names--;
    return names === 0;
}

// As JSON writes it, with the names of each object in order.
function write(value: unknown): string {
    if (typeof value === 'string') return NEEDS_ESCAPE.test(value) ? JSON.stringify(value) : `"${value}"`;
    if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
    if (Array.isArray(value)) return `[${value.map(write).join()}]`;
    if ('toJSON' in value) return JSON.stringify(value);
    let text = '';
    for (const name of Object.keys(value).sort()) {
        const member = (value as Record<string, unknown>)[name];
        if (member === undefined || PLACES_AND_WORDS.has(name)) continue;
        text += `${text === '' ? '' : ','}"${name}":${known.get(member as object) ?? write(member)}`;
    }
    return `{${text}}`;
}

/** Texts are one whatever their capitals and blanks. */
export function plainText(text: string): string {
    return text.trim().replace(/\s+/gu, ' ').toLowerCase();
}

const keys = new Map<string, string>();

/** Names of terms are one whatever their capitals. */
export function termKey(id: string): string {
    let key = keys.get(id);
    if (key === undefined) keys.set(id, (key = id.toLowerCase()));
    return key;
}
