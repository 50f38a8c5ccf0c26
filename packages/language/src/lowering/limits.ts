// Lowers what a value is compared with: a quantity, a multiple of a normal limit, a titer, a table of cases, another measure.
import type { Limit } from '@crit-lang/model/criteria/value.js';
import { reportCaseWithoutOtherwise } from '../checks/case-without-otherwise.js';
import { reportCasesOverlap } from '../checks/cases-overlap.js';
import { reportNoNormalLimit } from '../checks/wrong-kind-of-term.js';
import type { CaseValue, Value } from '../generated/ast.js';
import { recovered } from '../syntax/recovered.js';
import { EMPTY_FRAME } from './conditions/frame.js';
import type { Lowering } from './lowering.js';
import type { MeasureContext } from './quantities.js';
import { lowerQuantity } from './quantities.js';
import { resolveTerm } from './resolve-term.js';

export function lowerLimit(lowering: Lowering, node: Value | undefined, context: MeasureContext | null): Limit {
    if (node === undefined) return { kind: 'quantity', value: '0', unit: null, canonical: null };
    switch (node.$type) {
        case 'Quantity':
            return { kind: 'quantity', ...lowerQuantity(lowering, node, context) };
        case 'LimitValue': {
            const { factor, limit } = recovered(node);
            const term = context?.term ?? null;
            if (term !== null && limit !== undefined && (term.kind === 'score' || term.limits?.includes(limit) === false)) {
                reportNoNormalLimit(lowering, node, term);
            }
            return { kind: 'normal-limit', factor: factor ?? '1', limit: limit ?? 'ULN' };
        }
        case 'TiterValue': {
            const [numerator, denominator] = (recovered(node).titer ?? '1:1').split(':').map(Number);
            return { kind: 'titer', numerator: numerator ?? 1, denominator: denominator ?? 1 };
        }
        case 'NameValue':
            return lowerNamedLimit(lowering, node, recovered(node).name ?? '');
        case 'CaseValue':
            return lowerCases(lowering, node, context);
    }
}

function lowerCases(lowering: Lowering, node: CaseValue, context: MeasureContext | null): Limit {
    const rows = node.rows.map((row) => ({
        when: row.otherwise ? null : lowering.expression(recovered(row).condition, EMPTY_FRAME),
        limit: lowerLimit(lowering, recovered(row).result, context),
    }));
    reportCaseWithoutOtherwise(
        lowering,
        node,
        rows.map((row) => row.when),
    );
    reportCasesOverlap(
        lowering,
        node,
        rows.map((row) => ({ when: row.when, says: JSON.stringify(row.limit) })),
    );
    return { kind: 'cases', rows };
}

function lowerNamedLimit(lowering: Lowering, node: Value, name: string): Limit {
    if (lowering.parameters.has(name)) return { kind: 'parameter', name };
    const term = resolveTerm(lowering, node, name, {
        kinds: ['lab', 'measure', 'score'],
        called: 'a number with its unit, a multiple of ULN or LLN, or another measured value',
    });
    return term === undefined
        ? { kind: 'quantity', value: '0', unit: null, canonical: null }
        : { kind: 'measure', measure: { kind: 'measure', term: term.id, component: null } };
}
