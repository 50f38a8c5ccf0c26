// missing-unit: a measured value without a unit can be off by a factor of 1,000 between two laboratories.
import { Rational } from '@crit-lang/model/exact/rational.js';
import type { Quantity } from '../generated/ast.js';
import type { Lowering } from '../lowering/lowering.js';
import { exactNumber } from '../lowering/exact-number.js';
import type { MeasureContext } from '../lowering/quantities.js';
import { fittingUnits, plausibleUnits } from './fitting-units.js';

const HUNDRED = Rational.of(100n);

export function reportMissingUnit(lowering: Lowering, node: Quantity, context: MeasureContext): void {
    const range = lowering.rangeOf(node);
    const fitting = fittingUnits([context.unit ?? '', ...(context.term?.usualUnits ?? [])], context);
    const number = `${node.negative ? '-' : ''}${node.number}`;
    const percent = percentMeant(node, context);
    const units = percent === null ? plausibleUnits(fitting, node, context) : fitting;
    const written = units.map((unit) => (percent !== null && unit === context.unit ? `${percent} ${unit}` : `${number} ${unit}`));
    const [one, fraction] = [written[0] ?? '', percent !== null && units.includes(context.unit ?? '')];
    const others = written.slice(1);
    const advice = fraction
        ? `A fraction of ${number} is ${one}; write that${others.length === 0 ? '' : `, or add another unit: ${others.join(', ')}`}.`
        : `Add the unit that is meant${units.length === 0 ? '' : `: ${units.join(', ')}`}.`;
    const why = fraction
        ? `${context.called} is given in ${context.unit ?? ''}`
        : context.term?.kind === 'lab'
          ? `laboratories report ${context.called} in different ones`
          : `${context.called} can be given in different ones`;
    lowering.report('missing-unit', range, `'${node.number}' has no unit, and ${why}. ${advice}`, {
        fixes: written.map((quantity) => ({ title: `Write '${quantity}'`, edits: [{ range, newText: quantity }] })),
    });
}

/** The number of percent that a fraction is (70 for 0.7), where so few percent would not be plausible and so many are; null otherwise. */
function percentMeant(node: Quantity, { unit, term }: MeasureContext): string | null {
    const plausible = term?.plausible;
    if (unit === null || !unit.startsWith('%') || plausible === undefined) return null;
    const value = Rational.from(exactNumber(node));
    const percent = value.multiply(HUNDRED);
    const [low, high] = [Rational.from(plausible.low), Rational.from(plausible.high)];
    const isMeant = value.compare(Rational.ONE) <= 0 && value.compare(low) < 0 && percent.compare(low) >= 0 && percent.compare(high) <= 0;
    return isMeant ? percent.toString() : null;
}
