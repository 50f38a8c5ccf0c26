// The text of one criterion before it is laid out: a sentence with paragraphs and lists below it.
import type { Phrase } from '../phrase/phrase.js';
import { capitalised } from '../phrase/join.js';

export interface Outline {
    text: string;
    below: Block[];
}

export type Block = { kind: 'paragraph'; text: string } | { kind: 'list'; marker: 'number' | 'bullet'; items: Outline[] };

/** Generated wording as an outline; its items become bullets. */
export function phraseOutline(phrase: Phrase): Outline {
    const text = capitalised(phrase.lead);
    return { text, below: phrase.items.length === 0 ? [] : [{ kind: 'list', marker: 'bullet', items: phrase.items.map(phraseOutline) }] };
}
