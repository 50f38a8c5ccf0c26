// Lowers declared relations: membership, order of measures, implication, disjointness, limits of normal, exclusive cohorts.
import type { Relation } from '@crit-lang/model/criteria/term.js';
import { reportDeclaredCycle } from '../checks/class-cycle.js';
import { reportUnknownCohorts } from '../checks/unknown-cohort.js';
import type { Declaration } from '../generated/ast.js';
import { recovered } from '../syntax/recovered.js';
import type { Lowering } from './lowering.js';
import { lowerQuantity, measureContext, shareUnit } from './quantities.js';
import { resolveTerm } from './resolve-term.js';
import { ANYTHING } from './selections.js';

const MEASURE = { kinds: ['lab', 'measure', 'score'] as const, called: 'a laboratory value or measurement' };

/** The relation, or undefined after a report. */
export function lowerDeclaration(lowering: Lowering, node: Declaration, origin: 'shipped' | 'declared'): Relation | undefined {
    const parts = recovered(node);
    const source = parts.source ?? null;
    const term = (name: string | undefined, expected: typeof ANYTHING = ANYTHING): string | undefined =>
        name === undefined ? undefined : resolveTerm(lowering, node, name, expected)?.id;
    switch (parts.relation) {
        case 'is a':
        case 'is an': {
            const [child, parent] = [term(parts.subject), term(parts.parent)];
            if (child !== undefined && parent !== undefined) reportDeclaredCycle(lowering, node, child, parent);
            return child === undefined || parent === undefined ? undefined : { kind: 'is-a', child, parent, origin, source };
        }
        case '<':
        case '<=': {
            const [lower, upper] = [term(parts.subject, MEASURE), term(parts.right, MEASURE)];
            return lower === undefined || upper === undefined ? undefined : { kind: 'order', lower, operator: parts.relation, upper, origin, source };
        }
        case 'implies': {
            const [from, implied] = [term(parts.subject), term(parts.right)];
            return from === undefined || implied === undefined ? undefined : { kind: 'implies', term: from, implied, origin, source };
        }
        case 'disjoint': {
            const terms = (parts.names ?? []).flatMap((name) => term(name) ?? []);
            return terms.length < 2 ? undefined : { kind: 'disjoint', terms, origin, source };
        }
        case 'ULN of':
        case 'LLN of': {
            const measure = parts.measure === undefined ? undefined : resolveTerm(lowering, node, parts.measure, MEASURE);
            if (measure === undefined || parts.low === undefined || parts.high === undefined) return undefined;
            const context = measureContext(measure);
            shareUnit(parts.low, parts.high);
            return {
                kind: 'limit-interval',
                measure: measure.id,
                limit: parts.relation === 'ULN of' ? 'ULN' : 'LLN',
                low: lowerQuantity(lowering, parts.low, context),
                high: lowerQuantity(lowering, parts.high, context),
                source,
            };
        }
        case 'exclusive cohorts': {
            reportUnknownCohorts(lowering, node, 'cohorts', parts.cohorts ?? []);
            return { kind: 'exclusive-cohorts', cohorts: parts.cohorts ?? [], source };
        }
        default:
            return undefined;
    }
}
