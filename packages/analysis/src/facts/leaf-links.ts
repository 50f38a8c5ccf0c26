// What follows from one leaf for others: where something is there, something else is too, or cannot be.
import type { Knowledge } from '../knowledge/knowledge.js';
import type { Leaf, Leaves } from './leaves.js';

/** Where the leaf is, one of each of `entails` is; none of `excludes` is. */
export interface LinksOfLeaf {
    readonly entails: readonly (readonly Leaf[])[];
    readonly excludes: readonly Leaf[];
}

const NONE: LinksOfLeaf = { entails: [], excludes: [] };

export class LeafLinks {
    private readonly clusters = new Map<number, number>();
    private readonly links = new Map<number, LinksOfLeaf>();

    constructor(knowledge: Knowledge, leaves: Leaves) {
        const excludes = this.excluded(knowledge, leaves);
        for (const leaf of leaves.all) {
            const entails: (readonly Leaf[])[] = [];
            for (const term of leaves.entailedBy(leaf)) {
                const consequences = leaves.within(term);
                // Where nobody names the class, its remainder is no leaf, and what follows need not be one of the leaves below it.
                if (!consequences.some(({ terms }) => terms.includes(term)) || consequences.includes(leaf)) continue;
                entails.push(consequences);
                for (const each of consequences) this.join(leaf, each);
            }
            const excluded = excludes.get(leaf.id);
            if (entails.length > 0 || excluded !== undefined) this.links.set(leaf.id, { entails, excludes: excluded ?? [] });
        }
    }

    of(leaf: Leaf): LinksOfLeaf {
        return this.links.get(leaf.id) ?? NONE;
    }

    /** Leaves with the same number are linked, directly or through others. */
    clusterOf(leaf: Leaf): number {
        let at = leaf.id;
        for (let next = this.clusters.get(at); next !== undefined && next !== at; next = this.clusters.get(at)) at = next;
        return at;
    }

    private excluded({ disjoint }: Knowledge, leaves: Leaves): Map<number, Leaf[]> {
        const found = new Map<number, Leaf[]>();
        if (disjoint.length === 0) return found;
        const disjointTerms = new Set(disjoint.flat());
        const surelyIn = new Map<string, Leaf[]>();
        for (const leaf of leaves.all) {
            for (const term of leaves.sureOf(leaf)) {
                if (disjointTerms.has(term)) surelyIn.set(term, [...(surelyIn.get(term) ?? []), leaf]);
            }
        }
        for (const [one, other] of disjoint) {
            for (const a of surelyIn.get(one) ?? []) {
                for (const b of surelyIn.get(other) ?? []) {
                    if (a === b) continue;
                    for (const [from, to] of [[a, b] as const, [b, a] as const]) found.set(from.id, [...(found.get(from.id) ?? []), to]);
                    this.join(a, b);
                }
            }
        }
        return found;
    }

    private join(one: Leaf, other: Leaf): void {
        const [first, second] = [this.clusterOf(one), this.clusterOf(other)];
        if (first !== second) this.clusters.set(Math.max(first, second), Math.min(first, second));
    }
}
