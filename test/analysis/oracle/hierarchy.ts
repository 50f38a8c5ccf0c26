// What the terms of a document are to each other: which is a kind of which, what follows, what excludes what.
import type { CriteriaDocument } from '@crit-lang/model/criteria/document.js';
import type { Relation, Term } from '@crit-lang/model/criteria/term.js';

export const key = (id: string): string => id.toLowerCase();

export class Hierarchy {
    readonly terms: ReadonlyMap<string, Term>;
    readonly relations: readonly Relation[];
    private readonly above = new Map<string, ReadonlySet<string>>();
    private readonly parents = new Set<string>();

    constructor({ terms, relations }: Pick<CriteriaDocument, 'terms' | 'relations'>) {
        this.terms = new Map(terms.map((term) => [key(term.id), term]));
        this.relations = relations;
        for (const term of terms) for (const parent of term.parents) this.parents.add(key(parent));
    }

    term(id: string): Term | undefined {
        return this.terms.get(key(id));
    }

    /** A term and all that it is a kind of. */
    classesOf(id: string): ReadonlySet<string> {
        const known = this.above.get(key(id));
        if (known !== undefined) return known;
        const found = new Set([key(id)]);
        for (const each of found) for (const parent of this.terms.get(each)?.parents ?? []) found.add(key(parent));
        this.above.set(key(id), found);
        return found;
    }

    isA(id: string, classId: string): boolean {
        return this.classesOf(id).has(key(classId));
    }

    /** The kinds that make up a class: each of its terms stands for what is of no named kind below it. */
    kindsOf(classId: string): string[] {
        return [...this.terms.keys()].filter((id) => this.isA(id, classId));
    }

    /** One thing, not a class of things. */
    isSingle(id: string): boolean {
        return !this.parents.has(key(id));
    }

    /** The classes one of whose kinds is there wherever this kind is. */
    impliedBy(kind: string): string[] {
        return [...this.classesOf(kind)].flatMap((id) => [
            ...(this.terms.get(id)?.implies ?? []).map(key),
            ...this.relations.flatMap((relation) => (relation.kind === 'implies' && key(relation.term) === id ? [key(relation.implied)] : [])),
        ]);
    }

    /** The classes no kind of which is there at a moment when this kind is. */
    excludedBy(kind: string): string[] {
        const found: string[] = [];
        for (const id of this.classesOf(kind)) {
            for (const term of this.terms.values()) {
                if (key(term.id) === id) found.push(...term.disjoint.map(key));
                if (term.disjoint.some((other) => key(other) === id)) found.push(key(term.id));
            }
            for (const relation of this.relations) {
                if (relation.kind === 'disjoint' && relation.terms.some((other) => key(other) === id))
                    found.push(...relation.terms.map(key).filter((other) => other !== id));
            }
        }
        return [...new Set(found)];
    }

    /** Which measure is at most which other at one point in time, directly or through others. */
    orders(): { lower: string; upper: string; isStrict: boolean }[] {
        const direct = this.relations.flatMap((relation) =>
            relation.kind === 'order' ? [{ lower: key(relation.lower), upper: key(relation.upper), isStrict: relation.operator === '<' }] : [],
        );
        const reach = (from: string, isStrict: boolean, seen: readonly string[]): { upper: string; isStrict: boolean }[] =>
            direct
                .filter(({ lower, upper }) => lower === from && !seen.includes(upper))
                .flatMap((step) => {
                    const strict = isStrict || step.isStrict;
                    return [{ upper: step.upper, isStrict: strict }, ...reach(step.upper, strict, [...seen, step.upper])];
                });
        return [...new Set(direct.map(({ lower }) => lower))].flatMap((lower) => reach(lower, false, [lower]).map((found) => ({ lower, ...found })));
    }
}
