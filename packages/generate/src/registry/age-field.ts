// The registry's fields Minimum Age and Maximum Age: a whole number with a unit, the widest range over all cohorts.
import type { CriteriaDocument, Criterion } from '@crit-lang/model/criteria/document.js';
import type { ComparisonOperator, ModelQuantity } from '@crit-lang/model/criteria/value.js';
import { Rational } from '@crit-lang/model/exact/rational.js';
import type { GeneratorNote } from '../target.js';
import { quantityText } from '../phrase/number.js';
import { AGE_UNITS, ageUnit } from './age-unit.js';
import type { AgeUnit } from './age-unit.js';
import { bindingLeaves, criteriaByCohort } from './binding.js';

/** An age as the registry writes it. */
export interface AgeField {
    number: number;
    unit: AgeUnit;
}

export interface AgeFields {
    minimum: AgeField | null;
    maximum: AgeField | null;
    notes: GeneratorNote[];
}

interface Bound {
    value: Rational;
    unit: AgeUnit;
    open: boolean;
    written: string;
}

/** "18 Years", "1 Year". */
export function ageText(age: AgeField): string {
    return `${age.number} ${AGE_UNITS[age.unit].name}${age.number === 1 ? '' : 's'}`;
}

/** Age limits of the protocol, with notes where the registry cannot hold them exactly. */
export function ageFields(document: CriteriaDocument): AgeFields {
    const cohorts = criteriaByCohort(document).map((criteria) => boundsOf(criteria, document));
    const minimum = widest(
        cohorts.map((bounds) => bounds.low),
        -1,
    );
    const maximum = widest(
        cohorts.map((bounds) => bounds.high),
        1,
    );
    return {
        minimum: minimum === null ? null : rounded(minimum, 'minimum'),
        maximum: maximum === null ? null : rounded(maximum, 'maximum'),
        notes: [...notesOn(minimum, 'minimum'), ...notesOn(maximum, 'maximum')],
    };
}

/** The tightest limits that bind everyone in a cohort. */
function boundsOf(criteria: readonly Criterion[], document: CriteriaDocument): { low: Bound | null; high: Bound | null } {
    const age = document.protocol?.age;
    const header = [age?.low ? limit('>=', age.low) : null, age?.high ? limit(age.highOpen ? '<' : '<=', age.high) : null];
    const limits = [...header, ...criteria.flatMap(ageLimits)].filter((found) => found !== null);
    const lows = limits.filter((found) => found.side === 'low').map((found) => found.bound);
    const highs = limits.filter((found) => found.side === 'high').map((found) => found.bound);
    return { low: tightest(lows, 1), high: tightest(highs, -1) };
}

type AgeLimit = { side: 'low' | 'high'; bound: Bound } | null;

const OPPOSITE: Readonly<Record<ComparisonOperator, ComparisonOperator | null>> = { '<': '>=', '<=': '>', '>': '<=', '>=': '<', '=': null };

function ageLimits(criterion: Criterion): AgeLimit[] {
    return bindingLeaves(criterion).flatMap(({ leaf, holds }) => {
        if (leaf.kind !== 'compare' || leaf.left.kind !== 'measure' || leaf.left.term.toLowerCase() !== 'age' || leaf.right.kind !== 'quantity') {
            return [];
        }
        const operator = holds ? leaf.operator : OPPOSITE[leaf.operator];
        if (operator === '=') {
            return [limit('>=', leaf.right), limit('<=', leaf.right)];
        }
        return operator === null ? [] : [limit(operator, leaf.right)];
    });
}

function limit(operator: ComparisonOperator, quantity: ModelQuantity): AgeLimit {
    const unit = ageUnit(quantity.unit);
    const value = Rational.parse(quantity.value);
    if (unit === null || !value.ok) {
        return null;
    }
    const side = operator.startsWith('>') ? 'low' : 'high';
    return { side, bound: { value: value.value, unit, open: operator === '>' || operator === '<', written: quantityText(quantity) } };
}

function tightest(bounds: readonly Bound[], sign: 1 | -1): Bound | null {
    return bounds.reduce<Bound | null>((best, bound) => (best === null || compareBounds(bound, best) === sign ? bound : best), null);
}

/** Null as soon as one cohort has no limit. */
function widest(bounds: readonly (Bound | null)[], sign: 1 | -1): Bound | null {
    return bounds.includes(null)
        ? null
        : tightest(
              bounds.filter((bound) => bound !== null),
              sign,
          );
}

function compareBounds(a: Bound, b: Bound): -1 | 0 | 1 {
    return a.value.multiply(AGE_UNITS[a.unit].days).compare(b.value.multiply(AGE_UNITS[b.unit].days));
}

/** Rounded outwards; a maximum that is not reached is the whole unit before it, because the registry's maximum takes its whole year in. */
function rounded(bound: Bound, side: 'minimum' | 'maximum'): AgeField {
    const whole = bound.value.numerator / bound.value.denominator;
    const exact = bound.value.denominator === 1n;
    const before = side === 'maximum' && bound.open && exact && whole > 1n;
    return { number: Number(before ? whole - 1n : whole), unit: bound.unit };
}

function notesOn(bound: Bound | null, side: 'minimum' | 'maximum'): GeneratorNote[] {
    const exact = bound === null || (bound.value.denominator === 1n && (!bound.open || side === 'maximum'));
    if (exact) {
        return [];
    }
    const message = `The ${side} age of ${bound.written}${bound.open ? ' (not included)' : ''} is given to the registry as ${ageText(rounded(bound, side))}: its field takes whole numbers only.`;
    return [{ name: 'registry-age-rounded', severity: 'information', criterion: null, message }];
}
