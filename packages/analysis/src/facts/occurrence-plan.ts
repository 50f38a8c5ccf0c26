// Which occurrences a set of conditions asks about: their leaves, and for each leaf the cells of time that have to be told apart.
import type { Knowledge } from '../knowledge/knowledge.js';
import { meaningOf } from '../knowledge/meaning.js';
import { namedIn } from '../knowledge/selection.js';
import { CellTable } from '../time/cells.js';
import { sideOf } from '../time/points.js';
import { type Span, spanKey } from '../time/spans.js';
import { LeafLinks, type LinksOfLeaf } from './leaf-links.js';
import { type Leaf, Leaves } from './leaves.js';
import type { OccurrenceQuery } from './queries.js';

export class OccurrencePlan {
    readonly leaves: Leaves;
    private readonly spans = new Map<number, Map<string, Span>>();
    private readonly withMethod = new Set<number>();
    private readonly links: LeafLinks;
    private readonly tables = new Map<number, CellTable>();

    constructor(
        private readonly knowledge: Knowledge,
        queries: readonly OccurrenceQuery[],
    ) {
        this.leaves = new Leaves(knowledge, new Set(queries.flatMap(({ what }) => namedIn(what))));
        for (const query of queries) this.take(query);
        this.links = new LeafLinks(knowledge, this.leaves);
    }

    private take(query: OccurrenceQuery): void {
        const spans = [query.span, ...throughout(query)];
        for (const leaf of this.leavesNamedIn(query)) {
            let known = this.spans.get(leaf.id);
            if (known === undefined) this.spans.set(leaf.id, (known = new Map<string, Span>()));
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

    hasMethods(leaf: Leaf): boolean {
        return this.withMethod.has(leaf.id);
    }

    linksOf(leaf: Leaf): LinksOfLeaf {
        return this.links.of(leaf);
    }

    cellsOf(leaf: Leaf): CellTable {
        // Leaves that are linked share their cells.
        const cluster = this.links.clusterOf(leaf);
        let table = this.tables.get(cluster);
        if (table === undefined) {
            const members = this.leaves.all.filter((each) => this.links.clusterOf(each) === cluster);
            const spans = members.flatMap((each) => [...(this.spans.get(each.id)?.values() ?? [])]);
            table = cellTableOf(spans, members.length === 1 && leaf.terms.length === 1 ? leaf.term : null, this.knowledge);
            this.tables.set(cluster, table);
        }
        return table;
    }
}

/** Drugs are asked about at the same few times all through a protocol, so most of their tables are one. */
const tables = new WeakMap<Knowledge, Map<string, CellTable>>();

/** @param term the one whose half-life counts; null where there is no such one. */
function cellTableOf(spans: readonly Span[], term: string | null, knowledge: Knowledge): CellTable {
    const halfLife = term === null ? null : knowledge.halfLifeOf(term);
    let known = tables.get(knowledge);
    if (known === undefined) tables.set(knowledge, (known = new Map<string, CellTable>()));
    const key = `${halfLife === null ? '' : term}\n${spans.map(meaningOf).join('\n')}`;
    let table = known.get(key);
    if (table === undefined) known.set(key, (table = new CellTable(spans, { timeline: knowledge.timeline, halfLife })));
    return table;
}

/** 'uses X for at least 6 months' at a visit says that X is in use through all of these months. */
export function throughout({ track, extras, span }: Pick<OccurrenceQuery, 'track' | 'extras' | 'span'>): Span[] {
    if (track !== 'present' || span.to === null || span.from === null || extras.length === 0 || spanKey({ ...span, from: span.to }) !== spanKey(span))
        return [];
    const point = span.to;
    if (sideOf(point.offset) !== 0) return [];
    return extras.flatMap((extra): Span[] => {
        if (extra.kind !== 'lasting' || extra.bound.operator === '<' || extra.bound.operator === '<=') return [];
        return [{ from: { anchor: point.anchor, offset: { duration: extra.bound.duration, direction: 'before' } }, to: point, openFrom: false, openTo: false }];
    });
}
