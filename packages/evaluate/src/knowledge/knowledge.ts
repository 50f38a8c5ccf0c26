// What the document itself knows of its terms: classes, implications, disjointness, links between measures, half-lives. No other vocabulary is read.
import type { CriteriaDocument, Definition } from '@crit-lang/model/criteria/document.js';
import type { Relation, Term } from '@crit-lang/model/criteria/term.js';
import { Rational } from '@crit-lang/model/exact/rational.js';
import { parseUnit } from '@crit-lang/model/units/parse.js';
import type { Duration } from '@crit-lang/model/units/durations.js';
import type { HalfLife } from '../time/duration-order.js';

type OrderLink = Extract<Relation, { kind: 'order' }>;
type LimitInterval = Extract<Relation, { kind: 'limit-interval' }>;

export class Knowledge {
    readonly timeline: readonly string[];
    private readonly terms: ReadonlyMap<string, Term>;
    private readonly definitions: ReadonlyMap<string, Definition>;
    private readonly implied = new Map<string, string[]>();
    private readonly disjoint: [string, string][] = [];
    private readonly links: OrderLink[] = [];
    private readonly limits: LimitInterval[] = [];
    private readonly above = new Map<string, ReadonlySet<string>>();
    private readonly classes = new Map<string, ReadonlySet<string>>();
    private readonly members = new Map<string, readonly string[]>();

    constructor(readonly document: CriteriaDocument) {
        this.timeline = document.protocol?.timeline ?? [];
        this.terms = new Map(document.terms.map((term) => [key(term.id), term]));
        this.definitions = new Map(document.definitions.map((definition) => [key(definition.id), definition]));
        for (const term of document.terms) {
            for (const implied of term.implies) this.addImplication(term.id, implied);
            for (const other of term.disjoint) this.disjoint.push([key(term.id), key(other)]);
        }
        for (const relation of document.relations) this.addRelation(relation);
    }

    private addRelation(relation: Relation): void {
        if (relation.kind === 'implies') this.addImplication(relation.term, relation.implied);
        if (relation.kind === 'order') this.links.push(relation);
        if (relation.kind === 'limit-interval') this.limits.push(relation);
        if (relation.kind === 'disjoint') {
            relation.terms.forEach((one, index) => relation.terms.slice(index + 1).forEach((other) => this.disjoint.push([key(one), key(other)])));
        }
    }

    private addImplication(term: string, implied: string): void {
        const known = this.implied.get(key(term));
        if (known === undefined) this.implied.set(key(term), [implied]);
        else if (!known.includes(implied)) known.push(implied);
    }

    term(id: string): Term | undefined {
        return this.terms.get(key(id));
    }

    definition(id: string): Definition | undefined {
        return this.definitions.get(key(id));
    }

    /** Whether `id` is `classId` or belongs to it. */
    isA(id: string, classId: string): boolean {
        return this.classesOf(id).has(key(classId));
    }

    /** The term itself and its ancestors, as keys. */
    classesOf(id: string): ReadonlySet<string> {
        let found = this.classes.get(key(id));
        if (found === undefined) {
            found = closure(key(id), (each) => this.term(each)?.parents.map(key) ?? []);
            this.classes.set(key(id), found);
        }
        return found;
    }

    /** Terms that are at or below a class, by their canonical names. */
    membersOf(classId: string): readonly string[] {
        let found = this.members.get(key(classId));
        if (found === undefined) {
            found = this.document.terms.filter((term) => this.isA(term.id, classId)).map((term) => term.id);
            this.members.set(key(classId), found);
        }
        return found;
    }

    /** Whether the two classes may have something in common: one is the other's, or a known term belongs to both. */
    mayOverlap(first: string, second: string): boolean {
        return this.document.terms.some((term) => this.isA(term.id, first) && this.isA(term.id, second)) || key(first) === key(second);
    }

    /** What follows from the presence of a term: its classes, what they imply, and so on; as keys, itself included. */
    followsFrom(id: string): ReadonlySet<string> {
        let found = this.above.get(key(id));
        if (found === undefined) {
            found = closure(key(id), (each) => [...(this.term(each)?.parents ?? []), ...(this.implied.get(each) ?? [])].map(key));
            this.above.set(key(id), found);
        }
        return found;
    }

    /** The canonical names of what a term implies beyond its own classes. */
    impliedBy(id: string): string[] {
        const own = this.classesOf(id);
        return [...this.followsFrom(id)].filter((each) => !own.has(each)).flatMap((each) => this.term(each)?.id ?? []);
    }

    /** Whether the presence of one rules out that of the other at the same time. */
    areDisjoint(first: string, second: string): boolean {
        const [one, two] = [this.followsFrom(first), this.followsFrom(second)];
        return this.disjoint.some(([a, b]) => (one.has(a) && two.has(b)) || (one.has(b) && two.has(a)));
    }

    /** Declared order links of a measure, as lower (`side` 'upper': it is the upper one) or upper. */
    linksOf(measure: string): { side: 'lower' | 'upper'; other: string; strict: boolean }[] {
        return this.links.flatMap(({ lower, upper, operator }) => [
            ...(key(lower) === key(measure) ? [{ side: 'lower' as const, other: upper, strict: operator === '<' }] : []),
            ...(key(upper) === key(measure) ? [{ side: 'upper' as const, other: lower, strict: operator === '<' }] : []),
        ]);
    }

    /** The limit of normal that the protocol declares for a measure: its least and greatest value, in the measure's canonical unit. */
    normalLimit(measure: string, limit: 'ULN' | 'LLN'): { low: Rational; high: Rational } | null {
        const found = this.limits.find((each) => key(each.measure) === key(measure) && each.limit === limit);
        if (found === undefined || found.low.canonical === null || found.high.canonical === null) return null;
        return { low: Rational.from(found.low.canonical.value), high: Rational.from(found.high.canonical.value) };
    }

    halfLifeOf(drug: string): HalfLife {
        const given = this.term(drug)?.halfLife;
        if (given === undefined) return null;
        const [low, high] = [asDuration(given.low.value, given.low.unit), asDuration(given.high.value, given.high.unit)];
        return low === null || high === null ? null : { low, high };
    }
}

/** Names are one whatever their capitals. */
export function key(id: string): string {
    return id.toLowerCase();
}

function asDuration(value: string, unit: string | null): Duration | null {
    const read = unit === null ? null : parseUnit(unit);
    return read?.ok === true && read.unit.duration !== undefined ? { count: Rational.from(value), unit: read.unit.duration } : null;
}

function closure(start: string, next: (each: string) => string[]): ReadonlySet<string> {
    const found = new Set([start]);
    for (const each of found) for (const one of next(each)) found.add(one);
    return found;
}
