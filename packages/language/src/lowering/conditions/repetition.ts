// Lowers '… on at least 2 occasions at least 4 hours apart'.
import type { Condition } from '@crit-lang/model/criteria/condition.js';
import type { AstNode } from 'langium';
import type { RepetitionClause } from '../../generated/ast.js';
import { recovered } from '../../syntax/recovered.js';
import type { Lowering } from '../lowering.js';
import { boundOperator, lowerDuration } from '../time.js';

/** The condition, asked for on several occasions when the line says so. */
export function withRepetition(lowering: Lowering, node: AstNode, clause: RepetitionClause | undefined, of: Condition): Condition {
    if (clause === undefined) return of;
    const parts = recovered(clause);
    return {
        kind: 'repeated',
        of,
        bound: { operator: boundOperator(parts.bound), count: Number(parts.count ?? '0') },
        apart: parts.apart === undefined ? null : lowerDuration(lowering, parts.apart),
        ...lowering.at(node),
    };
}
