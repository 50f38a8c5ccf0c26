// Facts about the person: "female", "of childbearing potential".
import type { PhraseContext } from './context.js';
import { termName } from './name.js';

/** Nouns that English attaches with 'of': "of childbearing potential". */
const OF_NOUNS = /\b(potential|age|ancestry|origin|descent)$/u;

/** The fact so that it completes "participants who are …". */
export function factText(term: string, context: PhraseContext): string {
    const name = termName(term, context);
    return OF_NOUNS.test(name) && !isNoun(name) && !name.startsWith('of ') ? `of ${name}` : name;
}

/** A fact that names a person or thing ("partner of childbearing potential"), which participants have and are not. */
export function isNoun(name: string): boolean {
    return / of /u.test(name) && !name.startsWith('of ');
}
