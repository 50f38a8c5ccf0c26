// Which terms of a rule the wording names: by any name, by a class above or a member below, by words in any order, by an abbreviation.
import type { NameScope } from '../../resolve/name-scope.js';
import type { Kinship } from './kinship.js';
import type { RuleTerm } from './rule-terms.js';
import type { FoundTerm } from './term-names.js';
import { hasWord, tellingWords, wordsOfNames } from './term-words.js';

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
            const words = tellingWords(name);
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
