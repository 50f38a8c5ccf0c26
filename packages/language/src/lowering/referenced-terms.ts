// Gathers the terms a document refers to: each with its ancestors, each referenced class with its descendants, what these imply, what lies between them in an order, and the relations among all.
import type { CriteriaDocument } from '@crit-lang/model/criteria/document.js';
import type { Condition } from '@crit-lang/model/criteria/condition.js';
import type { Relation, Term } from '@crit-lang/model/criteria/term.js';
import { walkCondition, walkSelection } from '@crit-lang/model/criteria/walk.js';
import type { Visitor } from '@crit-lang/model/criteria/walk.js';
import type { Vocabulary } from './vocabulary.js';
import { compareText } from '@crit-lang/vocabulary/name-key.js';
import type { TermIndex } from '@crit-lang/vocabulary/term-index.js';

type Referring = Pick<CriteriaDocument, 'cohorts' | 'criteria' | 'definitions' | 'assertions' | 'patients'>;

export interface ReferencedTerms {
    terms: Term[];
    relations: Relation[];
}

/** So many sets of names are remembered with what they refer to. */
const MOST_REMEMBERED = 50;

// Between two edits a file hardly ever names other terms, and to gather them takes as long as a parse.
const remembered = new WeakMap<TermIndex, Map<string, ReferencedTerms>>();

/** What a document declares itself, and all terms under their names: its own over the shipped ones. */
export interface OwnVocabulary {
    index: TermIndex;
    terms: readonly Term[];
    relations: readonly Relation[];
}

/**
 * Terms (sorted by id) and relations that a reader of the document needs, and no others. The same objects as before where the document names the same terms
 * and declares the same.
 */
export function referencedTerms(document: Referring, shipped: Vocabulary, own: OwnVocabulary): ReferencedTerms {
    const ids = namedTerms(document);
    const known = remembered.get(shipped.terms) ?? new Map<string, ReferencedTerms>();
    remembered.set(shipped.terms, known);
    const key = JSON.stringify([[...ids].sort(compareText), own.terms, own.relations]);
    const found = known.get(key) ?? gathered(ids, own.index, [...shipped.relations, ...own.relations]);
    // The one asked for last goes to the end, so that the first is the one to let go.
    known.delete(key);
    known.set(key, found);
    const [oldest] = known.keys();
    if (known.size > MOST_REMEMBERED && oldest !== undefined) known.delete(oldest);
    return found;
}

function gathered(ids: Set<string>, index: TermIndex, relations: readonly Relation[]): ReferencedTerms {
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
