// In which order values are chosen, and how one is said.
import type { ValueLine } from '@crit-lang/analysis/facts/values.js';
import type { Comparison } from '@crit-lang/model/criteria/condition.js';
import type { ValuePick, Window } from '@crit-lang/model/criteria/time.js';
import type { ComparisonOperator, Limit } from '@crit-lang/model/criteria/value.js';
import type { Rational } from '@crit-lang/model/exact/rational.js';
import type { UnitsInUse } from './units.js';

/** Absolute values first, then multiples of normal, then what is computed; doses of single drugs before those of classes come last. */
export function rankOf(line: ValueLine | undefined): number {
    if (line === undefined) return 9;
    const { expression, scale } = line.query;
    return (
        (scale === 'absolute' ? 0 : 1) + (expression.kind === 'measure' ? 0 : expression.kind === 'dose' ? (expression.inEquivalentsOf === null ? 2 : 4) : 6)
    );
}

/** Whether who knows the one value knows the other: by which method it was measured, and on what. */
export function isMoreExact(one: ValueLine, other: ValueLine): boolean {
    const fits = (known: string | null, asked: string | null): boolean => asked === null || known?.toLowerCase() === asked.toLowerCase();
    return fits(one.query.method, other.query.method) && fits(one.query.circumstance, other.query.circumstance);
}

interface Said {
    readonly operator: ComparisonOperator;
    readonly value: Rational;
    readonly window: Window;
    readonly pick: ValuePick | null;
}

/** The comparison that says a value of the line, in the unit that the protocol uses; null for a titer that is none. */
export function saidOf({ query }: ValueLine, { operator, value, window, pick }: Said, units: UnitsInUse): Comparison | null {
    const right = limitOf(query, value, units);
    const { expression: left, method, circumstance } = query;
    return right === null ? null : { kind: 'compare', left, operator, right, window, pick, lasting: null, method, circumstance, refinements: [] };
}

function limitOf({ expression, scale }: ValueLine['query'], value: Rational, units: UnitsInUse): Limit | null {
    switch (scale) {
        case 'ULN':
        case 'LLN':
            return { kind: 'normal-limit', factor: value.toString(), limit: scale };
        case 'titer':
            return value.sign > 0 ? { kind: 'titer', numerator: Number(value.denominator), denominator: Number(value.numerator) } : null;
        case 'absolute': {
            const { unit, canonical, factor } = units.unitOf(expression);
            return { kind: 'quantity', value: value.divide(factor).toString(), unit, canonical: { value: value.toString(), unit: canonical } };
        }
    }
}
