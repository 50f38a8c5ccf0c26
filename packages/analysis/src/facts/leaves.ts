// Which kinds of things have to be told apart: terms that lie in the same named classes are one leaf, and every selection is a set of leaves.
import type { Knowledge } from '../knowledge/knowledge.js';
import { termKey } from '../knowledge/meaning.js';

/** A leaf stands for a term and what nobody tells apart from it: the unnamed remainder of a class with its unnamed kinds. */
export interface Leaf {
    readonly id: number;
    /** What it is called: the named class itself, where the leaf is its remainder. */
    readonly term: string;
    /** All terms of the leaf, as keys. */
    readonly terms: readonly string[];
    /** It stands for one thing that can only be there once (one drug), not for any number of members. */
    readonly isOne: boolean;
}

export class Leaves {
    readonly all: readonly Leaf[];
    private readonly byTerm = new Map<string, Leaf>();
    private readonly byClass = new Map<string, readonly Leaf[]>();

    /** @param named the terms that conditions name, as keys. */
    constructor(
        private readonly knowledge: Knowledge,
        named: ReadonlySet<string>,
    ) {
        const bySignature = new Map<string, string[]>();
        const parents = new Set<string>();
        for (const term of knowledge.allTerms) {
            for (const parent of term.parents) parents.add(termKey(parent));
            const signature = [...knowledge.classesOf(term.id)].filter((each) => named.has(each)).sort();
            if (signature.length === 0) continue;
            const id = signature.join('\n');
            const same = bySignature.get(id);
            if (same === undefined) bySignature.set(id, [termKey(term.id)]);
            else same.push(termKey(term.id));
        }
        // What nothing is known of is its own leaf.
        for (const term of named) if (knowledge.term(term) === undefined) bySignature.set(term, [term]);
        this.all = [...bySignature.values()].map((terms, id) => {
            const widest = terms.reduce((one, other) => (this.rank(other, named) < this.rank(one, named) ? other : one));
            const term = knowledge.term(widest)?.id ?? widest;
            return { id, term, terms, isOne: terms.length === 1 && !parents.has(widest) };
        });
        for (const leaf of this.all) for (const term of leaf.terms) this.byTerm.set(term, leaf);
    }

    // The term that says least of the others: a named one first, then the one from which least follows.
    private rank(term: string, named: ReadonlySet<string>): number {
        return (named.has(term) ? 0 : 10_000) + this.knowledge.followsFrom(term).size;
    }

    /** The leaves that lie in a class or may: those with a term at or below it. */
    within(classId: string): readonly Leaf[] {
        const key = termKey(classId);
        const known = this.byClass.get(key);
        if (known !== undefined) return known;
        const found = this.all.filter((leaf) => leaf.terms.some((term) => term === key || this.knowledge.classesOf(term).has(key)));
        this.byClass.set(key, found);
        return found;
    }

    /** What follows for every term of a leaf, beyond its own classes, as keys. */
    entailedBy(leaf: Leaf): string[] {
        const [first, ...others] = leaf.terms.map((term) => this.knowledge.followsFrom(term));
        const own = this.knowledge.classesOf(leaf.term);
        return [...(first ?? [])].filter((each) => !own.has(each) && others.every((set) => set.has(each)));
    }

    /** Whether everything in the leaf lies in the class. */
    isWithin(leaf: Leaf, classId: string): boolean {
        return leaf.terms.every((term) => this.knowledge.followsFrom(term).has(classId));
    }
}
