// range-reversed: 'from 70 to 45' holds for nobody.
import { Rational } from '@crit-lang/model/exact/rational.js';
import type { ModelQuantity } from '@crit-lang/model/criteria/value.js';
import type { Limit } from '@crit-lang/model/criteria/value.js';
import type { AstNode } from 'langium';
import type { Fix } from '../diagnostics/diagnostic.js';
import type { Lowering } from '../lowering/lowering.js';
import { partOf, writtenText } from '../syntax/parts.js';

/** The two ends as they stand, with their nodes, so that a fix can exchange them. */
export interface WrittenRange {
    low?: AstNode | undefined;
    high?: AstNode | undefined;
}

export function reportRangeReversed(
    lowering: Lowering,
    node: AstNode,
    low: Limit | ModelQuantity | null,
    high: Limit | ModelQuantity | null,
    written: WrittenRange,
): void {
    const [from, to] = [valueOf(low), valueOf(high)];
    if (from === null || to === null || from.compare(to) <= 0) return;
    const [first, second] = [written.low, written.high];
    lowering.report(
        'range-reversed',
        node,
        `The range goes from ${writtenText(first)} to ${writtenText(second)}: its lower end is above its upper end, so no value lies in it and nobody can meet it. Exchange the two ends, or correct one.`,
        { fixes: exchange(lowering, first, second) },
    );
}

// 'from 70 to 45 % predicted': where one unit is said for both, only the numbers change places.
function exchange(lowering: Lowering, first: AstNode | undefined, second: AstNode | undefined): Fix[] {
    if (first?.$cstNode === undefined || second?.$cstNode === undefined) return [];
    const shared = isBareNumber(first) !== isBareNumber(second);
    const [from, to] = shared ? [partOf(first, 'number'), partOf(second, 'number')] : [undefined, undefined];
    const [one, other] = [lowering.part(first, from), lowering.part(second, to)];
    const edits = [
        { range: one, newText: lowering.source.textOf(other) },
        { range: other, newText: lowering.source.textOf(one) },
    ];
    return [{ title: 'Exchange the two ends', edits }];
}

function isBareNumber(node: AstNode): boolean {
    return /^-?\s*[\d.]+$/.test(writtenText(node));
}

function valueOf(limit: Limit | ModelQuantity | null): Rational | null {
    if (limit === null || !('canonical' in limit) || limit.canonical === null) return null;
    return Rational.from(limit.canonical.value);
}
