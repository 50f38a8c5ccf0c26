// Random criteria documents: every construct of the model over a small vocabulary, so that criteria bear on each other; each fits the JSON Schema.
import type { Cohort, CriteriaDocument, Criterion, Definition } from '@crit-lang/model/criteria/document.js';
import type { Condition, TermSelection } from '@crit-lang/model/criteria/condition.js';
import type { RandomSource } from '../random-source.js';
import type { Clock } from './clock.js';
import { RandomCondition, TOPICS } from './random-condition.js';
import { quantity, randomVocabulary } from './random-terms.js';
import { RandomTime, TIMELINE, type TimeKind } from './random-time.js';

export interface RandomProtocol {
    readonly document: CriteriaDocument;
    /** Time lines on which the answers can be worked out; several where they depend on dates. */
    readonly clocks: readonly Clock[];
    /** A criterion like those of the document, to put into it. */
    readonly anotherCriterion: (id: string) => Criterion;
}

export function randomProtocol(random: RandomSource, kind: TimeKind): RandomProtocol {
    const time = new RandomTime(random, kind);
    const vocabulary = randomVocabulary(random);
    const topics = random.sample(TOPICS, random.between(1, 3));
    const hasIndex = random.chance(0.7);
    const cohorts = ['A', 'B', 'C'].slice(0, random.between(2, 3)).map((id): Cohort => {
        const index: TermSelection | null = hasIndex ? { term: random.pick(vocabulary.names.condition), index: false, any: false, except: [] } : null;
        return { id, kind: 'cohort', title: null, index, notes: [], implicit: false };
    });
    const inside = new RandomCondition(random, time, vocabulary, { topics, definitions: [], hasIndex });
    const definitions: Definition[] = random.chance(0.5)
        ? [
              { id: 'plain definition', parameters: [], rule: { kind: 'all', of: [inside.condition(2), inside.condition(2)] }, plain: [] },
              { id: 'template', parameters: ['multiple'], rule: template(random, time, inside), plain: [] },
          ]
        : [];
    const conditions = new RandomCondition(random, time, vocabulary, { topics, definitions, hasIndex });
    const criterion = (id: string): Criterion => {
        const isExclusion = random.chance(0.5);
        const lines = (): Condition => ({ kind: isExclusion ? 'any' : 'all', of: Array.from({ length: random.between(1, 2) }, () => conditions.line()) });
        const some = (): string[] | null =>
            random.chance(0.7) ? null : random.sample(cohorts, random.between(1, cohorts.length - 1)).map((cohort) => cohort.id);
        const made = bare(id, isExclusion ? 'exclude' : 'include', lines(), some());
        if (!random.chance(0.08)) return made;
        const other = { id: 'second', title: null, cohorts: random.chance(0.5) ? null : some(), rule: lines() };
        return { ...made, readings: [{ id: 'first', title: null, cohorts: null, rule: made.rule }, other] };
    };
    const written = Array.from({ length: random.between(3, 9) }, (_each, index) => criterion(`W-${index + 1}`));
    const [general, special] = random.sample(written, 2);
    if (general !== undefined && special !== undefined && random.chance(0.12)) special.replaces = general.id;
    const header: Criterion[] = random.chance(0.4) ? [ageCriterion(random, time)] : [];
    const index = cohorts.flatMap((cohort): Criterion[] =>
        cohort.index === null || random.chance(0.3)
            ? []
            : [{ ...bare(`${cohort.id}.index`, 'include', hasDisease(cohort.index, time), [cohort.id]), origin: 'index' }],
    );
    const document: CriteriaDocument = {
        format: 'crit-criteria-model',
        version: 1,
        files: [{ path: 'random.crit', hash: `sha256:${'0'.repeat(64)}` }],
        protocol: {
            id: 'P',
            title: null,
            officialTitle: null,
            acronym: null,
            registry: null,
            identifier: null,
            version: null,
            sponsor: null,
            phases: [],
            age: { low: null, high: null, highOpen: false },
            sex: null,
            healthyVolunteers: null,
            timeline: [...TIMELINE],
            defaultAnchor: 'screening',
            defaultPick: random.pick(['latest', 'latest', 'worst'] as const),
            sources: [],
            notes: [],
        },
        cohorts,
        criteria: [...header, ...index, ...written],
        definitions,
        assertions: [],
        patients: [],
        terms: vocabulary.terms,
        relations: vocabulary.relations,
        acceptances: [],
    };
    return { document, clocks: time.clocks(), anotherCriterion: criterion };
}

function bare(id: string, kind: Criterion['kind'], rule: Condition, cohorts: string[] | null): Criterion {
    return {
        id,
        kind,
        title: null,
        cohorts,
        origin: 'written',
        replaces: null,
        wording: [],
        short: null,
        plain: [],
        rationale: [],
        notes: [],
        sources: [],
        acceptances: [],
        rule,
        readings: [],
    };
}

function template(random: RandomSource, time: RandomTime, inside: RandomCondition): Condition {
    const limit = (measure: string): Condition => ({
        kind: 'compare',
        left: { kind: 'measure', term: measure, component: null },
        operator: random.pick(['<=', '>'] as const),
        right: { kind: 'parameter', name: 'multiple' },
        window: time.unwritten,
        pick: null,
        lasting: null,
        method: null,
        circumstance: null,
        refinements: [],
    });
    return { kind: 'any', of: [limit('count A'), limit('count B'), inside.leaf()] };
}

function ageCriterion(random: RandomSource, time: RandomTime): Criterion {
    const bound = (operator: '>=' | '<=', value: string): Condition => ({
        kind: 'compare',
        left: { kind: 'measure', term: 'age', component: null },
        operator,
        right: { kind: 'quantity', ...quantity(value, 'a') },
        window: time.unwritten,
        pick: null,
        lasting: null,
        method: null,
        circumstance: null,
        refinements: [],
    });
    return {
        ...bare('protocol.age', 'include', { kind: 'all', of: [bound('>=', '2'), ...(random.chance(0.5) ? [bound('<=', '5')] : [])] }, null),
        origin: 'header',
    };
}

function hasDisease(index: TermSelection, time: RandomTime): Condition {
    return {
        kind: 'presence',
        aspect: 'present',
        verb: 'has',
        what: index,
        window: time.unwritten,
        refinements: [],
        lasting: null,
        times: null,
        stableDose: null,
        method: null,
    };
}
