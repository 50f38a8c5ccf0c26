// Counting as clauses: trees of sorted counts, built on demand, in which a list that occurs as part of another is counted once for both.
import type { ClauseSink } from '../solver/clause-sink.js';
import { type Literal, literalOf, negated } from '../solver/literal.js';
import type { Formula } from './formulas.js';
import { coverBySublists, isSet, type Sublist, SublistIndex } from './sublists.js';

/** A count of items that stands in a tree, or the count of their opposites. */
interface Side {
    readonly count: Count;
    readonly opposite: boolean;
}

/** How many items of a list hold. `outputs[k]` says "at least k"; it is made when somebody asks. */
interface Count {
    readonly size: number;
    /** The only item of a list of one. */
    readonly item: Formula | undefined;
    readonly outputs: (Literal | undefined)[];
    /** Each split of the list into two says the same; more than one lets more lists share. */
    readonly splits: (readonly [Side, Side])[];
}

/** Beyond its main split a list is split anew for so many other lists inside it. */
const MOST_FURTHER_SPLITS = 3;

/**
 * Asked for "at least k", a count defines that output and, of its parts, only what k needs: near 0 the low outputs, near the size of the list
 * the high ones. So the shorter side is counted by itself, and both sides are outputs of one tree.
 */
export class Totalizers {
    /** By list of items. */
    private readonly counts = new Map<string, Count>();
    private readonly index = new SublistIndex();

    /** @param literalOfItem is asked for items once an output needs them. */
    constructor(
        private readonly sink: ClauseSink,
        private readonly literalOfItem: (item: Formula) => Literal,
    ) {}

    /** Makes lists known that will be counted, so that they become parts of each other. Known lists take up new parts as well. */
    plan(lists: readonly (readonly Formula[])[]): void {
        const fresh = lists.filter((list) => isSet(list) && this.index.add(list));
        for (const list of [...fresh].sort((a, b) => a.length - b.length)) this.countOf(list);
        if (fresh.length === 0) return;
        const isFresh = new Set(fresh);
        for (const list of this.index.lists) {
            const { parts, left } = coverBySublists(list, this.index);
            const missed = isFresh.has(list) ? left : [...parts, ...left].filter((part) => isFresh.has(part.list));
            for (const part of missed.slice(0, MOST_FURTHER_SPLITS)) this.splitFurther(list, part);
        }
    }

    /** The literal that says: at least `count` of the items hold. 1 <= count <= number of items. */
    atLeast(count: number, items: readonly Formula[]): Literal {
        return this.output(this.countOf(items), count) as Literal;
    }

    private countOf(items: readonly Formula[]): Count {
        const key = items.join();
        const known = this.counts.get(key);
        if (known !== undefined) return known;
        const count: Count = { size: items.length, item: items.length === 1 ? items[0] : undefined, outputs: [], splits: [] };
        this.counts.set(key, count);
        if (items.length === 1) return count;
        const { parts, rest } = isSet(items) ? coverBySublists(items, this.index) : { parts: [], rest: items };
        count.splits.push(parts.length === 0 ? this.halves(items) : this.joined(parts, rest));
        return count;
    }

    private halves(items: readonly Formula[]): [Side, Side] {
        const middle = items.length >> 1;
        return [this.sideOf(items.slice(0, middle)), this.sideOf(items.slice(middle))];
    }

    private sideOf(items: readonly Formula[]): Side {
        return { count: this.countOf(items), opposite: false };
    }

    /** Joins the smallest two again and again until two are left. */
    private joined(parts: readonly Sublist[], rest: readonly Formula[]): readonly [Side, Side] {
        const sides = parts.map(({ list, opposite }): Side => ({ count: this.countOf(list), opposite }));
        if (rest.length > 0) sides.push(this.sideOf(rest));
        for (;;) {
            sides.sort((a, b) => a.count.size - b.count.size);
            const [first, second, ...others] = sides as [Side, Side, ...Side[]];
            if (others.length === 0) return [first, second];
            const size = first.count.size + second.count.size;
            sides.splice(0, 2, { count: { size, item: undefined, outputs: [], splits: [[first, second]] }, opposite: false });
        }
    }

    private splitFurther(list: readonly Formula[], part: Sublist): void {
        const count = this.countOf(list);
        const split = this.joined([part], part.others);
        count.splits.push(split);
        for (let k = 1; k <= count.size; k++) {
            const output = count.outputs[k];
            if (output !== undefined) this.define(output, k, split);
        }
    }

    /** "At least k", or a constant where k leaves no question. */
    private output(count: Count, k: number): Literal | boolean {
        if (k <= 0) return true;
        if (k > count.size) return false;
        if (count.item !== undefined) return this.literalOfItem(count.item);
        const known = count.outputs[k];
        if (known !== undefined) return known;
        const output = literalOf(this.sink.newVariable());
        count.outputs[k] = output;
        for (const split of count.splits) this.define(output, k, split);
        this.chain(count, k, output);
        return output;
    }

    private outputOfSide({ count, opposite }: Side, k: number): Literal | boolean {
        if (!opposite) return this.output(count, k);
        const output = this.output(count, count.size - k + 1);
        return typeof output === 'boolean' ? !output : negated(output);
    }

    /** Both directions: i on one side and k - i on the other make k; fewer than i + 1 and fewer than k - i make fewer than k. */
    private define(output: Literal, k: number, [one, other]: readonly [Side, Side]): void {
        for (let i = Math.max(0, k - other.count.size); i <= Math.min(k, one.count.size); i++) {
            this.addClause([opposite(this.outputOfSide(one, i)), opposite(this.outputOfSide(other, k - i)), output]);
        }
        for (let i = Math.max(0, k - 1 - other.count.size); i <= Math.min(k - 1, one.count.size); i++) {
            this.addClause([this.outputOfSide(one, i + 1), this.outputOfSide(other, k - i), negated(output)]);
        }
    }

    /** More than k implies k, which implies fewer: said between neighbours, it spares the solver a detour through the items. */
    private chain({ outputs, size }: Count, k: number, output: Literal): void {
        for (let lower = k - 1; lower > 0; lower--) {
            const below = outputs[lower];
            if (below === undefined) continue;
            this.sink.addClause([negated(output), below]);
            break;
        }
        for (let higher = k + 1; higher <= size; higher++) {
            const above = outputs[higher];
            if (above === undefined) continue;
            this.sink.addClause([negated(above), output]);
            break;
        }
    }

    private addClause(literals: readonly (Literal | boolean)[]): void {
        if (literals.includes(true)) return;
        this.sink.addClause(literals.filter((literal) => typeof literal === 'number'));
    }
}

const opposite = (literal: Literal | boolean): Literal | boolean => (typeof literal === 'boolean' ? !literal : negated(literal));
