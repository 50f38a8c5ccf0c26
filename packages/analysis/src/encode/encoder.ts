// Formulas as clauses (Tseitin): each node gets a literal that is equivalent to it, in both directions, because negations are asked too.
import type { ClauseSink } from '../solver/clause-sink.js';
import { type Literal, literalOf, negated, type Variable } from '../solver/literal.js';
import type { Formula, Formulas } from './formulas.js';
import { reachableNodes } from './reachable-nodes.js';
import { Totalizers } from './totalizers.js';

export class Encoder {
    /** By node. */
    private readonly literals: (Literal | undefined)[] = [];
    private readonly totalizers: Totalizers;

    constructor(
        readonly formulas: Formulas,
        private readonly sink: ClauseSink,
    ) {
        this.totalizers = new Totalizers(sink, (item) => this.known(item));
    }

    /** The literal of one formula. */
    literal(formula: Formula): Literal {
        this.encode([formula]);
        return this.known(formula);
    }

    /**
     * Makes the clauses of the formulas, and of all lemmas so far. Formulas that are given together share more of their counting,
     * so give a component's criteria in one call.
     */
    encode(roots: readonly Formula[]): void {
        const lemmas = this.formulas.takeLemmas();
        if (lemmas.length === 0 && roots.every((root) => this.literals[root >> 1] !== undefined)) return;
        const nodes = reachableNodes(this.formulas, [...roots, ...lemmas.flat()], (node) => this.literals[node] === undefined);
        const contents = nodes.map((node) => this.formulas.node(node));
        this.totalizers.plan(contents.flatMap((content) => (content.kind === 'at-least' ? [content.items] : [])));
        for (const node of nodes) this.literals[node] = this.encodeNode(node);
        for (const lemma of lemmas) this.sink.addClause(lemma.map((formula) => this.known(formula)));
    }

    /** The solver's variable of a variable of the formulas, such as to decide on it; undefined while no clause mentions it. */
    variable(formula: Formula): Variable | undefined {
        const literal = this.literals[formula >> 1];
        return literal === undefined ? undefined : literal >> 1;
    }

    /** The literal of a formula; undefined while no clause mentions it. */
    knownLiteral(formula: Formula): Literal | undefined {
        const literal = this.literals[formula >> 1];
        return literal === undefined ? undefined : literal ^ (formula & 1);
    }

    private known(formula: Formula): Literal {
        return (this.literals[formula >> 1] as Literal) ^ (formula & 1);
    }

    private encodeNode(node: number): Literal {
        const content = this.formulas.node(node);
        switch (content.kind) {
            case 'variable':
                return literalOf(this.sink.newVariable());
            case 'true': {
                const literal = literalOf(this.sink.newVariable());
                this.sink.addClause([literal]);
                return literal;
            }
            case 'and':
                return this.encodeAnd(content.items.map((item) => this.known(item)));
            case 'at-least':
                return this.totalizers.atLeast(content.count, content.items);
        }
    }

    private encodeAnd(items: readonly Literal[]): Literal {
        const all = literalOf(this.sink.newVariable());
        for (const item of items) this.sink.addClause([negated(all), item]);
        this.sink.addClause([all, ...items.map(negated)]);
        return all;
    }
}
