// Lowers any condition: and, or, not, and the kinds of simple condition.
import type { Condition } from '@crit-lang/model/criteria/condition.js';
import type { Conjunction, Disjunction, Expression } from '../../generated/ast.js';
import { reportMixedAndOr } from '../../checks/mixed-and-or.js';
import { reportOrBetweenObjects } from '../../checks/or-between-objects.js';
import { reportWindowBindsLast } from '../../checks/window-binds-last.js';
import { recovered } from '../../syntax/recovered.js';
import type { Lowering } from '../lowering.js';
import { lowerClinical } from './clinical.js';
import type { Frame } from './frame.js';
import { lowerAttestation, lowerJudgement, lowerProse } from './statements.js';
import { lowerCaseCondition, lowerElapsed, lowerWashout } from './tables.js';

/** Lowers a condition within the frame that the blocks around it pass down. */
export function lowerExpression(lowering: Lowering, node: Expression | undefined, frame: Frame): Condition {
    if (node === undefined) return { kind: 'unresolved', text: '' };
    const place = lowering.at(node);
    switch (node.$type) {
        case 'Disjunction':
            return lowerJunction(lowering, node, 'any', frame);
        case 'Conjunction':
            return lowerJunction(lowering, node, 'all', frame);
        case 'Negation':
            return { kind: 'not', of: lowering.expression(recovered(node).operand, frame), ...place };
        case 'Prose':
            return lowerProse(lowering, node, frame);
        case 'Attestation':
            return lowerAttestation(lowering, node, frame);
        case 'Judgement':
            return lowerJudgement(lowering, node, frame);
        case 'Unspecified':
            return { kind: 'unspecified', text: recovered(node).text ?? '', ...place };
        case 'CaseCondition':
            return lowerCaseCondition(lowering, node, frame);
        case 'WashoutTable':
            return lowerWashout(lowering, node, frame);
        case 'Elapsed':
            return lowerElapsed(lowering, node, frame);
        case 'Clinical':
            return lowerClinical(lowering, node, frame);
    }
}

function lowerJunction(lowering: Lowering, node: Disjunction | Conjunction, kind: 'any' | 'all', frame: Frame): Condition {
    const items = node.items;
    if (kind === 'any') reportMixedAndOr(lowering, node as Disjunction);
    if (reportOrBetweenObjects(lowering, node)) return { kind: 'unresolved', text: node.$cstNode?.text ?? '', ...lowering.at(node) };
    // After the report the window is taken for every part, so that none is reported as having none.
    const window = reportWindowBindsLast(lowering, node);
    const frameOf = (item: Expression): Frame => (window === undefined || item === items.at(-1) ? frame : { ...frame, clauses: [...frame.clauses, window] });
    return { kind, of: items.map((item) => lowering.expression(item, frameOf(item))), ...lowering.at(node) };
}
