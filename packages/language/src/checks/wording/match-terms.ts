// Compares the terms of a wording with those of its rule: by any name, by class and member, and by the words of texts.
import type { Term } from '@crit-lang/model/criteria/term.js';
import { nameKey } from '@crit-lang/vocabulary/name-key.js';
import { editDistance } from '@crit-lang/vocabulary/nearest-names.js';
import type { NameScope } from '../../resolve/name-scope.js';
import type { RuleTerm } from './rule-terms.js';
import type { FoundTerm } from './term-names.js';
import { wordsOf } from './term-names.js';

/** Kinds whose names in a list mean that the thing is asked for. */
const ASKED_FOR: ReadonlySet<Term['kind']> = new Set(['condition', 'drug', 'procedure', 'test', 'lab', 'score', 'grade', 'event']);

export class TermMatch {
    /** The words of each text of the rule: names of its terms, statements, holes, notes. */
    private readonly ruleTexts: ReadonlySet<string>[];
    private readonly related = new Set<string>();

    /**
     * @param ids the terms of the rule; a wording may name them, what stands above and below them, and what they classify or imply.
     * @param texts what the rule says in words.
     */
    constructor(
        scope: NameScope,
        ids: ReadonlySet<string>,
        texts: readonly string[],
    ) {
        const terms = [...ids].flatMap((id) => scope.term(id) ?? []);
        this.ruleTexts = [...terms.flatMap(namesOf), ...texts].map(wordSet);
        for (const term of terms) {
            const { terms: index } = scope;
            for (const id of [term.id, ...index.ancestorsOf(term.id), ...index.descendantsOf(term.id), ...(term.classifies ?? []), ...term.implies]) this.related.add(nameKey(id));
            for (const id of term.classifies ?? []) for (const near of [...index.ancestorsOf(id), ...index.descendantsOf(id)]) this.related.add(nameKey(near));
        }
    }

    /** Whether the rule covers a name of the wording. */
    covers(found: FoundTerm): boolean {
        const asked = found.hits.filter((term) => ASKED_FOR.has(term.kind));
        if (asked.length < found.hits.length || asked.some((term) => this.isRelated(term))) return true;
        return this.ruleTexts.some((words) => found.words.every((word) => words.has(word)));
    }

    private isRelated(term: Term): boolean {
        return [term.id, ...(term.classifies ?? []), ...term.implies].some((id) => this.related.has(nameKey(id)));
    }
}

/** Whether the wording names a term of the rule: by any of its names, by a class above it or a member below it, or by its words in any order. */
export function isNamed(rule: RuleTerm, found: readonly FoundTerm[], wording: readonly ReadonlySet<string>[], scope: NameScope): boolean {
    const term = scope.term(rule.id);
    if (term === undefined) return true;
    const { terms: index } = scope;
    const near = new Set([term.id, ...index.ancestorsOf(term.id), ...index.descendantsOf(term.id), ...(term.classifies ?? [])].map(nameKey));
    if (found.some(({ hits }) => hits.some((hit) => near.has(nameKey(hit.id))))) return true;
    return namesOf(term).some((name) => {
        const all = [...wordSet(name)].filter((word) => !SMALL_WORDS.has(word));
        const telling = all.filter((word) => !EMPTY_WORDS.has(word));
        const words = telling.length > 0 ? telling : all;
        return words.length > 0 && wording.some((paragraph) => words.every((word) => hasWord(paragraph, word)));
    });
}

const SMALL_WORDS: ReadonlySet<string> = new Set(['of', 'the', 'a', 'an', 'in', 'with', 'to', 'and', 'or', 'by', 'for', 'on', 'any', 'due']);

/** Words that a text leaves out without saying something else. */
const EMPTY_WORDS: ReadonlySet<string> = new Set(['time', 'level', 'count', 'score', 'test', 'value', 'measurement', 'disease', 'disorder', 'syndrome', 'use', 'history', 'therapy', 'treatment', 'agent', 'status', 'result', 'concentration', 'serum', 'infection', 'drug']);

// The word itself, one with the same beginning (immunosuppressive, immunosuppressant), or a misspelling of it.
function hasWord(paragraph: ReadonlySet<string>, word: string): boolean {
    if (paragraph.has(word)) return true;
    if (word.length < 6) return false;
    const stem = word.slice(0, Math.max(5, Math.ceil(word.length * 0.65)));
    for (const other of paragraph) if (other.startsWith(stem) || (other.length >= 6 && editDistance(other, word, 2) <= 2)) return true;
    return false;
}

function namesOf(term: Term): string[] {
    return [term.id, ...(term.title === null ? [] : [term.title]), ...term.synonyms];
}

/** The words of a text, as they are compared. */
export function wordSet(text: string): ReadonlySet<string> {
    return new Set(wordsOf(text).map(({ word }) => word));
}
