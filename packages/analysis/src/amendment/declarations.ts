// What changed beside the criteria, and which criteria depend on it: header, cohorts, definitions, terms, what is declared of terms.
import type { Cohort, CriteriaDocument, Definition, ProtocolInfo } from '@crit-lang/model/criteria/document.js';
import type { Relation, Term } from '@crit-lang/model/criteria/term.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { meaningOf, termKey } from '../knowledge/meaning.js';
import type { DeclaredChange } from './declared-change.js';
import { type Dependencies, dependenciesOf } from './dependencies.js';
import type { CriterionPair } from './match-criteria.js';
import { definitionsIn } from './own-meaning.js';
import type { CohortPair } from './report.js';

type Found = Omit<DeclaredChange, 'reaches' | 'alters'> & { readonly isReached: (dependencies: Dependencies, criterion: string) => boolean };

/** @param knowledge of both versions. @param altered whether the meaning of a criterion, by its id, changed. */
export function declaredChanges(
    old: CriteriaDocument,
    current: CriteriaDocument,
    cohorts: readonly CohortPair[],
    pairs: readonly CriterionPair[],
    knowledge: Knowledge,
    altered: (id: string) => boolean,
): DeclaredChange[] {
    const dependencies = pairs.map((pair) => ({
        id: (pair.new ?? pair.old)?.id ?? '',
        of: [...(pair.old === null ? [] : [dependenciesOf(pair.old, old)]), ...(pair.new === null ? [] : [dependenciesOf(pair.new, current)])],
    }));
    const found = [
        ...headerChanges(old.protocol, current.protocol),
        ...cohortChanges(cohorts),
        ...definitionChanges(old, current),
        ...termChanges(old, current),
        ...relationChanges(old, current, knowledge),
    ];
    return found.map(({ isReached, ...change }) => {
        const reaches = dependencies.filter(({ id, of }) => of.some((each) => isReached(each, id))).map(({ id }) => id);
        return { ...change, reaches, alters: change.because === null ? [] : reaches.filter(altered) };
    });
}

const nothing = (): boolean => false;

function headerChanges(old: ProtocolInfo | null, current: ProtocolInfo | null): Found[] {
    const found: Found[] = [];
    const words = ['id', 'title', 'officialTitle', 'acronym', 'registry', 'identifier', 'version', 'sponsor', 'phases'] as const;
    for (const name of words) {
        const [before, now] = [shown(old?.[name]), shown(current?.[name])];
        if (before !== now)
            found.push({
                kind: 'header',
                name: NAMES[name] ?? name,
                message: `${capital(NAMES[name] ?? name)}: ${before ?? 'not given'} became ${now ?? 'not given'}.`,
                because: null,
                isReached: nothing,
            });
    }
    if (meaningOf(old?.timeline ?? []) !== meaningOf(current?.timeline ?? []))
        found.push({
            kind: 'header',
            name: 'timeline',
            message: `The timeline was ${old?.timeline.join(', ') ?? ''}; it is ${current?.timeline.join(', ') ?? ''}.`,
            because: null,
            isReached: nothing,
        });
    const [before, now] = [old?.defaultAnchor ?? 'screening', current?.defaultAnchor ?? 'screening'];
    if (before !== now) {
        const because = `what has no time of its own is now asked for at ${now}, no longer at ${before}`;
        found.push({ kind: 'header', name: 'assessed', message: `${capital(because)}.`, because, isReached: ({ usesDefaultTime }) => usesDefaultTime });
    }
    const [pick, newPick] = [old?.defaultPick ?? 'latest', current?.defaultPick ?? 'latest'];
    if (pick !== newPick) {
        const because = `of several values in a stretch of time the ${newPick} one now counts, no longer the ${pick} one`;
        found.push({ kind: 'header', name: 'values', message: `${capital(because)}.`, because, isReached: ({ usesDefaultPick }) => usesDefaultPick });
    }
    return found;
}

const NAMES: Readonly<Partial<Record<keyof ProtocolInfo, string>>> = {
    id: 'name',
    officialTitle: 'official title',
    registry: 'registry number',
    phases: 'phase',
};

function shown(value: string | readonly string[] | null | undefined): string | null {
    if (value === null || value === undefined || value.length === 0) return null;
    return typeof value === 'string' ? `"${value}"` : value.join(', ');
}

function cohortChanges(pairs: readonly CohortPair[]): Found[] {
    return pairs.flatMap(({ old, new: current, id }): Found[] => {
        const named = (message: string, because: string | null = null, isReached: Found['isReached'] = nothing): Found => ({
            kind: 'cohort',
            name: id,
            message,
            because,
            isReached,
        });
        if (old === null) return [named(`Cohort ${id} was added.`)];
        if (current === null) return [named(`Cohort ${id} was removed.`)];
        const found: Found[] = [];
        if (old.id !== current.id && !(old.implicit && current.implicit)) found.push(named(`Cohort ${old.id} is now called ${current.id}.`));
        if (old.title !== current.title && !(old.implicit && current.implicit))
            found.push(named(`Cohort ${id}: the title ${shown(old.title) ?? 'that was not given'} became ${shown(current.title) ?? 'not given'}.`));
        if (old.kind !== current.kind) found.push(named(`${id} was ${article(old.kind)} and is now ${article(current.kind)}.`));
        if (meaningOf(old.index) !== meaningOf(current.index)) {
            const because = `cohort ${id} is now for ${diseaseOf(current)}, no longer for ${diseaseOf(old)}`;
            found.push(named(`${capital(because)}.`, because, ({ usesIndex }, criterion) => usesIndex || criterion === `${id}.index`));
        }
        return found;
    });
}

const article = (kind: Cohort['kind']): string => (kind === 'arm' ? 'an arm' : 'a cohort');
const diseaseOf = ({ index }: Cohort): string => index?.term ?? 'no one disease';

function definitionChanges(old: CriteriaDocument, current: CriteriaDocument): Found[] {
    const [before, now] = [old, current].map(({ definitions }) => new Map(definitions.map((each) => [termKey(each.id), each])));
    const found: Found[] = [];
    for (const key of new Set([...(before?.keys() ?? []), ...(now?.keys() ?? [])])) {
        const [one, other] = [before?.get(key), now?.get(key)];
        const name = (other ?? one)?.id ?? key;
        const isReached: Found['isReached'] = ({ definitions }) => definitions.has(key);
        if (one === undefined)
            found.push({ kind: 'definition', name, message: `The definition '${name}' was added.`, because: `'${name}' is now defined`, isReached });
        else if (other === undefined)
            found.push({ kind: 'definition', name, message: `The definition '${name}' was removed.`, because: `the definition '${name}' is gone`, isReached });
        else if (meaningOf([one.parameters, one.rule]) !== meaningOf([other.parameters, other.rule]))
            found.push({
                kind: 'definition',
                name,
                message: `The definition '${name}' changed.`,
                because: `the definition '${name}' changed`,
                isReached: (each) => isReached(each, ''),
            });
    }
    return withUses(found, [...old.definitions, ...current.definitions]);
}

// A definition that only another definition uses reaches what that one reaches: `dependenciesOf` follows it, so nothing is left to do but to say which.
function withUses(found: Found[], definitions: readonly Definition[]): Found[] {
    return found.map((change) => {
        const users = definitions
            .filter(({ id, rule }) => termKey(id) !== termKey(change.name) && definitionsIn(rule).has(termKey(change.name)))
            .map(({ id }) => `'${id}'`);
        const distinct = [...new Set(users)];
        return distinct.length === 0 ? change : { ...change, message: `${change.message} It is part of ${distinct.join(', ')}.` };
    });
}

function termChanges(old: CriteriaDocument, current: CriteriaDocument): Found[] {
    const [before, now] = [old, current].map(({ terms }) => new Map(terms.map((term) => [termKey(term.id), term])));
    const found: Found[] = [];
    for (const key of new Set([...(before?.keys() ?? []), ...(now?.keys() ?? [])])) {
        const [one, other] = [before?.get(key), now?.get(key)];
        const name = (other ?? one)?.id ?? key;
        const isReached: Found['isReached'] = ({ terms }) => terms.has(key);
        if (one === undefined || other === undefined) {
            if ((one ?? other)?.origin === 'declared')
                found.push({
                    kind: 'term',
                    name,
                    message: `The ${(one ?? other)?.kind ?? 'term'} '${name}' is ${one === undefined ? 'now declared' : 'no longer declared'}.`,
                    because: null,
                    isReached,
                });
            continue;
        }
        if (valuesIn(one) === valuesIn(other)) continue;
        const because = `'${name}' is declared with other values`;
        found.push({ kind: 'term', name, message: `${capital(because)}.`, because, isReached });
    }
    return found;
}

function valuesIn({ kind, unit, values, ordered, range, step, molarMass, charge, equivalent }: Term): string {
    return meaningOf([kind, unit ?? null, values ?? null, ordered ?? null, range ?? null, step ?? null, molarMass ?? null, charge ?? null, equivalent ?? null]);
}

function relationChanges(old: CriteriaDocument, current: CriteriaDocument, knowledge: Knowledge): Found[] {
    const key = (relation: Relation): string => meaningOf({ ...relation, source: null, origin: null }).toLowerCase();
    const isDeclared = (relation: Relation): boolean => !('origin' in relation) || relation.origin === 'declared';
    const only = (document: CriteriaDocument, other: CriteriaDocument): Relation[] => {
        const there = new Set(other.relations.map(key));
        return document.relations.filter((relation) => isDeclared(relation) && !there.has(key(relation)));
    };
    const changes = [
        ...only(old, current).map((relation) => ({ relation, isNew: false })),
        ...only(current, old).map((relation) => ({ relation, isNew: true })),
    ];
    return changes.map(({ relation, isNew }): Found => {
        const said = relationText(relation);
        const message = `${isNew ? 'Now declared' : 'No longer declared'}: ${said}.`;
        if (relation.kind === 'is-a') {
            const classes = knowledge.classesOf(relation.parent);
            const because = isNew ? `${relation.child} now counts as ${relation.parent}` : `${relation.child} no longer counts as ${relation.parent}`;
            return { kind: 'relation', name: said, message, because, isReached: ({ terms }) => [...terms].some((term) => classes.has(term)) };
        }
        // Such a relation is said of patients, not of the criteria: it holds in both versions or in none.
        const named = termsOf(relation).map(termKey);
        return { kind: 'relation', name: said, message, because: null, isReached: ({ terms }) => named.some((term) => terms.has(term)) };
    });
}

function termsOf(relation: Relation): string[] {
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

function relationText(relation: Relation): string {
    const quantity = ({ value, unit }: { value: string; unit: string | null }): string => (unit === null ? value : `${value} ${unit}`);
    switch (relation.kind) {
        case 'is-a':
            return `${relation.child} is a ${relation.parent}`;
        case 'order':
            return `${relation.lower} ${relation.operator} ${relation.upper}`;
        case 'implies':
            return `${relation.term} implies ${relation.implied}`;
        case 'disjoint':
            return `${relation.terms.join(', ')} exclude each other`;
        case 'limit-interval':
            return `${relation.limit} of ${relation.measure} from ${quantity(relation.low)} to ${quantity(relation.high)}`;
        case 'exclusive-cohorts':
            return `cohorts ${relation.cohorts.join(', ')} exclude each other`;
    }
}

function capital(text: string): string {
    return text.charAt(0).toUpperCase() + text.slice(1);
}
