// range-reversed: 'from 70 to 45' holds for nobody.
import { Rational } from '@crit-lang/model/exact/rational.js';
import type { ModelQuantity } from '@crit-lang/model/criteria/value.js';
import type { Limit } from '@crit-lang/model/criteria/value.js';
import type { AstNode } from 'langium';
import type { Lowering } from '../lowering/lowering.js';
import { writtenText } from '../syntax/parts.js';

/** The two ends as they stand, with their nodes, so that a fix can exchange them. */
export interface WrittenRange {
    low?: AstNode | undefined;
    high?: AstNode | undefined;
}

export function reportRangeReversed(lowering: Lowering, node: AstNode, low: Limit | ModelQuantity | null, high: Limit | ModelQuantity | null, written: WrittenRange): void {
    const [from, to] = [valueOf(low), valueOf(high)];
    if (from === null || to === null || from.compare(to) <= 0) return;
    const [first, second] = [written.low, written.high];
    const fixes = first?.$cstNode === undefined || second?.$cstNode === undefined ? [] : [{
        title: `Write 'from ${writtenText(second)} to ${writtenText(first)}'`,
        edits: [{ range: lowering.rangeOf(first), newText: writtenText(second) }, { range: lowering.rangeOf(second), newText: writtenText(first) }],
    }];
    lowering.report('range-reversed', node, `The range goes from ${writtenText(first)} to ${writtenText(second)}: its lower end is above its upper end, so no value lies in it and nobody can meet it. Exchange the two ends, or correct one.`, { fixes });
}

function valueOf(limit: Limit | ModelQuantity | null): Rational | null {
    if (limit === null || !('canonical' in limit) || limit.canonical === null) return null;
    return Rational.from(limit.canonical.value);
}
