// How the terms of a document hang together: classes and their kinds, what follows from what, what excludes what, which measure is at most which.
import type { Relation, Term } from '@crit-lang/model/criteria/term.js';
import { termKey } from './meaning.js';

/** lower <= upper of two measures at one point in time, or < where `strict`; `through` names the measures in between. */
export interface OrderLink {
    readonly lower: string;
    readonly upper: string;
    readonly strict: boolean;
    readonly through: readonly string[];
}

export class TermGraph {
    /** Every pair of terms that do not stand side by side, as keys. */
    readonly disjoint: readonly (readonly [string, string])[];
    /** Transitively closed. */
    readonly orderLinks: readonly OrderLink[];
    private readonly terms: ReadonlyMap<string, Term>;
    private readonly places: ReadonlyMap<string, number>;
    private readonly below = new Map<string, string[]>();
    private readonly implied = new Map<string, string[]>();
    private readonly classes = new Map<string, ReadonlySet<string>>();
    private readonly consequences = new Map<string, ReadonlySet<string>>();
    private readonly kinds = new Map<string, readonly string[]>();

    constructor(
        readonly allTerms: readonly Term[],
        relations: readonly Relation[],
    ) {
        this.terms = new Map(allTerms.map((term) => [termKey(term.id), term]));
        this.places = new Map([...this.terms.keys()].map((key, place) => [key, place]));
        const disjoint: [string, string][] = [];
        for (const term of allTerms) {
            const key = termKey(term.id);
            for (const parent of term.parents) addTo(this.below, termKey(parent), key);
            for (const implied of term.implies) addTo(this.implied, key, termKey(implied));
            for (const other of term.disjoint) disjoint.push([key, termKey(other)]);
        }
        for (const relation of relations) {
            if (relation.kind === 'implies') addTo(this.implied, termKey(relation.term), termKey(relation.implied));
            if (relation.kind !== 'disjoint') continue;
            const keys = relation.terms.map(termKey);
            keys.forEach((one, index) => keys.slice(index + 1).forEach((other) => disjoint.push([one, other])));
        }
        this.disjoint = disjoint;
        this.orderLinks = closedLinks(relations);
    }

    term(id: string): Term | undefined {
        return this.terms.get(termKey(id));
    }

    /** Whether some term is a kind of this one. */
    isClass(id: string): boolean {
        return this.below.has(termKey(id));
    }

    /** The term and its ancestors, as keys. */
    classesOf(id: string): ReadonlySet<string> {
        return closed(this.classes, termKey(id), (each) => this.terms.get(each)?.parents.map(termKey) ?? []);
    }

    /** What the presence of a term entails: itself, its classes, what these imply, and so on; as keys. */
    followsFrom(id: string): ReadonlySet<string> {
        return closed(this.consequences, termKey(id), (each) => [...(this.terms.get(each)?.parents.map(termKey) ?? []), ...(this.implied.get(each) ?? [])]);
    }

    /** The term and all its kinds as far as they are known, as keys, in the order of the document. */
    kindsOf(id: string): readonly string[] {
        const key = termKey(id);
        let kinds = this.kinds.get(key);
        if (kinds === undefined) {
            const found = new Set([key]);
            for (const each of found) for (const kind of this.below.get(each) ?? []) found.add(kind);
            kinds = this.inOrder([...found].filter((each) => this.terms.has(each)));
            this.kinds.set(key, kinds);
        }
        return kinds;
    }

    /** Terms of the document in its order. */
    inOrder(keys: string[]): string[] {
        return keys.length < 2 ? keys : keys.sort((one, other) => (this.places.get(one) ?? 0) - (this.places.get(other) ?? 0));
    }
}

function addTo(lists: Map<string, string[]>, key: string, value: string): void {
    const known = lists.get(key);
    if (known === undefined) lists.set(key, [value]);
    else known.push(value);
}

function closed(known: Map<string, ReadonlySet<string>>, start: string, next: (each: string) => readonly string[]): ReadonlySet<string> {
    const made = known.get(start);
    if (made !== undefined) return made;
    const found = new Set([start]);
    for (const each of found) for (const one of next(each)) found.add(one);
    known.set(start, found);
    return found;
}

/** a <= b and b <= c give a <= c, strict when one of them is. Without the closure, bounds would not pass through a measure that nothing compares. */
function closedLinks(relations: readonly Relation[]): OrderLink[] {
    const links = new Map<string, OrderLink>();
    const add = (link: OrderLink): boolean => {
        const id = `${link.lower}\n${link.upper}`;
        const known = links.get(id);
        if (link.lower === link.upper || (known !== undefined && (known.strict || !link.strict))) return false;
        links.set(id, link);
        return true;
    };
    for (const relation of relations) {
        if (relation.kind === 'order') add({ lower: termKey(relation.lower), upper: termKey(relation.upper), strict: relation.operator === '<', through: [] });
    }
    for (let grown = true; grown;) {
        grown = false;
        for (const one of [...links.values()]) {
            for (const other of [...links.values()]) {
                if (one.upper !== other.lower) continue;
                const through = [...one.through, one.upper, ...other.through];
                if (add({ lower: one.lower, upper: other.upper, strict: one.strict || other.strict, through })) grown = true;
            }
        }
    }
    return [...links.values()];
}
