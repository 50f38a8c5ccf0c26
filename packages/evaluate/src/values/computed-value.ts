// A value computed from others: exact, in the unit that the calculation gives.
import type { MeasureExpression } from '@crit-lang/model/criteria/condition.js';
import { Rational } from '@crit-lang/model/exact/rational.js';
import type { Dimension } from '@crit-lang/model/units/dimension.js';
import { combineDimensions, sameExponents } from '@crit-lang/model/units/dimension.js';
import { parseUnit } from '@crit-lang/model/units/parse.js';
import type { Context } from '../context.js';
import type { Interval } from './interval.js';
import { EVERYTHING } from './interval.js';
import { add, divide, multiply, subtract } from './interval-arithmetic.js';
import type { Known } from './value-at.js';

type Arithmetic = Extract<MeasureExpression, { kind: 'arithmetic' }>;

/**
 * The value of a sum, difference, product or quotient in the unit of `unitOf` the expression. Nothing is known where the units of a sum differ.
 */
export function computedValue(expression: Arithmetic, valueOf: (part: MeasureExpression) => Known, context: Context): Known {
    const [left, right] = [valueOf(expression.left), valueOf(expression.right)];
    const units = [unitOf(expression.left, context), unitOf(expression.right, context)];
    const [one, two] = units;
    if (one === undefined || one === null || two === undefined || two === null) return { interval: EVERYTHING, facts: [] };
    return { interval: compute(expression.operator, left.interval, right.interval, one, two), facts: [...left.facts, ...right.facts] };
}

/** A unit as a factor of base units and their exponents; null when it cannot be read or has an offset (°C). */
export interface PlainUnit {
    factor: Rational;
    dimension: Dimension;
}

/** The unit that the value of an expression is kept in. */
export function unitOf(expression: MeasureExpression, context: Pick<Context, 'knowledge'>): PlainUnit | null {
    switch (expression.kind) {
        case 'measure':
            return readUnit(context.knowledge.term(expression.term)?.unit ?? null);
        case 'dose':
            return readUnit('mg/day');
        case 'number':
            return readUnit(expression.quantity.canonical?.unit ?? null);
        case 'arithmetic': {
            const [left, right] = [unitOf(expression.left, context), unitOf(expression.right, context)];
            if (left === null || right === null) return null;
            if (expression.operator === '+' || expression.operator === '-') return left;
            return expression.operator === '*'
                ? { factor: left.factor.multiply(right.factor), dimension: combineDimensions(left.dimension, right.dimension) }
                : { factor: left.factor.divide(right.factor), dimension: combineDimensions(left.dimension, right.dimension, -1) };
        }
    }
}

export function readUnit(unit: string | null): PlainUnit | null {
    const read = parseUnit(unit ?? '1');
    return read.ok && read.unit.offset === undefined && read.unit.scale === 'linear' ? { factor: read.unit.factor, dimension: read.unit.dimension } : null;
}

/** What a number in one unit is multiplied with to be in the other; null when they measure different things. */
export function factorBetween(from: PlainUnit, to: PlainUnit): Rational | null {
    return sameExponents(from.dimension, to.dimension) ? from.factor.divide(to.factor) : null;
}

function compute(operator: Arithmetic['operator'], left: Interval, right: Interval, leftUnit: PlainUnit, rightUnit: PlainUnit): Interval {
    if (operator === '*') return multiply(left, right);
    if (operator === '/') return divide(left, right);
    const factor = factorBetween(rightUnit, leftUnit);
    if (factor === null) return EVERYTHING;
    const converted = factor.equals(Rational.ONE) ? right : multiply(right, { low: { value: factor, open: false }, high: { value: factor, open: false } });
    return operator === '+' ? add(left, converted) : subtract(left, converted);
}
