// Lowers the protocol's header and its cohorts, and the criteria that follow from them (age, sex, healthy volunteers, index disease).
import type { Condition } from '@crit-lang/model/criteria/condition.js';
import type { Cohort as ModelCohort, Criterion, ProtocolInfo } from '@crit-lang/model/criteria/document.js';
import type { ComparisonOperator, ModelQuantity } from '@crit-lang/model/criteria/value.js';
import type { Cohort, Protocol } from '../generated/ast.js';
import { reportRangeReversed } from '../checks/range-reversed.js';
import { reportRegistryAge } from '../checks/registry-limit.js';
import { reportAssessedAnchor } from '../checks/undeclared-anchor.js';
import { recovered } from '../syntax/recovered.js';
import type { Lowering } from './lowering.js';
import { lowerQuantity, measureContext, shareUnit } from './quantities.js';
import { lowerSelection } from './selections.js';

/** The anchor where a protocol declares none. */
export const STANDARD_ANCHOR = 'screening';

const INDEX_DISEASE = { kinds: ['condition'] as const, called: 'the disease of the cohort' };

export function lowerProtocol(lowering: Lowering, node: Protocol): ProtocolInfo {
    const parts = recovered(node);
    const info: ProtocolInfo = {
        id: parts.name ?? '',
        title: parts.title ?? null,
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
        timeline: [],
        defaultAnchor: lowering.defaultAnchor,
        defaultPick: 'latest',
        sources: [],
        notes: [],
        ...lowering.at(node),
    };
    for (const property of parts.properties ?? []) {
        switch (property.$type) {
            case 'AgeProperty': {
                const age = lowering.scope.term('age');
                const context = age === undefined ? { called: 'age', term: null, unit: 'years', difference: true } : measureContext(age);
                shareUnit(property.low, property.high);
                info.age = {
                    low: property.low === undefined ? null : lowerQuantity(lowering, property.low, context),
                    high: property.high === undefined ? null : lowerQuantity(lowering, property.high, context),
                    highOpen: property.under,
                };
                reportRangeReversed(lowering, property, info.age.low, info.age.high, property);
                if (property.low !== undefined && info.age.low !== null) reportRegistryAge(lowering, property.low, info.age.low);
                if (property.high !== undefined && info.age.high !== null) reportRegistryAge(lowering, property.high, info.age.high);
                break;
            }
            case 'SexProperty':
                info.sex = recovered(property).value ?? null;
                break;
            case 'VolunteersProperty':
                info.healthyVolunteers = recovered(property).value === 'yes';
                break;
            case 'TimelineProperty':
                info.timeline = property.anchors;
                break;
            case 'AssessedProperty':
                reportAssessedAnchor(lowering, node, property);
                break;
            case 'ValuesProperty':
                info.defaultPick = recovered(property).pick ?? 'latest';
                break;
            case 'PhaseProperty':
                info.phases = property.phases;
                break;
            case 'TextProperty': {
                const value = recovered(property).value ?? '';
                switch (property.key) {
                    case 'registry':
                        info.registry = value;
                        break;
                    case 'version':
                        info.version = value;
                        break;
                    case 'sponsor':
                        info.sponsor = value;
                        break;
                    case 'identifier':
                        info.identifier = value;
                        break;
                    case 'official title':
                        info.officialTitle = value;
                        break;
                    case 'acronym':
                        info.acronym = value;
                        break;
                    case 'source':
                        info.sources.push(value);
                        break;
                    case 'note':
                        info.notes.push(value);
                        break;
                }
                break;
            }
        }
    }
    return info;
}

export function lowerCohort(lowering: Lowering, node: Cohort): ModelCohort {
    const parts = recovered(node);
    const notes = (parts.properties ?? []).flatMap((property) => (property.$type === 'TextNote' ? [recovered(property).text ?? ''] : []));
    const index = parts.index === undefined ? null : (lowerSelection(lowering, parts.index, INDEX_DISEASE) ?? null);
    return { id: parts.name ?? '', kind: parts.kind ?? 'cohort', title: parts.title ?? null, index, notes, implicit: false, ...lowering.at(node) };
}

/** The criteria of the header, with their fixed ids: protocol.age, protocol.sex, protocol.healthy-volunteers. */
export function headerCriteria(lowering: Lowering, info: ProtocolInfo): Criterion[] {
    const window = lowering.defaultWindow();
    const place = info.range === undefined ? {} : { range: info.range };
    const limit = (operator: ComparisonOperator, quantity: ModelQuantity): Condition => ({
        kind: 'compare',
        left: { kind: 'measure', term: 'age', component: null },
        operator,
        right: { kind: 'quantity', ...quantity },
        window,
        pick: null,
        lasting: null,
        method: null,
        circumstance: null,
        refinements: [],
        ...place,
    });
    const criteria: Criterion[] = [];
    const ages: Condition[] = [];
    if (info.age.low !== null) ages.push(limit('>=', info.age.low));
    if (info.age.high !== null) ages.push(limit(info.age.highOpen ? '<' : '<=', info.age.high));
    if (ages.length > 0) criteria.push(fixed('protocol.age', 'include', 'Age', ages, place));
    if (info.sex === 'female' || info.sex === 'male')
        criteria.push(fixed('protocol.sex', 'include', 'Sex', [{ kind: 'fact', term: info.sex, window, ...place }], place));
    if (info.healthyVolunteers === false && lowering.scope.term('healthy volunteer') !== undefined) {
        criteria.push(
            fixed('protocol.healthy-volunteers', 'exclude', 'Healthy volunteers', [{ kind: 'fact', term: 'healthy volunteer', window, ...place }], place),
        );
    }
    return criteria;
}

/** The criterion that a cohort's index disease makes: its id is the cohort's and '.index'. */
export function indexCriterion(lowering: Lowering, cohort: ModelCohort): Criterion[] {
    if (cohort.index === null) return [];
    const place = cohort.range === undefined ? {} : { range: cohort.range };
    const condition: Condition = {
        kind: 'presence',
        aspect: 'present',
        verb: 'has',
        what: cohort.index,
        window: lowering.defaultWindow(),
        refinements: [],
        lasting: null,
        times: null,
        stableDose: null,
        method: null,
        ...place,
    };
    return [{ ...fixed(`${cohort.id}.index`, 'include', cohort.title, [condition], place), origin: 'index', cohorts: [cohort.id] }];
}

function fixed(id: string, kind: 'include' | 'exclude', title: string | null, of: Condition[], place: object): Criterion {
    return {
        id,
        kind,
        title,
        cohorts: null,
        origin: 'header',
        replaces: null,
        wording: [],
        short: null,
        plain: [],
        rationale: [],
        notes: [],
        sources: [],
        acceptances: [],
        rule: { kind: kind === 'include' ? 'all' : 'any', of, ...place },
        readings: [],
        ...place,
    };
}
