// Measured values against limits: "creatinine > 1.5 × ULN within 8 weeks before screening".
import type { Comparison } from '@crit-lang/model/criteria/condition.js';
import type { Limit } from '@crit-lang/model/criteria/value.js';
import { sameMeaning } from '../frame/same-meaning.js';
import { cleanText } from './clean-text.js';
import type { PhraseContext } from './context.js';
import { limitText } from './limit.js';
import { comparedMeasureText, equivalentAfter } from './measure.js';
import { operatorSign, quantityText } from './number.js';
import { lastingAfter, methodAfter } from './presence.js';
import { refinementsText } from './selection.js';
import { slots } from './slots.js';
import type { Slots } from './slots.js';
import { pickBefore, windowAfter } from './time.js';

/** The wording around the measure. */
export function comparisonSlots(comparison: Comparison, context: PhraseContext): Slots {
    const limit = limitText(comparison.right, context);
    return slots(pickBefore(comparison.pick), ` ${operatorSign(comparison.operator)} ${limit.text}${tail(comparison, context)}`, { rows: limit.rows });
}

/**
 * Two comparisons that bound one value from below and above, as one clause: "FVC from 45 to 70% predicted", "age ≥ 12 years and < 18 years".
 * Null when they are not such a pair.
 */
export function rangeText(first: Comparison, second: Comparison, context: PhraseContext): string | null {
    const low = [first, second].find((side) => side.operator.startsWith('>'));
    const high = [first, second].find((side) => side.operator.startsWith('<'));
    if (low === undefined || high === undefined || !sameBut(low, high) || low.right.kind !== 'quantity' || high.right.kind !== 'quantity') {
        return null;
    }
    const subject = pickBefore(low.pick) + comparedMeasureText(low.left, context);
    return `${subject} ${boundsText(low, low.right, high, high.right)}${tail(low, context)}`;
}

type QuantityLimit = Extract<Limit, { kind: 'quantity' }>;

function boundsText(low: Comparison, from: QuantityLimit, high: Comparison, to: QuantityLimit): string {
    if (low.operator === '>=' && high.operator === '<=' && from.unit === to.unit && from.pair === undefined && to.pair === undefined) {
        return `from ${from.value} to ${quantityText(to)}`;
    }
    return `${operatorSign(low.operator)} ${quantityText(from)} and ${operatorSign(high.operator)} ${quantityText(to)}`;
}

function sameBut(a: Comparison, b: Comparison): boolean {
    return sameMeaning({ ...a, operator: null, right: null }, { ...b, operator: null, right: null });
}

function tail(comparison: Comparison, context: PhraseContext): string {
    const circumstance = comparison.circumstance === null ? '' : ` on ${cleanText(comparison.circumstance)}`;
    return (
        equivalentAfter(comparison.left, context) +
        methodAfter(comparison.method) +
        circumstance +
        lastingAfter(comparison.lasting, '') +
        refinementsText(comparison.refinements, context) +
        windowAfter(comparison.window)
    );
}
