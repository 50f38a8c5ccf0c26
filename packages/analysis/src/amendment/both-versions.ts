// The two versions as one document: each cohort once, with the criteria of both; what only the old version has goes by names of its own.
import type { Cohort, CriteriaDocument, Criterion, Definition } from '@crit-lang/model/criteria/document.js';
import type { ProtocolInfo } from '@crit-lang/model/criteria/document.js';
import { Knowledge } from '../knowledge/knowledge.js';
import { meaningOf, termKey } from '../knowledge/meaning.js';
import { matchCohorts } from './match-cohorts.js';
import { mergedRelations } from './merged-relations.js';
import { EARLIER, mergedTerms } from './merged-terms.js';
import { mergedTimeline } from './merged-timeline.js';
import { changedDefinitions, inWordsOfBoth, withIndexDisease } from './own-meaning.js';
import type { CohortPair } from './report.js';
import { type Node, rewritten } from './rewrite.js';

export interface MergedVersions {
    readonly document: CriteriaDocument;
    readonly cohorts: readonly CohortPair[];
    /** For each criterion of the old version what stands for it: one criterion, or one for each cohort whose index disease changed and one for the rest. */
    readonly old: ReadonlyMap<Criterion, readonly Criterion[]>;
    readonly new: ReadonlyMap<Criterion, readonly Criterion[]>;
    /** The version and the id that a criterion of the document has there. */
    readonly origins: ReadonlyMap<string, { readonly version: 'old' | 'new'; readonly criterion: Criterion }>;
}

export function mergeVersions(old: CriteriaDocument, current: CriteriaDocument): MergedVersions {
    const cohorts = matchCohorts(old, current);
    const { terms, renamed } = mergedTerms(old, current);
    const relations = mergedRelations(old, current);
    const timeline = [...mergedTimeline(old.protocol?.timeline ?? [], current.protocol?.timeline ?? [])];
    const protocol = protocolOf(old, current, timeline);
    const all = new Knowledge({ terms, relations, definitions: [], protocol });
    const writesPick = (old.protocol?.defaultPick ?? 'latest') !== (current.protocol?.defaultPick ?? 'latest');
    const before = inWordsOfBoth(old, all, { renamed, writesPick });
    const now = inWordsOfBoth(current, all, { renamed: new Set(), writesPick });
    const earlier = earlierCriteria(before, now, cohorts);
    const place = (criteria: readonly Criterion[]): Criterion[] => criteria.map((criterion) => forCohorts(criterion, cohortIds(cohorts, 'new')));
    const present = place(now.criteria);
    const origins = new Map<string, { version: 'old' | 'new'; criterion: Criterion }>();
    old.criteria.forEach((criterion, index) => earlier.criteria[index]?.forEach(({ id }) => origins.set(id, { version: 'old', criterion })));
    current.criteria.forEach((criterion) => origins.set(criterion.id, { version: 'new', criterion }));
    const removed = before.cohorts.filter(({ id }) => cohorts.some((pair) => pair.new === null && pair.old?.id === id));
    return {
        document: {
            ...current,
            protocol,
            cohorts: [...now.cohorts, ...removed],
            criteria: [...present, ...earlier.criteria.flat()],
            definitions: [...now.definitions, ...earlier.definitions],
            assertions: [],
            patients: [],
            acceptances: [],
            terms,
            relations,
        },
        cohorts,
        old: new Map(old.criteria.map((criterion, index) => [criterion, earlier.criteria[index] ?? []])),
        new: new Map(current.criteria.map((criterion, index) => [criterion, present.slice(index, index + 1)])),
        origins,
    };
}

function protocolOf(old: CriteriaDocument, current: CriteriaDocument, timeline: string[]): ProtocolInfo | null {
    const protocol = current.protocol ?? old.protocol;
    return protocol === null ? null : { ...protocol, timeline };
}

function cohortIds(cohorts: readonly CohortPair[], version: 'old' | 'new'): string[] {
    return cohorts.filter((pair) => pair[version] !== null).map(({ id }) => id);
}

/** 'Everybody' is everybody of one version. */
function forCohorts(criterion: Criterion, everybody: string[], idOf: (cohort: string) => string = (cohort) => cohort): Criterion {
    const those = (cohorts: string[] | null): string[] => cohorts?.map(idOf).filter((id) => everybody.includes(id)) ?? everybody;
    const readings = criterion.readings.map((reading) => ({ ...reading, cohorts: reading.cohorts === null ? null : those(reading.cohorts) }));
    return { ...criterion, cohorts: those(criterion.cohorts), readings };
}

type Written = Pick<CriteriaDocument, 'cohorts' | 'criteria' | 'definitions'>;

function earlierCriteria(before: Written, now: Written, cohorts: readonly CohortPair[]): { criteria: Criterion[][]; definitions: Definition[] } {
    const changed = changedDefinitions(before.definitions, now.definitions);
    const everybody = cohortIds(cohorts, 'old');
    const idOf = (id: string): string => cohorts.find(({ old }) => old?.id === id)?.id ?? id;
    const withOtherIndex = cohorts.flatMap(({ old, new: current, id }): { id: string; cohort: Cohort }[] => {
        const [one, other] = [before.cohorts.find((each) => each.id === old?.id), now.cohorts.find((each) => each.id === current?.id)];
        return one === undefined || other === undefined || meaningOf(one.index) === meaningOf(other.index) ? [] : [{ id, cohort: one }];
    });
    const others = everybody.filter((id) => withOtherIndex.every((each) => each.id !== id));
    const names = (suffix: string, part: Criterion | Definition): typeof part => renamedIn(part, changed, suffix);
    const variants = [
        { suffix: '', cohorts: others, put: <Part>(part: Part): Part => part },
        ...withOtherIndex.map(({ id, cohort }) => ({
            suffix: ` in ${id}`,
            cohorts: [id],
            put: <Part>(part: Part): Part => withIndexDisease(part, cohort.index),
        })),
    ].filter((variant) => variant.cohorts.length > 0);
    if (withOtherIndex.length > 0) for (const { id } of before.definitions) changed.add(termKey(id));
    const criteria = before.criteria.map((criterion) =>
        variants.flatMap((variant): Criterion[] => {
            const { suffix, put } = variant;
            const named = put(names(suffix, forCohorts(criterion, variant.cohorts, idOf)) as Criterion);
            const id = `${EARLIER}${criterion.id}${suffix}`;
            const replaces = criterion.replaces === null ? null : `${EARLIER}${criterion.replaces}${suffix}`;
            return [{ ...named, id, replaces }];
        }),
    );
    const definitions = variants.flatMap(({ suffix, put }) =>
        before.definitions
            .filter(({ id }) => changed.has(termKey(id)))
            .map((definition) => ({ ...put(names(suffix, definition) as Definition), id: `${EARLIER}${definition.id}${suffix}` })),
    );
    return { criteria, definitions };
}

/** The part with the old version's names for the definitions that are not the same in both. */
function renamedIn<Part>(part: Part, changed: ReadonlySet<string>, suffix: string): Part {
    return rewritten(part, (node: Node) => {
        const name = node['definition'];
        return node['kind'] === 'reference' && typeof name === 'string' && changed.has(termKey(name))
            ? { ...node, definition: `${EARLIER}${name}${suffix}` }
            : node;
    });
}
