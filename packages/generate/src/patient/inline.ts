// Runs of patient text: words, and names of terms whose technical name is shown on the first mention only.

/** A stretch of wording. */
export interface Words {
    kind: 'words';
    text: string;
}

/** A mention of a term; whether the technical name follows in brackets is decided when the whole text is in order. */
export interface Mention {
    kind: 'mention';
    /** Identity of the term. */
    term: string;
    /** What is shown. */
    text: string;
    /** Follows in brackets; null where the shown text says it already. */
    technical: string | null;
    /** Show the technical name at each mention, not only at the first: laboratory values, and plain words that two terms share. */
    always: boolean;
    /** The shown text is itself the name of a disease or a drug (not a plain paraphrase of it). */
    named: 'illness' | 'drug' | null;
    /** The technical name is the name of a disease or a drug. */
    nature: 'illness' | 'drug' | null;
}

export type Inline = Words | Mention;

/** A run of finished text; `neutral` is the word that stands for a disease or drug name in the adjusted reading grade. */
export interface Span {
    text: string;
    neutral: 'illness' | 'drug' | null;
}

/** Our own wording. */
export function words(text: string): Inline[] {
    return text === '' ? [] : [{ kind: 'words', text }];
}

/** Wording with pieces put in: strings are our own words. */
export function join(...parts: (string | Inline[])[]): Inline[] {
    return parts.flatMap((part) => (typeof part === 'string' ? words(part) : part));
}

/** The text as shown without technical names; two runs with the same plain text say the same. */
export function plainText(inline: readonly Inline[]): string {
    return inline.map((part) => part.text).join('');
}

/** How many letters a run takes with all its technical names. */
export function fullLength(inline: readonly Inline[]): number {
    return inline.reduce((sum, part) => sum + part.text.length + (part.kind === 'mention' && part.technical !== null ? part.technical.length + 3 : 0), 0);
}

/** "a", "a or b", "a, b, or c". */
export function enumerate(items: readonly Inline[][], conjunction: 'or' | 'and'): Inline[] {
    return items.flatMap((item, position) => {
        if (position === 0) return item;
        const last = position === items.length - 1;
        const separator = last ? (items.length > 2 ? `, ${conjunction} ` : ` ${conjunction} `) : ', ';
        return [...words(separator), ...item];
    });
}

/** The same text with its first letter as a capital, unless the first word has an inner capital or digit (mRSS, anti-Ro). */
export function capitalize(spans: readonly Span[]): Span[] {
    const [first, ...rest] = spans;
    if (first === undefined) return [];
    const word = /^[\p{L}\d]+/u.exec(first.text)?.[0] ?? '';
    if (/^\p{Ll}[\p{Ll}\d]*\p{Lu}/u.test(word)) return [...spans];
    return [{ ...first, text: first.text.charAt(0).toUpperCase() + first.text.slice(1) }, ...rest];
}

/** The text of finished spans. */
export function spanText(spans: readonly Span[]): string {
    return spans.map((span) => span.text).join('');
}
