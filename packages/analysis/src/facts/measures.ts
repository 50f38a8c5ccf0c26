// Measured values as facts: when two expressions are the same value, which values one can have by definition, and what a dose says of use.
import type { MeasureExpression } from '@crit-lang/model/criteria/condition.js';
import type { Term } from '@crit-lang/model/criteria/term.js';
import { Rational } from '@crit-lang/model/exact/rational.js';
import { convert } from '@crit-lang/model/units/convert.js';
import { parseUnit } from '@crit-lang/model/units/parse.js';
import { NumericDomain } from '../encode/numeric-domain.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { meaningOf, termKey } from '../knowledge/meaning.js';
import type { OccurrenceQuery, Scale, ValueQuery } from './queries.js';

/** The same text for expressions that are the same value. */
export function measureKey(expression: MeasureExpression): string {
    let key = measureKeys.get(expression);
    if (key === undefined) measureKeys.set(expression, (key = meaningOf(expression).toLowerCase()));
    return key;
}

const measureKeys = new WeakMap<MeasureExpression, string>();

/** The measures that an expression is made of, as keys. */
export function measuresIn(expression: MeasureExpression): string[] {
    switch (expression.kind) {
        case 'measure':
            return [termKey(expression.term)];
        case 'arithmetic':
            return [...measuresIn(expression.left), ...measuresIn(expression.right)];
        case 'dose':
        case 'number':
            return [];
    }
}

/** The use that a dose above zero is of. */
export function usedIn({ expression, span }: Pick<ValueQuery, 'expression' | 'span'>): OccurrenceQuery[] {
    return expression.kind === 'dose' ? [{ track: 'present', what: expression.of, span, extras: [], conditional: [] }] : [];
}

/** How many of the second unit one of the first is; null where they are not of one kind. A pure number has the unit null. */
export function factorBetween(from: string | null, to: string | null): Rational | null {
    if (from === to) return Rational.ONE;
    const [one, other] = [parseUnit(from ?? '1'), parseUnit(to ?? '1')];
    if (!one.ok || !other.ok) return null;
    const converted = convert(Rational.ONE, one.unit, other.unit);
    return converted.ok && converted.value.sign > 0 ? converted.value : null;
}

const FROM_ZERO = { value: Rational.ZERO, included: true };

/** The values that exist by definition; shipped reference and plausible ranges are none: laboratories differ. */
export function domainOf(expression: MeasureExpression, scale: Scale, knowledge: Knowledge): NumericDomain {
    if (scale !== 'absolute') return new NumericDomain({ low: FROM_ZERO });
    if (expression.kind === 'dose') return new NumericDomain({ low: FROM_ZERO });
    if (expression.kind !== 'measure') return new NumericDomain();
    return domainOfTerm(knowledge.term(expression.term));
}

function domainOfTerm(term: Term | undefined): NumericDomain {
    if (term?.range !== undefined) {
        return new NumericDomain({
            low: { value: Rational.from(term.range.low), included: true },
            high: { value: Rational.from(term.range.high), included: true },
            ...(term.step === undefined ? {} : { step: Rational.from(term.step) }),
            ...(term.withoutValues === undefined ? {} : { without: term.withoutValues.map((value) => Rational.from(value)) }),
        });
    }
    return isNeverNegative(term) ? new NumericDomain({ low: FROM_ZERO }) : new NumericDomain();
}

/** Amounts, concentrations, counts, ages: what has a unit and a plausible range that does not go below zero, temperature scales aside. */
export function isNeverNegative(term: Term | undefined): boolean {
    if (term === undefined || (term.kind !== 'lab' && term.kind !== 'measure')) return false;
    if (term.unit === undefined || term.unit === null || /cel|degf/iu.test(term.unit)) return false;
    return term.plausible !== undefined && Rational.from(term.plausible.low).sign >= 0;
}
