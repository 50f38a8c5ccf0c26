// What the document declares of its terms, as constraints need it: classes, implications, disjointness, links between measures, limits of normal.
import type { CriteriaDocument, Definition } from '@crit-lang/model/criteria/document.js';
import type { Relation, Term } from '@crit-lang/model/criteria/term.js';
import { Rational } from '@crit-lang/model/exact/rational.js';
import { parseUnit } from '@crit-lang/model/units/parse.js';
import type { HalfLife } from '../time/duration-order.js';
import { meaningOf, saysTheSame, termKey } from './meaning.js';
import { type OrderLink, TermGraph } from './term-graph.js';

export interface NormalLimit {
    readonly low: Rational;
    readonly high: Rational;
}

export type KnownTerms = Pick<CriteriaDocument, 'terms' | 'relations' | 'definitions' | 'protocol'>;

export class Knowledge {
    readonly timeline: readonly string[];
    /** What is known of the terms; the same object for documents of which the same is known. */
    readonly graph: TermGraph;
    private readonly definitions: ReadonlyMap<string, Definition>;
    private readonly relations: readonly Relation[];
    private readonly limits: readonly Extract<Relation, { kind: 'limit-interval' }>[];
    private readonly halfLives = new Map<string, HalfLife | null>();
    private print: string | undefined;
    private speaksOfIndex: boolean | undefined;

    /** @param previous of an earlier state of the document: what has not changed is taken over. */
    constructor({ terms, relations, definitions, protocol }: KnownTerms, previous?: Knowledge) {
        this.timeline = protocol?.timeline ?? [];
        this.relations = relations;
        this.definitions = new Map(definitions.map((definition) => [termKey(definition.id), definition]));
        this.limits = relations.flatMap((relation) => (relation.kind === 'limit-interval' ? [relation] : []));
        const isKnown = previous !== undefined && areSame(previous.graph.allTerms, terms) && areSame(previous.relations, relations);
        this.graph = isKnown ? previous.graph : new TermGraph(terms, relations);
        // The text is long where much is declared, and most edits declare nothing else.
        if (isKnown && saysTheSame(previous.timeline, this.timeline) && areSame([...previous.definitions.values()], [...this.definitions.values()]))
            this.print = previous.fingerprint;
    }

    /**
     * The same text for documents that declare the same. What is shipped need not be in it: a document has everything that is known
     * of the terms that it refers to, so two that ask the same of the same terms know the same of them.
     */
    get fingerprint(): string {
        if (this.print === undefined) {
            const declared = this.graph.allTerms.filter(({ origin }) => origin === 'declared');
            const relations = this.relations.filter(isDeclared);
            this.print = meaningOf([declared, relations, [...this.definitions.values()], this.timeline]);
        }
        return this.print;
    }

    /** Whether what a definition means depends on the disease of the cohort. */
    get hasIndexInDefinitions(): boolean {
        return (this.speaksOfIndex ??= [...this.definitions.values()].some(({ rule }) => meaningOf(rule).includes('"index":true')));
    }

    get allTerms(): readonly Term[] {
        return this.graph.allTerms;
    }

    get disjoint(): TermGraph['disjoint'] {
        return this.graph.disjoint;
    }

    get orderLinks(): readonly OrderLink[] {
        return this.graph.orderLinks;
    }

    term(id: string): Term | undefined {
        return this.graph.term(id);
    }

    definition(id: string): Definition | undefined {
        return this.definitions.get(termKey(id));
    }

    /** The term and its ancestors, as keys. */
    classesOf(id: string): ReadonlySet<string> {
        return this.graph.classesOf(id);
    }

    isA(id: string, classId: string): boolean {
        return this.graph.classesOf(id).has(termKey(classId));
    }

    /** The term and all its kinds as far as they are known, as keys, in the order of the document. */
    kindsOf(id: string): readonly string[] {
        return this.graph.kindsOf(id);
    }

    /** What the presence of a term entails: itself, its classes, what these imply, and so on; as keys. */
    followsFrom(id: string): ReadonlySet<string> {
        return this.graph.followsFrom(id);
    }

    /** The limit of normal that the protocol declares, in the measure's canonical unit. */
    normalLimit(measure: string, limit: 'ULN' | 'LLN'): NormalLimit | null {
        const found = this.limits.find((each) => termKey(each.measure) === termKey(measure) && each.limit === limit);
        if (found === undefined || found.low.canonical === null || found.high.canonical === null) return null;
        return { low: Rational.from(found.low.canonical.value), high: Rational.from(found.high.canonical.value) };
    }

    halfLifeOf(drug: string): HalfLife | null {
        const key = termKey(drug);
        let known = this.halfLives.get(key);
        if (known === undefined) this.halfLives.set(key, (known = halfLifeIn(this.term(key))));
        return known;
    }
}

const isDeclared = ({ origin, kind }: { origin?: string; kind: string }): boolean => origin === 'declared' || kind === 'limit-interval';

/** Shipped terms and relations are mostly the same objects in every document; declared ones are made anew by each compilation. */
function areSame(one: readonly object[], other: readonly object[]): boolean {
    return one.length === other.length && one.every((each, index) => saysTheSame(each, other[index]) || meaningOf(each) === meaningOf(other[index]));
}

function halfLifeIn(drug: Term | undefined): HalfLife | null {
    const given = drug?.halfLife;
    if (given === undefined) return null;
    const [low, high] = [given.low, given.high].map(({ value, unit }) => {
        const read = unit === null ? null : parseUnit(unit);
        return read?.ok === true && read.unit.duration !== undefined ? { count: Rational.from(value), unit: read.unit.duration } : null;
    });
    return low === null || high === null || low === undefined || high === undefined ? null : { low, high };
}
