// Lowers all of, any of, none of, each of and 'at least n of' a list.
import type { Condition, Count } from '@crit-lang/model/criteria/condition.js';
import type { Clinical, Expression, Group } from '../../generated/ast.js';
import { reportCountExceedsList } from '../../checks/count-exceeds-list.js';
import { reportEmptyList } from '../../checks/empty-list.js';
import { recovered } from '../../syntax/recovered.js';
import type { Lowering } from '../lowering.js';
import { boundOperator } from '../time.js';
import { Clauses } from './clauses.js';
import type { Frame } from './frame.js';
import { isListClause } from './frame.js';
import { withRepetition } from './repetition.js';

/** Lowers a list; what the line says before and after it is passed down to the items. */
export function lowerGroup(lowering: Lowering, node: Clinical, group: Group, frame: Frame): Condition {
    const listClauses = new Clauses(lowering, frame.clauses.filter(isListClause));
    const flags = listClauses.flags(isItem(node) ? ['together', 'as one'] : ['together']);
    const repetition = listClauses.repetition();
    const itemFrame: Frame = {
        ...frame,
        clauses: frame.clauses.filter((clause) => !isListClause(clause)),
        inherited: frame.inherited || frame.verb !== undefined || frame.responses.length > 0 || frame.predicate !== undefined,
    };
    const items = group.items.filter((item) => item !== undefined);
    if (items.length === 0) {
        reportEmptyList(lowering, group);
        return { kind: 'unresolved', text: group.$cstNode?.text ?? '', ...lowering.at(node) };
    }
    return withRepetition(lowering, node, repetition, combineItems(lowering, node, group, items, itemFrame, flags.has('together')));
}

// Only an item of a list can count as one there.
function isItem(node: Clinical): boolean {
    return node.$container.$type === 'Group';
}

function combineItems(lowering: Lowering, node: Clinical, group: Group, items: readonly Expression[], frame: Frame, together: boolean): Condition {
    const place = lowering.at(node);
    const parts = recovered(group);
    const conditions = items.map((item) => lowering.expression(item, frame));
    if (parts.bound === undefined && !together) {
        if (parts.quantifier === 'any of') return { kind: 'any', of: conditions, ...place };
        if (parts.quantifier === 'none of') return { kind: 'not', of: { kind: 'any', of: conditions, ...place }, ...place };
        return { kind: 'all', of: conditions, ...place };
    }
    const counted: Count['items'] = conditions.map((condition, index) => ({ counts: selectsMembers(items[index]) ? 'members' : 'one', condition }));
    const count =
        parts.bound === undefined
            ? { operator: '>=' as const, count: parts.quantifier === 'any of' ? 1 : conditions.length }
            : { operator: boundOperator(parts.bound), count: Number(parts.count ?? '0') };
    reportCountExceedsList(lowering, group, count, counted);
    return { kind: 'count', bound: count, items: counted, together, ...place };
}

// 'any JAK inhibitor' in a counted list counts each distinct drug of the class.
function selectsMembers(item: Expression | undefined): boolean {
    if (item?.$type !== 'Clinical' || item.subject?.$type !== 'Selection') return false;
    return item.subject.quantity === 'any' && !item.clauses.some((clause) => clause.$type === 'FlagClause' && clause.flag === 'as one');
}
