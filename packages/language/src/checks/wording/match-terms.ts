// Compares the terms of a wording with those of its rule: by any name, by class and member, and by the words of texts.
import type { Term } from '@crit-lang/model/criteria/term.js';
import { editDistance } from '@crit-lang/vocabulary/nearest-names.js';
import type { NameScope } from '../../resolve/name-scope.js';
import type { Kinship } from './kinship.js';
import type { RuleList, RuleTerm, RuleTerms } from './rule-terms.js';
import type { FoundTerm } from './term-names.js';
import { wordsOf } from './term-names.js';

/** Kinds whose names in a list mean that the thing is asked for. */
const ASKED_FOR: ReadonlySet<Term['kind']> = new Set(['condition', 'drug', 'procedure', 'test', 'lab', 'measure', 'score', 'grade', 'event']);

/** So far before a name an undefined word that qualifies it may stand. */
const QUALIFIER_BEFORE = 40;

/** Which names of the wording the rule covers. */
export class RuleCoverage {
    private texts: ReadonlySet<string>[] | null = null;
    private readonly exact = new Set<string>();

    /**
     * @param indexDiseases of the cohorts that the criterion is for: a wording may name them.
     * @param texts what the rule says in words: statements, holes, refinements.
     */
    constructor(
        private readonly scope: NameScope,
        private readonly kin: Kinship,
        private readonly rule: RuleTerms,
        indexDiseases: readonly string[],
        private readonly said: readonly string[],
    ) {
        for (const term of this.ruleTerms()) for (const id of [term.id, ...(term.classifies ?? []), ...term.implies]) this.exact.add(kin.key(id));
        for (const id of indexDiseases) for (const key of [kin.key(id), ...kin.above(id)]) this.exact.add(key);
    }

    private ruleTerms(): Term[] {
        return [...new Set([...this.rule.own.map((term) => term.id), ...this.rule.defined])].flatMap((id) => this.scope.term(id) ?? []);
    }

    /** The words of each name and text of the rule; put together when first asked for. */
    private wordsOfTexts(): ReadonlySet<string>[] {
        if (this.texts !== null) return this.texts;
        const qualified = this.rule.own.flatMap(({ id, vague }) => (vague === null ? [] : wordsOfNames(this.scope.term(id)).map((words) => new Set([...words, ...wordSet(vague)]))));
        this.texts = [...this.ruleTerms().flatMap(wordsOfNames), ...qualified, ...this.said.map(wordSet)];
        return this.texts;
    }

    /** The items of a list of the wording that the rule does not cover; `text` is the wording they stand in. */
    uncovered(list: readonly FoundTerm[], text: string): FoundTerm[] {
        const counterpart = this.counterpartOf(list);
        return list.filter((found) => !isAside(text, found) && !this.covers(found, list, counterpart, text.slice(Math.max(0, found.start - QUALIFIER_BEFORE), found.start)));
    }

    private covers(found: FoundTerm, list: readonly FoundTerm[], counterpart: RuleList | null, before: string): boolean {
        if (found.hits.some((term) => !ASKED_FOR.has(term.kind) || this.isExact(term) || term.classifies?.some((id) => this.exact.has(this.kin.key(id))) === true)) return true;
        if (this.wordsOfTexts().some((words) => found.words.every((word) => words.has(word)))) return true;
        return found.hits.some((term) => this.isMember(term, counterpart, before) || this.isClassWord(term, list));
    }

    private isExact(term: Term): boolean {
        return [term.id, ...term.implies].some((id) => this.exact.has(this.kin.key(id)));
    }

    /** A class of the rule has it as a member; a class under an undefined word only where the wording has that word too. Among exceptions the class that they are taken from says nothing. */
    private isMember(term: Term, counterpart: RuleList | null, before: string): boolean {
        const above = this.kin.above(term.id);
        if ([...this.rule.defined].some((id) => above.has(this.kin.key(id)))) return true;
        return this.rule.own.some((own) => (own.vague === null || before.toLowerCase().includes(own.vague.toLowerCase())) && above.has(this.kin.key(own.id)) && !(counterpart?.exceptions === true && own.excepted));
    }

    /** It heads what the rule lists: "DMARDs (methotrexate, …)"; not where the member stands beside it in the same list of the wording. */
    private isClassWord(term: Term, list: readonly FoundTerm[]): boolean {
        const key = this.kin.key(term.id);
        const named = new Set(list.flatMap(({ hits }) => hits.map((hit) => this.kin.key(hit.id))));
        return [...this.rule.own.map((own) => own.id), ...this.rule.defined].some((id) => this.kin.above(id).has(key) && !named.has(this.kin.key(id)));
    }

    /** The list of the rule that has most of the wording's list, when it has more than half of it. */
    private counterpartOf(list: readonly FoundTerm[]): RuleList | null {
        const shared = new Map<RuleList, number>();
        for (const { hits } of list) {
            const keys = new Set(hits.map((hit) => this.kin.key(hit.id)));
            for (const ruleList of new Set(this.rule.own.filter((own) => keys.has(this.kin.key(own.id))).flatMap((own) => own.list ?? []))) shared.set(ruleList, (shared.get(ruleList) ?? 0) + 1);
        }
        const [best] = [...shared].sort((a, b) => b[1] - a[1]);
        return best !== undefined && best[1] * 2 > list.length ? best[0] : null;
    }
}

/** "Syphilis: RPR titer …" is a heading, and "anemia based on hemoglobin" says how something is found. */
function isAside(text: string, { start, end }: FoundTerm): boolean {
    return /^\s*:/.test(text.slice(end)) || /\b(?:based on|measured by|assessed by|determined by|diagnosed by|defined by|according to)\s+(?:the\s+)?$/i.test(text.slice(Math.max(0, start - 30), start));
}

/** What a wording names. */
export class WordingNames {
    private readonly named = new Set<string>();
    private readonly aboveNamed = new Set<string>();

    /**
     * @param texts the words of each paragraph, and of the notes, which explain what the rule has beyond the wording.
     * @param open the wording gives examples only: "such as", "including".
     */
    constructor(
        private readonly scope: NameScope,
        private readonly kin: Kinship,
        found: readonly FoundTerm[],
        private readonly texts: readonly ReadonlySet<string>[],
        private readonly open: boolean,
        /** Abbreviations that are no name of a term by themselves: "DM". */
        private readonly abbreviations: readonly string[],
    ) {
        for (const { hits } of found) {
            for (const { id } of hits) {
                this.named.add(kin.key(id));
                for (const key of kin.above(id)) this.aboveNamed.add(key);
            }
        }
    }

    /** A class that the wording names stands for its members, unless it only heads a list of them ("infection with HIV or hepatitis B"). */
    private standsForMembers(classKey: string): boolean {
        return this.named.has(classKey) && (this.open || !this.aboveNamed.has(classKey));
    }

    /** Whether it names a term of the rule: by any of its names, by a class above it or a member below it, or by its words in any order. */
    names({ id }: RuleTerm): boolean {
        const term = this.scope.term(id);
        if (term === undefined) return true;
        const key = this.kin.key(term.id);
        if (this.named.has(key) || this.aboveNamed.has(key) || (term.classifies ?? []).some((name) => this.named.has(this.kin.key(name)))) return true;
        if ([...this.kin.above(term.id)].some((other) => this.standsForMembers(other))) return true;
        if (this.abbreviations.some((short) => abbreviates(short, term.id))) return true;
        return wordsOfNames(term).some((name) => {
            const all = [...name].filter((word) => !SMALL_WORDS.has(word));
            const telling = all.filter((word) => !EMPTY_WORDS.has(word));
            const words = telling.length > 0 ? telling : all;
            return words.length > 0 && this.texts.some((paragraph) => words.every((word) => hasWord(paragraph, word)));
        });
    }
}

/** Whether the letters of an abbreviation stand in a name in their order, the first at its beginning: DM, dermatomyositis. */
function abbreviates(short: string, name: string): boolean {
    const letters = name.toLowerCase();
    if (letters[0] !== short[0]?.toLowerCase()) return false;
    let at = 0;
    for (const letter of short.toLowerCase()) {
        at = letters.indexOf(letter, at) + 1;
        if (at === 0) return false;
    }
    return true;
}

const SMALL_WORDS: ReadonlySet<string> = new Set(['of', 'the', 'a', 'an', 'in', 'with', 'to', 'and', 'or', 'by', 'for', 'on', 'any', 'due']);

/** Words that a text leaves out without saying something else. */
const EMPTY_WORDS: ReadonlySet<string> = new Set([
    'time', 'level', 'count', 'score', 'test', 'value', 'measurement', 'disease', 'disorder', 'syndrome', 'use', 'history', 'therapy', 'treatment', 'agent', 'status', 'result',
    'concentration', 'serum', 'infection', 'drug',
]);

// The word itself, one with the same beginning (immunosuppressive, immunosuppressant), or a misspelling of it.
function hasWord(paragraph: ReadonlySet<string>, word: string): boolean {
    if (paragraph.has(word)) return true;
    if (word.length < 6) return false;
    const stem = word.slice(0, Math.max(5, Math.ceil(word.length * 0.65)));
    for (const other of paragraph) if (other.startsWith(stem) || (other.length >= 6 && other[0] === word[0] && Math.abs(other.length - word.length) <= 2 && editDistance(other, word, 2) <= 2)) return true;
    return false;
}

const namesByTerm = new WeakMap<Term, ReadonlySet<string>[]>();

function wordsOfNames(term: Term | undefined): ReadonlySet<string>[] {
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
