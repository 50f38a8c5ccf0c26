// When two expressions speak of the same measured value, and what a measure's definition alone says of its values.
import type { MeasureExpression } from '@crit-lang/model/criteria/condition.js';
import type { Term } from '@crit-lang/model/criteria/term.js';
import { Rational } from '@crit-lang/model/exact/rational.js';
import { meaningKey } from '../knowledge/same-meaning.js';
import type { Bound, Interval } from './interval.js';
import { EVERYTHING } from './interval.js';

/** The same for expressions that are the same value; capitals do not matter. */
export function measureKey(expression: MeasureExpression): string {
    return meaningKey(expression).toLowerCase();
}

/** The range that a score has by definition. */
export function domainOf(term: Term | undefined): Interval {
    if (term?.range === undefined) return EVERYTHING;
    return { low: { value: Rational.from(term.range.low), open: false }, high: { value: Rational.from(term.range.high), open: false } };
}

/** Draws the ends of an interval in to values that the score can have: steps from the start of its range, less the values it leaves out. */
export function narrowedTo(term: Term | undefined): (interval: Interval) => Interval {
    if (term?.range === undefined || term.step === undefined) return (interval) => interval;
    const step = Rational.from(term.step);
    const start = Rational.from(term.range.low);
    const gaps = (term.withoutValues ?? []).map((value) => Rational.from(value));
    if (step.sign <= 0) return (interval) => interval;
    const inward = (bound: Bound | null, sign: 1 | -1): Bound | null => {
        if (bound === null) return null;
        const steps = bound.value.subtract(start).divide(step);
        let position = Rational.of(sign > 0 ? steps.ceiling() : steps.floor());
        if (bound.open && position.equals(steps)) position = position.add(Rational.of(BigInt(sign)));
        const valueAt = (): Rational => start.add(position.multiply(step));
        while (gaps.some((gap) => gap.equals(valueAt()))) position = position.add(Rational.of(BigInt(sign)));
        return { value: valueAt(), open: false };
    };
    return ({ low, high }) => ({ low: inward(low, 1), high: inward(high, -1) });
}
