// count-exceeds-list: 'at least 3 of' a list of two can never hold.
import type { Count } from '@crit-lang/model/criteria/condition.js';
import type { CountBound } from '@crit-lang/model/criteria/value.js';
import type { Group } from '../generated/ast.js';
import type { Lowering } from '../lowering/lowering.js';
import { partOf } from '../syntax/parts.js';

export function reportCountExceedsList(lowering: Lowering, node: Group, bound: CountBound, items: Count['items']): void {
    const needed = bound.operator === '>' ? bound.count + 1 : bound.operator === '>=' || bound.operator === '=' ? bound.count : 0;
    // A class counts each of its members, so the list may hold more than its lines.
    if (needed <= items.length || items.some((item) => item.counts === 'members' || mayBeMany(item.condition))) return;
    const range = lowering.part(node, partOf(node, 'count'));
    const most = bound.operator === '>' ? items.length - 1 : items.length;
    lowering.report(
        'count-exceeds-list',
        range,
        `${needed} items are asked for, but the list has ${items.length === 1 ? 'one' : items.length}, so no participant can meet this. Correct the number, or complete the list.`,
        {
            fixes:
                most < 1
                    ? []
                    : [
                          {
                              title: `Write '${bound.operator === '>' ? 'more than' : bound.operator === '=' ? 'exactly' : 'at least'} ${most} of'`,
                              edits: [{ range, newText: String(most) }],
                          },
                      ],
        },
    );
}

function mayBeMany(condition: Count['items'][number]['condition']): boolean {
    return condition.kind === 'count' || condition.kind === 'unspecified' || condition.kind === 'unresolved';
}
