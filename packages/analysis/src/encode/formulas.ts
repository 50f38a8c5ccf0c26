// Propositional formulas as a shared graph: equal formulas are one number, constants are folded away as they are built.

/** `2 × node` for the formula at a node, one more for its negation. TRUE and FALSE are node 0. */
export type Formula = number;

export const TRUE: Formula = 0;
export const FALSE: Formula = 1;

/** The opposite of a formula; it costs nothing. */
export const not = (formula: Formula): Formula => formula ^ 1;

/** What stands at a node. Whatever else can be built is made of these and of negations. */
export type FormulaNode =
    | { readonly kind: 'true' }
    | { readonly kind: 'variable' }
    | { readonly kind: 'and'; readonly items: readonly Formula[] }
    /** At least `count` of the items hold, 2 <= count < number of items. An item that stands twice counts twice. */
    | { readonly kind: 'at-least'; readonly count: number; readonly items: readonly Formula[] };

/** Something that knows of clauses which always hold, such as the order of the cuts of a number line. */
export interface LemmaSource {
    /** The clauses that have come up since the last call. */
    takeLemmas(): Formula[][];
}

/** One graph belongs to one encoder. An item of a formula always has a smaller node than the formula. */
export class Formulas {
    private readonly nodes: FormulaNode[] = [{ kind: 'true' }];
    private readonly byContent = new Map<string, Formula>();
    private lemmas: Formula[][] = [];
    private sources: LemmaSource[] = [];

    get nodeCount(): number {
        return this.nodes.length;
    }

    /** @param node `formula >> 1`. */
    node(node: number): FormulaNode {
        return this.nodes[node] as FormulaNode;
    }

    /** A new free variable. */
    variable(): Formula {
        this.nodes.push({ kind: 'variable' });
        return 2 * (this.nodes.length - 1);
    }

    /** TRUE for no items. */
    and(items: readonly Formula[]): Formula {
        if (items.length < 2) return items[0] ?? TRUE;
        const kept: Formula[] = [];
        for (const item of [...items].sort((a, b) => a - b)) {
            const last = kept.at(-1);
            if (item === FALSE || last === not(item)) return FALSE;
            if (item !== TRUE && item !== last) kept.push(item);
        }
        if (kept.length < 2) return kept[0] ?? TRUE;
        return this.shared(`&${kept.join()}`, () => ({ kind: 'and', items: kept }));
    }

    /** FALSE for no items. */
    or(items: readonly Formula[]): Formula {
        return not(this.and(items.map(not)));
    }

    implies(condition: Formula, consequence: Formula): Formula {
        return not(this.and([condition, not(consequence)]));
    }

    equivalent(one: Formula, other: Formula): Formula {
        return this.and([this.implies(one, other), this.implies(other, one)]);
    }

    /**
     * At least `count` of the items hold. Not more than none is always true, more than there are never; an item that stands twice counts twice.
     * Formulas that say the same of the opposite items ("at most 2 of 5 fail") become the same node.
     */
    atLeast(count: number, items: readonly Formula[]): Formula {
        const kept: Formula[] = [];
        let missing = count;
        for (const item of [...items].sort((a, b) => a - b)) {
            if (item === TRUE) missing--;
            else if (item === FALSE) continue;
            else if (kept.at(-1) === not(item)) {
                // Of an item and its opposite exactly one holds.
                kept.pop();
                missing--;
            } else kept.push(item);
        }
        if (missing <= 0) return TRUE;
        if (missing > kept.length) return FALSE;
        if (missing === 1) return this.or(kept);
        if (missing === kept.length) return this.and(kept);
        if (((kept[0] as number) & 1) === 1) return not(this.counted(kept.length - missing + 1, kept.map(not)));
        return this.counted(missing, kept);
    }

    atMost(count: number, items: readonly Formula[]): Formula {
        return not(this.atLeast(count + 1, items));
    }

    exactly(count: number, items: readonly Formula[]): Formula {
        return this.and([this.atLeast(count, items), this.atMost(count, items)]);
    }

    /** States that one of the formulas always holds, whatever is asked. */
    addLemma(anyOf: readonly Formula[]): void {
        this.lemmas.push([...anyOf]);
    }

    /** Asks for a call of `source.takeLemmas` before the next clauses are made. */
    announceLemmas(source: LemmaSource): void {
        this.sources.push(source);
    }

    /** For the encoder: the lemmas that have come up since the last call. */
    takeLemmas(): Formula[][] {
        const { lemmas, sources } = this;
        if (lemmas.length === 0 && sources.length === 0) return lemmas;
        this.lemmas = [];
        this.sources = [];
        return [...lemmas, ...sources.flatMap((source) => source.takeLemmas())];
    }

    private counted(count: number, items: readonly Formula[]): Formula {
        return this.shared(`${count}:${items.join()}`, () => ({ kind: 'at-least', count, items }));
    }

    private shared(content: string, make: () => FormulaNode): Formula {
        const known = this.byContent.get(content);
        if (known !== undefined) return known;
        this.nodes.push(make());
        const formula = 2 * (this.nodes.length - 1);
        this.byContent.set(content, formula);
        return formula;
    }
}
