// Splits parts into components that have no fact in common, not even through links: each can be decided by itself.
import { Mentions } from '../facts/mentions.js';
import { OccurrencePlan } from '../facts/occurrence-plan.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { termKey } from '../knowledge/meaning.js';
import { type Part, passFormula } from '../subjects/part.js';
import { DisjointSets } from './disjoint-sets.js';

/** Reads what a part asks. */
export function mentionsOf(part: Part): Mentions {
    const mentions = new Mentions();
    passFormula(part, mentions);
    return mentions;
}

/** Groups of indexes into `mentions`, each group in order, groups in the order of their first members. */
export function split(mentions: readonly Mentions[], knowledge: Knowledge): number[][] {
    const sets = new DisjointSets();
    const plan = new OccurrencePlan(
        knowledge,
        mentions.flatMap(({ occurrences }) => occurrences),
    );
    for (const leaf of plan.leaves.all) {
        if (!plan.isAsked(leaf)) continue;
        sets.join(`cluster ${plan.clusterOf(leaf)}`, `leaf ${leaf.id}`);
    }
    for (const { lower, upper } of knowledge.orderLinks) sets.join(`term ${lower}`, `term ${upper}`);
    mentions.forEach((each, index) => {
        const part = `part ${index}`;
        for (const query of each.occurrences) for (const leaf of plan.leavesNamedIn(query)) sets.join(part, `leaf ${leaf.id}`);
        for (const key of each.measureKeys()) sets.join(part, key);
        for (const { scale, component, of } of each.grades) if (of === null) sets.join(part, `grade ${termKey(scale)} ${termKey(component ?? '')}`);
        for (const key of each.others) sets.join(part, `other ${key}`);
    });
    const groups = new Map<string, number[]>();
    mentions.forEach((_each, index) => {
        const root = sets.find(`part ${index}`);
        const group = groups.get(root);
        if (group === undefined) groups.set(root, [index]);
        else group.push(index);
    });
    return [...groups.values()];
}
