// Which names of a wording the rule covers: by any name, by a class that it takes, by the words of its texts.
import type { Term } from '@crit-lang/model/criteria/term.js';
import type { NameScope } from '../../resolve/name-scope.js';
import type { Kinship } from './kinship.js';
import type { RuleList, RuleTerms } from './rule-terms.js';
import type { FoundTerm } from './term-names.js';
import { wordSet, wordsOfNames } from './term-words.js';

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
        const qualified = this.rule.own.flatMap(({ id, vague }) =>
            vague === null ? [] : wordsOfNames(this.scope.term(id)).map((words) => new Set([...words, ...wordSet(vague)])),
        );
        this.texts = [...this.ruleTerms().flatMap(wordsOfNames), ...qualified, ...this.said.map(wordSet)];
        return this.texts;
    }

    /** The items of a list of the wording that the rule does not cover; `text` is the wording they stand in. */
    uncovered(list: readonly FoundTerm[], text: string): FoundTerm[] {
        const counterpart = this.counterpartOf(list);
        return list.filter(
            (found) => !isAside(text, found) && !this.covers(found, list, counterpart, text.slice(Math.max(0, found.start - QUALIFIER_BEFORE), found.start)),
        );
    }

    private covers(found: FoundTerm, list: readonly FoundTerm[], counterpart: RuleList | null, before: string): boolean {
        if (
            found.hits.some(
                (term) => !ASKED_FOR.has(term.kind) || this.isExact(term) || term.classifies?.some((id) => this.exact.has(this.kin.key(id))) === true,
            )
        )
            return true;
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
        return this.rule.own.some(
            (own) =>
                (own.vague === null || before.toLowerCase().includes(own.vague.toLowerCase())) &&
                above.has(this.kin.key(own.id)) &&
                !(counterpart?.exceptions === true && own.excepted),
        );
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
            for (const ruleList of new Set(this.rule.own.filter((own) => keys.has(this.kin.key(own.id))).flatMap((own) => own.list ?? [])))
                shared.set(ruleList, (shared.get(ruleList) ?? 0) + 1);
        }
        const [best] = [...shared].sort((a, b) => b[1] - a[1]);
        return best !== undefined && best[1] * 2 > list.length ? best[0] : null;
    }
}

/** "Syphilis: RPR titer …" is a heading, and "anemia based on hemoglobin" says how something is found. */
function isAside(text: string, { start, end }: FoundTerm): boolean {
    return (
        /^\s*:/.test(text.slice(end)) ||
        /\b(?:based on|measured by|assessed by|determined by|diagnosed by|defined by|according to)\s+(?:the\s+)?$/i.test(
            text.slice(Math.max(0, start - 30), start),
        )
    );
}
