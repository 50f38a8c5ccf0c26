// Splits parts into components that have no fact in common, not even through links: each can be decided by itself.
import type { Knowledge } from '../knowledge/knowledge.js';
import { clustersOf } from './clusters.js';
import { DisjointSets } from './disjoint-sets.js';

/** What a part asks about, by keys: parts that have one in common belong together. */
export interface Subjects {
    /** Terms of which occurrences are asked, as keys. */
    readonly terms: ReadonlySet<string>;
    readonly measures: ReadonlySet<string>;
    readonly others: ReadonlySet<string>;
}

/** Groups of indexes into `parts`, each group in order, groups in the order of their first members. */
export function split(parts: readonly Subjects[], knowledge: Knowledge): number[][] {
    const named = new Set<string>();
    for (const { terms } of parts) for (const term of terms) named.add(term);
    const clusters = clustersOf(named, knowledge);
    const firstWith = new Map<string | number, number>();
    const sets = new DisjointSets(parts.length);
    const shares = (index: number, key: string | number): void => {
        const first = firstWith.get(key);
        if (first === undefined) firstWith.set(key, index);
        else sets.join(first, index);
    };
    parts.forEach(({ terms, measures, others }, index) => {
        for (const term of terms) shares(index, clusters.get(term) ?? `cluster ${term}`);
        for (const key of measures) shares(index, key);
        for (const key of others) shares(index, key);
    });
    for (const { lower, upper } of knowledge.orderLinks) {
        const [one, other] = [firstWith.get(`term ${lower}`), firstWith.get(`term ${upper}`)];
        if (one !== undefined && other !== undefined) sets.join(one, other);
    }
    const groups = new Map<number, number[]>();
    parts.forEach((_each, index) => {
        const root = sets.find(index);
        const group = groups.get(root);
        if (group === undefined) groups.set(root, [index]);
        else group.push(index);
    });
    return [...groups.values()];
}
