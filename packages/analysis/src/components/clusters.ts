// Which named terms bear on each other: they have kinds in common, or something follows from one for the other.
import { LeafLinks } from '../facts/leaf-links.js';
import { Leaves } from '../facts/leaves.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import type { TermGraph } from '../knowledge/term-graph.js';
import { DisjointSets } from './disjoint-sets.js';

export type Clusters = ReadonlyMap<string, number>;

/** The last answer about the terms of each graph: most edits name no other terms. */
const last = new WeakMap<TermGraph, { readonly named: ReadonlySet<string>; readonly clusters: Clusters }>();

/** For each of the terms, given as keys, a number: the same for terms that bear on each other, directly or through others. */
export function clustersOf(named: ReadonlySet<string>, knowledge: Knowledge): Clusters {
    const known = last.get(knowledge.graph);
    if (known !== undefined && areSame(known.named, named)) return known.clusters;
    const clusters = findClusters(named, knowledge);
    last.set(knowledge.graph, { named, clusters });
    return clusters;
}

function areSame(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
    if (one.size !== other.size) return false;
    for (const each of one) if (!other.has(each)) return false;
    return true;
}

function findClusters(named: ReadonlySet<string>, knowledge: Knowledge): Clusters {
    const leaves = new Leaves(knowledge, named);
    const links = new LeafLinks(knowledge, leaves);
    const sets = new DisjointSets(leaves.all.length);
    for (const leaf of leaves.all) sets.join(links.clusterOf(leaf), leaf.id);
    const firsts = new Map<string, number>();
    for (const name of named) {
        const [first, ...others] = leaves.within(name);
        if (first === undefined) continue;
        firsts.set(name, first.id);
        for (const other of others) sets.join(first.id, other.id);
    }
    return new Map([...firsts].map(([name, leaf]) => [name, sets.find(leaf)]));
}
