// What the document declares of its terms, as constraints need it: classes, implications, disjointness, links between measures, limits of normal.
import type { CriteriaDocument, Definition } from '@crit-lang/model/criteria/document.js';
import type { Relation, Term } from '@crit-lang/model/criteria/term.js';
import { Rational } from '@crit-lang/model/exact/rational.js';
import { parseUnit } from '@crit-lang/model/units/parse.js';
import type { HalfLife } from '../time/duration-order.js';
import { meaningOf, termKey } from './meaning.js';

/** lower <= upper of two measures at one point in time, or < where `strict`; `through` names the measures in between. */
export interface OrderLink {
    readonly lower: string;
    readonly upper: string;
    readonly strict: boolean;
    readonly through: readonly string[];
}

export interface NormalLimit {
    readonly low: Rational;
    readonly high: Rational;
}

export type KnownTerms = Pick<CriteriaDocument, 'terms' | 'relations' | 'definitions' | 'protocol'>;

export class Knowledge {
    readonly timeline: readonly string[];
    /** Every pair of terms that do not stand side by side, as keys. */
    readonly disjoint: readonly (readonly [string, string])[];
    /** Transitively closed. */
    readonly orderLinks: readonly OrderLink[];
    private readonly terms: ReadonlyMap<string, Term>;
    private readonly definitions: ReadonlyMap<string, Definition>;
    private readonly implied = new Map<string, string[]>();
    private readonly limits: readonly Extract<Relation, { kind: 'limit-interval' }>[];
    private readonly classes = new Map<string, ReadonlySet<string>>();
    private readonly consequences = new Map<string, ReadonlySet<string>>();
    private readonly relations: readonly Relation[];
    private print: string | undefined;

    constructor({ terms, relations, definitions, protocol }: KnownTerms) {
        this.timeline = protocol?.timeline ?? [];
        this.relations = relations.filter(({ origin, kind }: { origin?: string; kind: string }) => origin === 'declared' || kind === 'limit-interval' || kind === 'order');
        this.terms = new Map(terms.map((term) => [termKey(term.id), term]));
        this.definitions = new Map(definitions.map((definition) => [termKey(definition.id), definition]));
        const disjoint: [string, string][] = [];
        for (const term of terms) {
            for (const implied of term.implies) this.addImplication(term.id, implied);
            for (const other of term.disjoint) disjoint.push([termKey(term.id), termKey(other)]);
        }
        for (const relation of relations) {
            if (relation.kind === 'implies') this.addImplication(relation.term, relation.implied);
            if (relation.kind !== 'disjoint') continue;
            const keys = relation.terms.map(termKey);
            keys.forEach((one, index) => keys.slice(index + 1).forEach((other) => disjoint.push([one, other])));
        }
        this.disjoint = disjoint;
        this.orderLinks = closedLinks(relations);
        this.limits = relations.flatMap((relation) => (relation.kind === 'limit-interval' ? [relation] : []));
    }

    private addImplication(term: string, implied: string): void {
        const known = this.implied.get(termKey(term));
        if (known === undefined) this.implied.set(termKey(term), [termKey(implied)]);
        else known.push(termKey(implied));
    }

    /** The same text for documents whose terms are known in the same way: shipped terms are what they are, declared ones are told apart. */
    get fingerprint(): string {
        const declared = [...this.terms.values()].filter(({ origin }) => origin === 'declared');
        return (this.print ??= meaningOf([[...this.terms.keys()], declared, this.relations, [...this.definitions.values()], this.timeline]));
    }

    get allTerms(): Iterable<Term> {
        return this.terms.values();
    }

    term(id: string): Term | undefined {
        return this.terms.get(termKey(id));
    }

    definition(id: string): Definition | undefined {
        return this.definitions.get(termKey(id));
    }

    /** The term and its ancestors, as keys. */
    classesOf(id: string): ReadonlySet<string> {
        return closed(this.classes, termKey(id), (each) => this.terms.get(each)?.parents.map(termKey) ?? []);
    }

    isA(id: string, classId: string): boolean {
        return this.classesOf(id).has(termKey(classId));
    }

    /** What the presence of a term entails: itself, its classes, what these imply, and so on; as keys. */
    followsFrom(id: string): ReadonlySet<string> {
        return closed(this.consequences, termKey(id), (each) => [...(this.terms.get(each)?.parents.map(termKey) ?? []), ...(this.implied.get(each) ?? [])]);
    }

    /** The limit of normal that the protocol declares, in the measure's canonical unit. */
    normalLimit(measure: string, limit: 'ULN' | 'LLN'): NormalLimit | null {
        const found = this.limits.find((each) => termKey(each.measure) === termKey(measure) && each.limit === limit);
        if (found === undefined || found.low.canonical === null || found.high.canonical === null) return null;
        return { low: Rational.from(found.low.canonical.value), high: Rational.from(found.high.canonical.value) };
    }

    halfLifeOf(drug: string): HalfLife | null {
        const given = this.term(drug)?.halfLife;
        if (given === undefined) return null;
        const [low, high] = [given.low, given.high].map(({ value, unit }) => {
            const read = unit === null ? null : parseUnit(unit);
            return read?.ok === true && read.unit.duration !== undefined ? { count: Rational.from(value), unit: read.unit.duration } : null;
        });
        return low === null || high === null || low === undefined || high === undefined ? null : { low, high };
    }
}

function closed(known: Map<string, ReadonlySet<string>>, start: string, next: (each: string) => readonly string[]): ReadonlySet<string> {
    const made = known.get(start);
    if (made !== undefined) return made;
    const found = new Set([start]);
    for (const each of found) for (const one of next(each)) found.add(one);
    known.set(start, found);
    return found;
}

/** a <= b and b <= c give a <= c, strict when one of them is. Without the closure, bounds would not pass through a measure that nothing compares. */
function closedLinks(relations: readonly Relation[]): OrderLink[] {
    const links = new Map<string, OrderLink>();
    const add = (link: OrderLink): boolean => {
        const id = `${link.lower}\n${link.upper}`;
        const known = links.get(id);
        if (link.lower === link.upper || (known !== undefined && (known.strict || !link.strict))) return false;
        links.set(id, link);
        return true;
    };
    for (const relation of relations) {
        if (relation.kind === 'order')
            add({ lower: termKey(relation.lower), upper: termKey(relation.upper), strict: relation.operator === '<', through: [] });
    }
    for (let grown = true; grown; ) {
        grown = false;
        for (const one of [...links.values()]) {
            for (const other of [...links.values()]) {
                if (one.upper !== other.lower) continue;
                const through = [...one.through, one.upper, ...other.through];
                if (add({ lower: one.lower, upper: other.upper, strict: one.strict || other.strict, through })) grown = true;
            }
        }
    }
    return [...links.values()];
}
