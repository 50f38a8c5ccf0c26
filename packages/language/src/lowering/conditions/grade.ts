// Lowers grades: 'NYHA class is in { I, II }', 'BILAG is A in at least 1 of { … }', 'neuropathy is grade >= 2 in CTCAE'.
import type { Condition, GradeComparison } from '@crit-lang/model/criteria/condition.js';
import type { Term } from '@crit-lang/model/criteria/term.js';
import type { ComparisonOperator } from '@crit-lang/model/criteria/value.js';
import { nameKey } from '@crit-lang/vocabulary/name-key.js';
import type { Clinical, Exception, InClause, Selection, Value } from '../../generated/ast.js';
import { reportNotAGrade } from '../../checks/clause-does-not-fit.js';
import { reportUnknownGrade } from '../../checks/unknown-grade.js';
import { recovered } from '../../syntax/recovered.js';
import type { Lowering } from '../lowering.js';
import { reportMoreThanName } from '../name-only.js';
import { resolveTerm } from '../resolve-term.js';
import { CONDITION, lowerSelection } from '../selections.js';
import { lowerWindow } from '../time.js';
import type { Clauses } from './clauses.js';
import { selectComponents } from './grade-components.js';
import type { Frame } from './frame.js';
import { flagsTaken } from './frame.js';
import { normalOperator } from './measurement.js';

const SCALE = { kinds: ['grade'] as const, called: 'a scale of grades' };

export function lowerGrade(lowering: Lowering, node: Clinical, subject: Selection, frame: Frame, clauses: Clauses): Condition {
    const place = lowering.at(node);
    const unresolved: Condition = { kind: 'unresolved', text: node.$cstNode?.text ?? '', ...place };
    const written = clauses.window();
    const inClause = clauses.within();
    clauses.flags(flagsTaken(node, subject));
    clauses.reportRest('a grade');
    const name = recovered(subject).name;
    if (name === undefined || name === '') return unresolved;
    const onScale = scaleNamedAfter(lowering, name, inClause);
    const scale = onScale ?? resolveTerm(lowering, subject, name, SCALE);
    if (scale === undefined) return unresolved;
    const of = onScale === undefined ? null : (lowerSelection(lowering, subject, CONDITION, [...behindScale(inClause), ...frame.exceptions]) ?? null);
    if (onScale !== undefined && of === null) return unresolved;
    if (onScale === undefined) reportMoreThanName(lowering, subject, frame.exceptions, 'a grade', scale.components === undefined ? 0 : 1);
    const window = written === undefined ? lowering.defaultWindow() : lowerWindow(lowering, written);
    const tested = gradesTested(lowering, frame, scale);
    const about = (component: string | null): Condition => {
        const parts = tested.values.map(({ operator, value, index }): GradeComparison => ({
            kind: 'grade',
            scale: scale.id,
            component,
            of,
            operator,
            value,
            index,
            window,
            pick: null,
            ...place,
        }));
        const any: Condition = parts.length === 1 && parts[0] !== undefined ? parts[0] : { kind: 'any', of: parts, ...place };
        return tested.negated ? { kind: 'not', of: any, ...place } : any;
    };
    if (tested.values.length === 0) return unresolved;
    if (onScale !== undefined) return about(null);
    return selectComponents(lowering, node, subject, scale, inClause, about);
}

// 'in CTCAE' names the scale of a condition; 'in { renal }' names components of the scale before it.
function scaleNamedAfter(lowering: Lowering, subjectName: string, clause: InClause | undefined): Term | undefined {
    const operand = clause === undefined ? undefined : recovered(clause).operand;
    if (operand?.$type !== 'Selection' || operand.name === undefined) return undefined;
    if (lowering.scope.terms.find(subjectName).some((hit) => hit.term.kind === 'grade')) return undefined;
    return resolveTerm(lowering, operand, operand.name, SCALE);
}

// 'any infection is grade >= 3 in CTCAE except sepsis': an exception behind the scale takes away from the condition.
function behindScale(clause: InClause | undefined): readonly Exception[] {
    const operand = clause === undefined ? undefined : recovered(clause).operand;
    return operand?.$type === 'Selection' ? (recovered(operand).exceptions ?? []) : [];
}

interface TestedGrade {
    operator: ComparisonOperator;
    value: string;
    index: number;
}

function gradesTested(lowering: Lowering, frame: Frame, scale: Term): { negated: boolean; values: TestedGrade[] } {
    const predicate = frame.predicate;
    const one = (operator: ComparisonOperator, value: Value | undefined): TestedGrade[] => {
        const found = gradeValue(lowering, value, scale);
        return found === undefined ? [] : [{ operator, ...found }];
    };
    if (predicate?.$type === 'Comparison') return { negated: false, values: one(normalOperator(recovered(predicate).operator), recovered(predicate).value) };
    if (predicate?.$type !== 'GradeTest') {
        if (predicate !== undefined) reportNotAGrade(lowering, predicate, scale);
        return { negated: false, values: [] };
    }
    const parts = recovered(predicate);
    const negated = parts.negated === true;
    if (parts.operator !== undefined) return { negated, values: one(normalOperator(parts.operator), parts.value) };
    const listed = parts.values ?? [];
    if (listed.length > 0) return { negated, values: listed.flatMap((value) => one('=', value)) };
    return { negated, values: one('=', parts.value) };
}

function gradeValue(lowering: Lowering, node: Value | undefined, scale: Term): { value: string; index: number } | undefined {
    if (node === undefined) return undefined;
    const written =
        node.$type === 'NameValue'
            ? (recovered(node).name ?? '')
            : ((node.$type === 'Quantity' && node.unit === undefined ? recovered(node).number : node.$cstNode?.text) ?? '');
    if (written === '') return undefined;
    const values = scale.values ?? [];
    const index = values.findIndex((value) => nameKey(value) === nameKey(written));
    if (index >= 0) return { value: values[index] ?? written, index };
    reportUnknownGrade(lowering, node, written, scale);
    return undefined;
}
