// The words of names and texts, as they are compared without regard to their order.
import type { Term } from '@crit-lang/model/criteria/term.js';
import { editDistance } from '@crit-lang/vocabulary/nearest-names.js';
import { wordsOf } from './term-names.js';

const SMALL_WORDS: ReadonlySet<string> = new Set(['of', 'the', 'a', 'an', 'in', 'with', 'to', 'and', 'or', 'by', 'for', 'on', 'any', 'due']);

/** Words that a text leaves out without saying something else. */
const EMPTY_WORDS: ReadonlySet<string> = new Set([
    'time',
    'level',
    'count',
    'score',
    'test',
    'value',
    'measurement',
    'disease',
    'disorder',
    'syndrome',
    'use',
    'history',
    'therapy',
    'treatment',
    'agent',
    'status',
    'result',
    'concentration',
    'serum',
    'infection',
    'drug',
]);

/** The words of a name without which it would be another one. */
export function tellingWords(name: ReadonlySet<string>): string[] {
    const all = [...name].filter((word) => !SMALL_WORDS.has(word));
    const telling = all.filter((word) => !EMPTY_WORDS.has(word));
    return telling.length > 0 ? telling : all;
}

/** Whether a text has the word itself, one with the same beginning (immunosuppressive, immunosuppressant), or a misspelling of it. */
export function hasWord(paragraph: ReadonlySet<string>, word: string): boolean {
    if (paragraph.has(word)) return true;
    if (word.length < 6) return false;
    const stem = word.slice(0, Math.max(5, Math.ceil(word.length * 0.65)));
    for (const other of paragraph)
        if (
            other.startsWith(stem) ||
            (other.length >= 6 && other[0] === word[0] && Math.abs(other.length - word.length) <= 2 && editDistance(other, word, 2) <= 2)
        )
            return true;
    return false;
}

const namesByTerm = new WeakMap<Term, ReadonlySet<string>[]>();

/** The words of each name of a term. */
export function wordsOfNames(term: Term | undefined): ReadonlySet<string>[] {
    if (term === undefined) return [];
    const known = namesByTerm.get(term);
    if (known !== undefined) return known;
    const words = [term.id, ...(term.title === null ? [] : [term.title]), ...term.synonyms].map(wordSet);
    namesByTerm.set(term, words);
    return words;
}

/** The words of a text, as they are compared. */
export function wordSet(text: string): ReadonlySet<string> {
    return new Set(wordsOf(text).map(({ word }) => word));
}
