// Gathers the terms a document refers to: each with its ancestors, each referenced class with its descendants, and the relations among them.
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
    for (const id of [...closed.keys()]) for (const ancestor of index.ancestorsOf(id)) add(ancestor);
    for (const term of [...closed.values()]) if (term.equivalent !== undefined) add(term.equivalent.to);
    for (const relation of relations) if (relation.kind === 'implies' && closed.has(relation.term)) add(relation.implied);
    const terms = [...closed.values()].sort((a, b) => compareText(a.id, b.id));
    return { terms, relations: relations.filter((relation) => endsOf(relation).every((id) => closed.has(id))) };
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

function endsOf(relation: Relation): string[] {
    switch (relation.kind) {
        case 'is-a':
            return [relation.child, relation.parent];
        case 'order':
            return [relation.lower, relation.upper];
        case 'implies':
            return [relation.term, relation.implied];
        case 'disjoint':
            return relation.terms;
        case 'limit-interval':
            return [relation.measure];
        case 'exclusive-cohorts':
            return [];
    }
}
