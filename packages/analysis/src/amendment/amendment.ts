// Compares two versions of a protocol: what each criterion and each cohort means, before and now.
import type { Cohort, CriteriaDocument } from '@crit-lang/model/criteria/document.js';
import { ComponentCache } from '../components/component-cache.js';
import { mergeVersions } from './both-versions.js';
import { cohortMessage } from './cohort-message.js';
import { type Choice, CommonSpace, type Extra } from './common-space.js';
import { compareCohort } from './compare-cohort.js';
import { type Background, compareCriterion, differencesOf } from './compare-criterion.js';
import { criterionMessage } from './criterion-message.js';
import { declaredChanges } from './declarations.js';
import { joined } from './directions.js';
import { type CriterionPair, matchCriteria } from './match-criteria.js';
import type { AmendmentReport, NotAnalysed } from './report.js';

/**
 * What changed from the old version to the new one. The same documents give the same report; nothing is read or written.
 * @param cache what was found before, of these or other versions, is not looked for again.
 */
export function compareDocuments(old: CriteriaDocument, current: CriteriaDocument, cache: ComponentCache = new ComponentCache()): AmendmentReport {
    const merged = mergeVersions(withCohort(old), withCohort(current));
    const space = new CommonSpace(merged, cache);
    const pairs = matchCriteria(space);
    const choices = choicesOf(pairs);
    const background = backgroundOf(space, pairs);
    const criteria = pairs.map((pair) => compareCriterion(space, pair, choices, background));
    const cohorts = merged.cohorts.map((pair) => compareCohort(space, pair, criteria, choices));
    const altered = new Set(
        criteria.filter(({ verdict, pair }) => verdict !== 'same' && pair.old !== null && pair.new !== null).map(({ pair }) => pair.new?.id),
    );
    const declarations = declaredChanges(old, current, merged.cohorts, pairs, space.subject.knowledge, (id) => altered.has(id));
    return {
        old,
        new: current,
        cohorts: cohorts
            .filter(({ pair }) => pair.id !== EVERYBODY.id)
            .map((cohort) => ({
                pair: cohort.pair,
                change: cohort.change,
                message: cohortMessage(cohort, criteria),
                gained: cohort.gained,
                lost: cohort.lost,
                readings: cohort.readings,
            })),
        criteria: criteria.map((criterion) => ({
            old: criterion.pair.old,
            new: criterion.pair.new,
            change: criterion.change,
            message: criterionMessage(criterion, declarations, space),
            gained: criterion.gained,
            lost: criterion.lost,
            readings: criterion.readings,
            isRephrased: criterion.isRephrased,
        })),
        declarations,
        notAnalysed: notAnalysed(space),
    };
}

// In an example of one criterion the words that changed in another one are best out of the way.
function backgroundOf(space: CommonSpace, pairs: readonly CriterionPair[]): Background {
    const found = new Map<string, Extra[]>();
    for (const pair of pairs) {
        for (const { cohort, difference } of differencesOf(space, pair, null)) found.set(cohort, [...(found.get(cohort) ?? []), difference.phrases.neutral]);
    }
    return new Map([...found].map(([cohort, extras]) => [cohort, joined(extras)]));
}

/** A document without cohorts and without a protocol is for everybody. */
const EVERYBODY: Cohort = { id: '‹everybody›', kind: 'cohort', title: null, index: null, notes: [], implicit: true };

function withCohort(document: CriteriaDocument): CriteriaDocument {
    return document.cohorts.length > 0 ? document : { ...document, cohorts: [EVERYBODY] };
}

/** Every reading but the first of each criterion, in the versions that have it. */
function choicesOf(pairs: readonly CriterionPair[]): Choice[] {
    return pairs.flatMap(({ old, new: current }) => {
        const [before, now] = [old?.readings.slice(1) ?? [], current?.readings.slice(1) ?? []];
        const ids = [...new Set([...now, ...before].map(({ id }) => id))];
        return ids.map((reading): Choice => {
            const title = [...now, ...before].find(({ id }) => id === reading)?.title ?? null;
            const has = (readings: readonly { id: string }[]): boolean => readings.some(({ id }) => id === reading);
            return { old: has(before) ? (old?.id ?? null) : null, new: has(now) ? (current?.id ?? null) : null, reading, title };
        });
    });
}

function notAnalysed(space: CommonSpace): NotAnalysed[] {
    const found = new Map<string, NotAnalysed>();
    for (const { part, why } of space.components.opaque) {
        const origin = space.merged.origins.get(part.criterion.id);
        if (origin === undefined) continue;
        const each = { version: origin.version, criterion: origin.criterion.id, reason: why };
        found.set(Object.values(each).join('\n'), each);
    }
    return [...found.values()];
}
