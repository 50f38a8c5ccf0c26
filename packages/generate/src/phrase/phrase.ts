// The shape of generated wording: a clause, or a lead-in with the items it introduces.

/** A lead without items is a whole clause; a lead with items ends in a colon. No full stop at the end, no capital at the start unless the word has one. */
export interface Phrase {
    lead: string;
    items: Phrase[];
}

/** A clause without items. */
export function clause(text: string): Phrase {
    return { lead: text, items: [] };
}

/** A lead-in (its colon is added here) with its items; without items it is a plain clause. */
export function listed(lead: string, items: Phrase[]): Phrase {
    return items.length === 0 ? clause(lead) : { lead: `${lead}:`, items };
}

/** Whether a phrase fits into a sentence as it stands. */
export function isClause(phrase: Phrase): boolean {
    return phrase.items.length === 0;
}

/** The phrase with text before and after its lead; a colon stays at the end. */
export function wrapped(phrase: Phrase, before: string, after: string): Phrase {
    if (isClause(phrase)) {
        return clause(before + phrase.lead + after);
    }
    return { lead: `${before}${phrase.lead.replace(/:$/u, '')}${after}:`, items: phrase.items };
}

/** Lead-ins such as "all of the following:", before which a colon would be one too many. */
const QUANTIFIED = /^(?:all|any|none|at (?:least|most)|exactly|more than|fewer than)\b[^:]* of the following\b[^:]*:/u;

/** The phrase after words that introduce it: "for participants who are female: …", but "Disease activity, all of the following: …". */
export function introduced(words: string, phrase: Phrase): Phrase {
    return { lead: `${words}${QUANTIFIED.test(phrase.lead) ? ',' : ':'} ${phrase.lead}`, items: phrase.items };
}

/**
 * A phrase on one line, for hovers and for clauses inside clauses: items are numbered (1), (2) …, inner ones (a), (b) …
 * so that the nesting can still be read.
 */
export function onOneLine(phrase: Phrase, depth = 0): string {
    if (isClause(phrase)) {
        return phrase.lead;
    }
    const items = phrase.items.map((item, i) => `(${marker(i, depth)}) ${onOneLine(item, depth + 1)}`);
    return `${phrase.lead} ${items.join('; ')}`;
}

function marker(index: number, depth: number): string {
    if (depth % 2 === 0 || index >= 26) {
        return String(index + 1);
    }
    return String.fromCharCode('a'.charCodeAt(0) + index);
}
