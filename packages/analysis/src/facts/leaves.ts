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
        this.all = [...bySignature(named, knowledge)].map((terms, id) => {
            const widest =
                terms.length === 1 ? (terms[0] as string) : terms.reduce((one, other) => (this.rank(other, named) < this.rank(one, named) ? other : one));
            const term = knowledge.term(widest)?.id ?? widest;
            return { id, term, terms, isOne: terms.length === 1 && !knowledge.graph.isClass(widest) };
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
        const found = new Set([key, ...this.knowledge.kindsOf(key)].flatMap((term) => this.byTerm.get(term) ?? []));
        const inOrder = [...found].sort((one, other) => one.id - other.id);
        this.byClass.set(key, inOrder);
        return inOrder;
    }

    /** What follows for every term of a leaf, its own classes included, as keys. */
    sureOf({ terms }: Leaf): Iterable<string> {
        const [first, ...others] = terms.map((term) => this.knowledge.followsFrom(term));
        if (first === undefined || others.length === 0) return first ?? [];
        return [...first].filter((each) => others.every((set) => set.has(each)));
    }

    /** What follows for every term of a leaf, beyond its own classes, as keys. */
    entailedBy(leaf: Leaf): string[] {
        const own = this.knowledge.classesOf(leaf.term);
        return [...this.sureOf(leaf)].filter((each) => !own.has(each));
    }
}

/** The terms at or below named ones, those together that lie in the same named classes; in the order of the document. */
function bySignature(named: ReadonlySet<string>, knowledge: Knowledge): Iterable<string[]> {
    const signatures = new Map<string, number[]>();
    const inOrder = [...named].sort();
    inOrder.forEach((name, index) => {
        for (const kind of knowledge.kindsOf(name)) {
            const known = signatures.get(kind);
            if (known === undefined) signatures.set(kind, [index]);
            else known.push(index);
        }
    });
    const found = new Map<string, string[]>();
    for (const term of knowledge.graph.inOrder([...signatures.keys()])) {
        const signature = (signatures.get(term) ?? []).join();
        const same = found.get(signature);
        if (same === undefined) found.set(signature, [term]);
        else same.push(term);
    }
    // What nothing is known of is its own leaf.
    inOrder.forEach((name, index) => {
        if (knowledge.term(name) === undefined) found.set(String(index), [name]);
    });
    return found.values();
}
