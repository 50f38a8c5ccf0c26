// Lowers comparisons, ranges and changes of measured values, doses and values computed from such.
import type { Change as ModelChange, Comparison as ModelComparison, Condition, MeasureExpression } from '@crit-lang/model/criteria/condition.js';
import type { ValuePick } from '@crit-lang/model/criteria/time.js';
import type { ComparisonOperator, Limit } from '@crit-lang/model/criteria/value.js';
import type { Arithmetic, ArithmeticTerm, Clinical, Exception, Predicate, Selection } from '../../generated/ast.js';
import { reportChangeWithoutBasis } from '../../checks/change-without-basis.js';
import { reportEquivalentMissing } from '../../checks/equivalent-missing.js';
import { A_VALUE, reportExceptionsNotTaken, reportPickNotTaken } from '../../checks/part-not-taken.js';
import { reportRangeReversed } from '../../checks/range-reversed.js';
import { recovered } from '../../syntax/recovered.js';
import { lowerLimit } from '../limits.js';
import type { Lowering } from '../lowering.js';
import { reportMoreThanName } from '../name-only.js';
import type { MeasureContext } from '../quantities.js';
import { lowerQuantity, measureContext, shareUnit } from '../quantities.js';
import { resolveTerm } from '../resolve-term.js';
import { TREATMENT, lowerDosed, lowerRefinement } from '../selections.js';
import { lowerAnchor, lowerDuration, lowerWindow } from '../time.js';
import type { Clauses } from './clauses.js';
import type { Frame } from './frame.js';
import { lowerLasting } from './presence.js';

const MEASURED = { kinds: ['lab', 'measure', 'score', 'test'] as const, called: 'a laboratory value, measurement or score' };
const PICKS: Readonly<Record<string, ValuePick>> = { 'any value of': 'any', 'every value of': 'every', 'latest value of': 'latest', 'worst value of': 'worst' };
const DOSE_UNIT = 'mg/day';

interface Measured {
    expression: MeasureExpression;
    context: MeasureContext;
}

export function lowerMeasurement(lowering: Lowering, node: Clinical, subject: Selection | Arithmetic, frame: Frame, clauses: Clauses): Condition {
    const place = lowering.at(node);
    const measured = lowerMeasure(lowering, subject, clauses, frame.exceptions);
    const predicate = frame.predicate;
    if (measured === undefined || predicate === undefined) return { kind: 'unresolved', text: node.$cstNode?.text ?? '', ...place };
    const written = clauses.window();
    const shared = {
        window: written === undefined ? lowering.defaultWindow() : lowerWindow(lowering, written),
        lasting: lowerLasting(lowering, clauses.duration()),
        refinements: clauses.refinements().map((refinement) => lowerRefinement(lowering, refinement)),
    };
    if (predicate.$type === 'Change') {
        if (frame.pick !== undefined) reportPickNotTaken(lowering, node, frame.pick, 'a change of a value');
        clauses.flags();
        const method = clauses.method();
        if (method !== null) shared.refinements.push({ relation: 'confirmed by', text: method });
        clauses.reportRest('a change of a value');
        const change: Condition = { ...lowerChange(lowering, predicate, measured), ...shared, ...place };
        const hole = recovered(predicate).hole;
        return hole === undefined ? change : { kind: 'all', of: [change, { kind: 'unspecified', text: hole, ...place }], ...place };
    }
    const rest = {
        ...shared,
        pick: frame.pick === undefined ? null : (PICKS[frame.pick] ?? null),
        method: clauses.method(),
        circumstance: clauses.circumstance(),
        ...place,
    };
    clauses.flags();
    clauses.reportRest('the comparison of a value');
    const compare = (operator: ComparisonOperator, right: Limit): ModelComparison => ({ kind: 'compare', left: measured.expression, operator, right, ...rest });
    if (predicate.$type === 'Comparison')
        return compare(normalOperator(recovered(predicate).operator), lowerLimit(lowering, recovered(predicate).value, measured.context));
    if (predicate.$type === 'RangeTest') return lowerRange(lowering, predicate, measured.context, compare, place);
    return { kind: 'unresolved', text: node.$cstNode?.text ?? '', ...place };
}

/** '≤' and '≥' mean '<=' and '>='. */
export function normalOperator(written: string | undefined): ComparisonOperator {
    if (written === '≤') return '<=';
    if (written === '≥') return '>=';
    return (written as ComparisonOperator | undefined) ?? '=';
}

function lowerRange(
    lowering: Lowering,
    predicate: Extract<Predicate, { $type: 'RangeTest' }>,
    context: MeasureContext,
    compare: (operator: ComparisonOperator, right: Limit) => ModelComparison,
    place: { range: ReturnType<Lowering['rangeOf']> },
): Condition {
    const parts = recovered(predicate);
    const high = parts.high;
    const low = parts.low;
    if (low?.$type === 'Quantity' && high?.$type === 'Quantity') shareUnit(low, high);
    const from = lowerLimit(lowering, low, context);
    const to = lowerLimit(lowering, high, context);
    reportRangeReversed(lowering, predicate, from, to, { low, high });
    return { kind: 'all', of: [compare(parts.above === true ? '>' : '>=', from), compare(parts.under === true ? '<' : '<=', to)], ...place };
}

function lowerChange(
    lowering: Lowering,
    predicate: Extract<Predicate, { $type: 'Change' }>,
    measured: Measured,
): Omit<ModelChange, 'window' | 'lasting' | 'refinements'> {
    const parts = recovered(predicate);
    const percent = parts.value?.$type === 'Quantity' && parts.value.unit === '%';
    reportChangeWithoutBasis(lowering, predicate, percent);
    const context: MeasureContext | null = percent
        ? { called: 'a relative change', term: null, unit: '%', difference: true }
        : { ...measured.context, difference: true };
    return {
        kind: 'change',
        measure: measured.expression,
        direction: parts.direction === 'falls by' ? 'falls' : parts.direction === 'rises by' ? 'rises' : 'changes',
        operator: normalOperator(parts.operator),
        amount: lowerLimit(lowering, parts.value, context),
        basis: parts.kind ?? (percent ? null : 'absolute'),
        from: parts.baseline === undefined ? null : lowerAnchor(lowering, parts.baseline),
        over: parts.duration === undefined ? null : lowerDuration(lowering, parts.duration),
    };
}

function lowerMeasure(
    lowering: Lowering,
    node: ArithmeticTerm | undefined,
    clauses: Clauses | null,
    exceptions: readonly Exception[] = [],
): Measured | undefined {
    if (node === undefined) return undefined;
    if (node.$type === 'Quantity') {
        const quantity = lowerQuantity(lowering, node, null);
        return { expression: { kind: 'number', quantity }, context: { called: 'the value', term: null, unit: quantity.unit, difference: true } };
    }
    if (node.$type === 'Arithmetic') {
        reportExceptionsNotTaken(lowering, exceptions, 'a computed value');
        return lowerArithmetic(lowering, node);
    }
    if (node.doseOf) return lowerDose(lowering, node, clauses, exceptions);
    reportMoreThanName(lowering, node, exceptions, A_VALUE);
    const name = recovered(node).name;
    if (name === undefined || name === '') return undefined;
    const term = resolveTerm(lowering, node, name, MEASURED);
    if (term === undefined) return undefined;
    return { expression: { kind: 'measure', term: term.id, component: null }, context: measureContext(term) };
}

function lowerArithmetic(lowering: Lowering, node: Arithmetic): Measured | undefined {
    let left = lowerMeasure(lowering, recovered(node).left, null);
    for (let i = 0; i < node.rest.length; i++) {
        const rightNode = node.rest[i];
        const operator = node.operators[i] ?? '-';
        const right = rightNode === undefined ? undefined : lowerMeasure(lowering, rightNode, null);
        if (left === undefined || right === undefined) return undefined;
        const sum = operator === '+' || operator === '-';
        left = {
            expression: { kind: 'arithmetic', operator, left: left.expression, right: right.expression },
            context: { called: 'the computed value', term: null, unit: sum ? left.context.unit : null, difference: true },
        };
    }
    return left;
}

function lowerDose(lowering: Lowering, node: Selection, clauses: Clauses | null, exceptions: readonly Exception[]): Measured | undefined {
    const of = lowerDosed(lowering, node, TREATMENT, exceptions);
    if (of === undefined) return undefined;
    const equivalent = clauses?.equivalent();
    const name = equivalent === undefined ? undefined : recovered(equivalent).name;
    const inEquivalentsOf =
        equivalent === undefined || name === undefined ? undefined : resolveTerm(lowering, equivalent, name, { kinds: ['drug'], called: 'a drug' });
    if (inEquivalentsOf === undefined && equivalent === undefined) reportEquivalentMissing(lowering, node, of.term);
    return {
        expression: { kind: 'dose', of, inEquivalentsOf: inEquivalentsOf?.id ?? null },
        context: { called: `the dose of ${of.term ?? 'the drug'}`, term: null, unit: DOSE_UNIT, difference: true },
    };
}
