// Which lists of items stand inside others, item by item or each item as its opposite.
import { type Formula, not } from './formulas.js';

/** A known list that stands inside another. */
export interface Sublist {
    readonly list: readonly Formula[];
    /** Whether it is the opposites of its items that stand there. */
    readonly opposite: boolean;
    /** The items of the other list that are not in it. */
    readonly others: readonly Formula[];
}

/** Whether no item stands twice; sorted lists only. Lists in which one does are counted by themselves. */
export const isSet = (list: readonly Formula[]): boolean => list.every((item, index) => index === 0 || item !== list[index - 1]);

/** All lists known so far, each sorted and without repetition. */
export class SublistIndex {
    readonly lists: (readonly Formula[])[] = [];
    private readonly known = new Set<string>();
    private readonly withItem = new Map<Formula, (readonly Formula[])[]>();

    /** @returns false when the list was known. */
    add(list: readonly Formula[]): boolean {
        const key = list.join();
        if (this.known.has(key)) return false;
        this.known.add(key);
        this.lists.push(list);
        for (const item of list) {
            const already = this.withItem.get(item);
            if (already === undefined) this.withItem.set(item, [list]);
            else already.push(list);
        }
        return true;
    }

    /** The known lists that stand inside `list` and are shorter, the longest first. */
    inside(list: readonly Formula[]): Sublist[] {
        return [...this.find(list, false), ...this.find(list, true)].sort((a, b) => b.list.length - a.list.length);
    }

    private find(list: readonly Formula[], opposite: boolean): Sublist[] {
        const hits = new Map<readonly Formula[], number>();
        for (const item of list) {
            for (const other of this.withItem.get(opposite ? not(item) : item) ?? []) hits.set(other, (hits.get(other) ?? 0) + 1);
        }
        return [...hits]
            .filter(([other, count]) => count === other.length && count < list.length)
            .map(([other]) => ({ list: other, opposite, others: without(list, other, opposite) }));
    }
}

/**
 * Takes known lists out of a list, the longest first, as long as they do not overlap.
 * @returns the lists taken, the items that are in none of them, and the longest lists that stand inside but overlap one taken.
 */
export function coverBySublists(list: readonly Formula[], index: SublistIndex): { parts: Sublist[]; rest: readonly Formula[]; left: Sublist[] } {
    const parts: Sublist[] = [];
    const left: Sublist[] = [];
    let rest = list;
    for (const sublist of index.inside(list)) {
        const after = without(rest, sublist.list, sublist.opposite);
        if (after.length === rest.length - sublist.list.length) {
            parts.push(sublist);
            rest = after;
        } else if (!parts.some((part) => part.list !== sublist.list && contains(part, sublist))) left.push(sublist);
    }
    return { parts, rest, left };
}

/** Whether the smaller list stands inside the larger: then the larger counts it already. */
function contains(larger: Sublist, smaller: Sublist): boolean {
    const flip = larger.opposite !== smaller.opposite;
    const items = new Set(larger.list);
    return smaller.list.every((item) => items.has(flip ? not(item) : item));
}

function without(list: readonly Formula[], taken: readonly Formula[], opposite: boolean): Formula[] {
    const gone = new Set(opposite ? taken.map(not) : taken);
    return list.filter((item) => !gone.has(item));
}
