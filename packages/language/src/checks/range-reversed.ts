// range-reversed: 'from 70 to 45' holds for nobody.
import { Rational } from '@crit-lang/model/exact/rational.js';
import type { Limit } from '@crit-lang/model/criteria/value.js';
import type { AstNode } from 'langium';
import type { Lowering } from '../lowering/lowering.js';

export function reportRangeReversed(lowering: Lowering, node: AstNode, low: Limit, high: Limit): void {
    if (low.kind !== 'quantity' || high.kind !== 'quantity' || low.canonical === null || high.canonical === null) return;
    if (Rational.from(low.canonical.value).compare(Rational.from(high.canonical.value)) <= 0) return;
    lowering.report('range-reversed', node, `The range goes from ${low.value} to ${high.value}${high.unit === null ? '' : ` ${high.unit}`}: its lower end is above its upper end, so no value lies in it. Exchange the two numbers or correct one.`);
}
