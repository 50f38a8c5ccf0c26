// Which occurrences a set of conditions asks about: their leaves, and for each leaf the cells of time that have to be told apart.
import type { Knowledge } from '../knowledge/knowledge.js';
import { namedIn } from '../knowledge/selection.js';
import { CellTable } from '../time/cells.js';
import { sideOf } from '../time/points.js';
import { type Span, spanKey } from '../time/spans.js';
import { type Leaf, Leaves } from './leaves.js';
import type { OccurrenceQuery } from './queries.js';

/** What follows from one leaf for others: where the first is, one of the second are; or none of them is. */
export interface LeafLinks {
    readonly entails: readonly (readonly Leaf[])[];
    readonly excludes: readonly Leaf[];
}

export class OccurrencePlan {
    readonly leaves: Leaves;
    private readonly spans = new Map<number, Map<string, Span>>();
    private readonly withMethod = new Set<number>();
    private readonly cluster = new Map<number, number>();
    private readonly links = new Map<number, LeafLinks>();
    private readonly tables = new Map<number, CellTable>();

    constructor(
        private readonly knowledge: Knowledge,
        queries: readonly OccurrenceQuery[],
    ) {
        this.leaves = new Leaves(knowledge, new Set(queries.flatMap(({ what }) => namedIn(what))));
        for (const query of queries) this.take(query);
        this.link();
    }

    private take(query: OccurrenceQuery): void {
        const spans = [query.span, ...throughout(query)];
        for (const leaf of this.leavesNamedIn(query)) {
            let known = this.spans.get(leaf.id);
            if (known === undefined) this.spans.set(leaf.id, (known = new Map()));
            for (const span of spans) known.set(spanKey(span), span);
            if (query.extras.some(({ kind }) => kind === 'method')) this.withMethod.add(leaf.id);
        }
    }

    /** The leaves that a query is about, exceptions not yet taken away. */
    leavesOf({ what }: Pick<OccurrenceQuery, 'what'>): readonly Leaf[] {
        return what.term === null ? [] : this.leaves.within(what.term);
    }

    /** The leaves of all terms that a query names, those of its exceptions too, which need not belong to its class. */
    leavesNamedIn({ what }: Pick<OccurrenceQuery, 'what'>): ReadonlySet<Leaf> {
        return new Set(namedIn(what).flatMap((term) => this.leaves.within(term)));
    }

    /** Whether any condition asks about this leaf. */
    isAsked(leaf: Leaf): boolean {
        return this.spans.has(leaf.id);
    }

    hasMethods(leaf: Leaf): boolean {
        return this.withMethod.has(leaf.id);
    }

    linksOf(leaf: Leaf): LeafLinks {
        return this.links.get(leaf.id) ?? { entails: [], excludes: [] };
    }

    /** Leaves with the same number share their cells. */
    clusterOf(leaf: Leaf): number {
        let at = leaf.id;
        for (let next = this.cluster.get(at); next !== undefined && next !== at; next = this.cluster.get(at)) at = next;
        return at;
    }

    cellsOf(leaf: Leaf): CellTable {
        const cluster = this.clusterOf(leaf);
        let table = this.tables.get(cluster);
        if (table === undefined) {
            const members = this.leaves.all.filter((each) => this.spans.has(each.id) && this.clusterOf(each) === cluster);
            const spans = members.flatMap((each) => [...(this.spans.get(each.id)?.values() ?? [])]);
            const halfLife = members.length === 1 && leaf.terms.length === 1 ? this.knowledge.halfLifeOf(leaf.term) : null;
            table = new CellTable(spans, { timeline: this.knowledge.timeline, halfLife });
            this.tables.set(cluster, table);
        }
        return table;
    }

    private link(): void {
        const asked = this.leaves.all.filter((leaf) => this.isAsked(leaf));
        const excludes = new Map<number, Leaf[]>();
        for (const [one, other] of this.knowledge.disjoint) {
            const [first, second] = [one, other].map((term) => asked.filter((leaf) => this.leaves.isWithin(leaf, term)));
            for (const a of first ?? []) {
                for (const b of second ?? []) {
                    if (a === b) continue;
                    for (const [from, to] of [[a, b] as const, [b, a] as const]) excludes.set(from.id, [...(excludes.get(from.id) ?? []), to]);
                    this.join(a, b);
                }
            }
        }
        for (const leaf of asked) {
            const entails: Leaf[][] = [];
            for (const term of this.leaves.entailedBy(leaf)) {
                const consequences = this.leaves.within(term);
                // Where nobody names the class, its remainder is no leaf, and what follows need not be one of the leaves below it.
                if (!consequences.some(({ terms }) => terms.includes(term)) || !consequences.every((each) => this.isAsked(each)) || consequences.includes(leaf))
                    continue;
                entails.push([...consequences]);
                for (const each of consequences) this.join(leaf, each);
            }
            this.links.set(leaf.id, { entails, excludes: excludes.get(leaf.id) ?? [] });
        }
    }

    private join(one: Leaf, other: Leaf): void {
        const [first, second] = [this.clusterOf(one), this.clusterOf(other)];
        if (first !== second) this.cluster.set(Math.max(first, second), Math.min(first, second));
    }
}

/** 'uses X for at least 6 months' at a visit says that X is in use through all of these months. */
export function throughout({ track, extras, span }: Pick<OccurrenceQuery, 'track' | 'extras' | 'span'>): Span[] {
    if (track !== 'present' || span.to === null || span.from === null || spanKey({ ...span, from: span.to }) !== spanKey(span)) return [];
    const point = span.to;
    if (sideOf(point.offset) !== 0) return [];
    return extras.flatMap((extra): Span[] => {
        if (extra.kind !== 'lasting' || extra.bound.operator === '<' || extra.bound.operator === '<=') return [];
        return [{ from: { anchor: point.anchor, offset: { duration: extra.bound.duration, direction: 'before' } }, to: point, openFrom: false, openTo: false }];
    });
}
