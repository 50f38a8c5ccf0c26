// Gathers the terms a document refers to: each with its ancestors, each referenced class with its descendants, what these imply, what lies between them in an order, and the relations among all.
import type { CriteriaDocument } from '@crit-lang/model/criteria/document.js';
import type { Condition } from '@crit-lang/model/criteria/condition.js';
import type { Relation, Term } from '@crit-lang/model/criteria/term.js';
import { walkCondition, walkSelection } from '@crit-lang/model/criteria/walk.js';
import type { Visitor } from '@crit-lang/model/criteria/walk.js';
import { compareText } from '@crit-lang/vocabulary/name-key.js';
import type { TermIndex } from '@crit-lang/vocabulary/term-index.js';

type Referring = Pick<CriteriaDocument, 'cohorts' | 'criteria' | 'definitions' | 'assertions' | 'patients'>;

/** Terms (sorted by id) and relations that a reader of the document needs, and no others. */
export function referencedTerms(document: Referring, index: TermIndex, relations: readonly Relation[]): { terms: Term[]; relations: Relation[] } {
    const ids = namedTerms(document);
    for (const relation of relations) if (relation.kind === 'is-a' && relation.origin === 'declared') ids.add(relation.child).add(relation.parent);
    const closed = new Map<string, Term>();
    const add = (id: string): void => {
        const term = index.byCanonicalName(id);
        if (term !== undefined) closed.set(term.id, term);
    };
    for (const id of ids) {
        add(id);
        for (const descendant of index.descendantsOf(id)) add(descendant);
    }
    // What is added brings ancestors and implications of its own.
    for (let size = -1; size !== closed.size;) {
        size = closed.size;
        for (const term of [...closed.values()]) {
            for (const ancestor of index.ancestorsOf(term.id)) add(ancestor);
            if (term.equivalent !== undefined) add(term.equivalent.to);
        }
        for (const relation of relations) if (relation.kind === 'implies' && closed.has(relation.term)) add(relation.implied);
        for (const id of betweenInOrder([...closed.keys()], relations)) add(id);
    }
    const terms = [...closed.values()].sort((a, b) => compareText(a.id, b.id));
    return { terms, relations: relations.flatMap((relation) => withinTerms(relation, closed)) };
}

/** Terms through which the declared order leads from one of these terms to another: without lymphocytes nobody sees that CD4 <= WBC. */
function betweenInOrder(ids: readonly string[], relations: readonly Relation[]): string[] {
    const above = new Map<string, string[]>();
    const below = new Map<string, string[]>();
    for (const relation of relations) {
        if (relation.kind !== 'order') continue;
        above.set(relation.lower, [...(above.get(relation.lower) ?? []), relation.upper]);
        below.set(relation.upper, [...(below.get(relation.upper) ?? []), relation.lower]);
    }
    const higher = reachedFrom(ids, above);
    return [...reachedFrom(ids, below)].filter((id) => higher.has(id));
}

function reachedFrom(ids: readonly string[], next: ReadonlyMap<string, readonly string[]>): Set<string> {
    const reached = new Set<string>();
    const open = [...ids];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
        for (const neighbour of next.get(id) ?? []) {
            if (reached.has(neighbour)) continue;
            reached.add(neighbour);
            open.push(neighbour);
        }
    }
    return reached;
}

// What is disjoint is so two by two: terms that the document does not have are left out of it.
function withinTerms(relation: Relation, closed: ReadonlyMap<string, Term>): Relation[] {
    if (relation.kind === 'disjoint') {
        const terms = relation.terms.filter((id) => closed.has(id));
        return terms.length < 2 ? [] : [terms.length === relation.terms.length ? relation : { ...relation, terms }];
    }
    return endsOf(relation).every((id) => closed.has(id)) ? [relation] : [];
}

function namedTerms(document: Referring): Set<string> {
    const ids = new Set<string>();
    const visitor: Visitor = {
        term: (id) => ids.add(id),
        selection: (selection) => {
            if (selection.term !== null) ids.add(selection.term);
        },
    };
    const visit = (condition: Condition): void => walkCondition(condition, visitor);
    for (const cohort of document.cohorts) if (cohort.index !== null) walkSelection(cohort.index, visitor);
    for (const criterion of document.criteria) {
        visit(criterion.rule);
        for (const reading of criterion.readings) visit(reading.rule);
    }
    for (const part of [...document.definitions, ...document.assertions]) visit(part.rule);
    for (const patient of document.patients) patient.facts.forEach(visit);
    return ids;
}

function endsOf(relation: Exclude<Relation, { kind: 'disjoint' }>): string[] {
    switch (relation.kind) {
        case 'is-a':
            return [relation.child, relation.parent];
        case 'order':
            return [relation.lower, relation.upper];
        case 'implies':
            return [relation.term, relation.implied];
        case 'limit-interval':
            return [relation.measure];
        case 'exclusive-cohorts':
            return [];
    }
}
