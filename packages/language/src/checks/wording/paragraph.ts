// A paragraph of a wording as it is read: plain characters, and the names of terms in it.
import type { TermIndex } from '@crit-lang/vocabulary/term-index.js';
import type { PlacedText } from './placed-text.js';
import { plainWording } from './plain-wording.js';
import type { FoundTerm } from './term-names.js';
import { termsIn } from './term-names.js';

export interface Paragraph {
    placed: PlacedText;
    /** As long as the text itself, so that places are the same. */
    plain: string;
    terms: FoundTerm[];
}

export function readParagraph(placed: PlacedText, terms: TermIndex): Paragraph {
    const plain = plainWording(placed.text);
    return { placed, plain, terms: termsIn(plain, terms) };
}

/** Capitals that are no name of a term by themselves: "DM". */
export function abbreviationsOf({ plain, terms }: Paragraph): string[] {
    return [...plain.matchAll(/(?<![\w-])[A-Z][A-Za-z]{0,3}[A-Z](?![\w])/g)]
        .filter(({ index }) => !terms.some((term) => term.start <= index && index < term.end))
        .map(([short]) => short);
}

/** Words behind which a text gives examples and not the whole list. */
const EXAMPLES = /\b(?:e\.?g\.?|such as|including|for example|for instance|other|another|etc|any)\b/i;

/** Whether a paragraph names examples of what it means. */
export function givesExamples({ plain }: Paragraph): boolean {
    return EXAMPLES.test(plain);
}
