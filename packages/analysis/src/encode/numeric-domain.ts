// The values that a numeric fact can have: an interval, all of it or in steps, perhaps without some values.
import { Rational } from '@crit-lang/model/exact/rational.js';
import { compareCuts, type Cut, cutKey, leftOf, rightOf } from './cut.js';

export interface Bound {
    readonly value: Rational;
    readonly included: boolean;
}

export interface DomainShape {
    /** No bound when left out. */
    readonly low?: Bound;
    readonly high?: Bound;
    /** Only values at whole multiples of `step` from the lowest value, or from 0 where there is no lower bound. Above zero. */
    readonly step?: Rational;
    /** Values that do not exist though they lie inside (EDSS 0.5). */
    readonly without?: readonly Rational[];
}

/** A part of a domain between two cuts; null where it goes on without end. */
export interface Interval {
    readonly from: Cut | null;
    readonly to: Cut | null;
}

const keyOf = (value: Rational): string => cutKey(leftOf(value));

/** Between two different cuts that `canonical` gives lies at least one value: that is what makes the order encoding complete. */
export class NumericDomain {
    /** The cut left of all values, and the cut right of all values. */
    readonly lowest: Cut | null;
    readonly highest: Cut | null;
    private readonly step: Rational | undefined;
    private readonly origin: Rational;
    private readonly missing: ReadonlySet<string>;

    /** @throws RangeError when there is no value in it, or a step is not above zero. */
    constructor(shape: DomainShape = {}) {
        const { low, high, step, without = [] } = shape;
        if (step !== undefined && step.sign <= 0) throw new RangeError('The step between values is above zero.');
        this.missing = new Set(without.map(keyOf));
        this.step = step;
        this.origin = low?.value ?? Rational.ZERO;
        this.lowest = low === undefined ? null : { at: low.value, side: low.included && this.has(low.value) ? 0 : 1 };
        this.highest = high === undefined ? null : { at: high.value, side: high.included && this.has(high.value) ? 1 : 0 };
        if (this.isEmpty()) throw new RangeError('No value lies between these bounds.');
    }

    /** All whole numbers within the bounds, which are included. */
    static integers(low?: bigint, high?: bigint): NumericDomain {
        const bound = (value: bigint): Bound => ({ value: Rational.of(value), included: true });
        return new NumericDomain({
            ...(low === undefined ? {} : { low: bound(low) }),
            ...(high === undefined ? {} : { high: bound(high) }),
            step: Rational.ONE,
        });
    }

    /**
     * The one cut that stands for all cuts with the same values of the domain left of them; true when all values lie left of it, false when none does.
     */
    canonical(cut: Cut): Cut | boolean {
        if (this.step !== undefined) return this.canonicalInSteps(cut, this.step);
        const moved = cut.side === 1 && !this.has(cut.at) ? leftOf(cut.at) : cut;
        if (this.lowest !== null && compareCuts(moved, this.lowest) <= 0) return false;
        if (this.highest !== null && compareCuts(moved, this.highest) >= 0) return true;
        return moved;
    }

    /** Whether its values lie apart. */
    get isStepped(): boolean {
        return this.step !== undefined;
    }

    /** A value between two canonical cuts, or between one and the end of the domain: a bound that is included, else one from the middle. */
    valueIn({ from, to }: Interval): Rational {
        const [start, end] = [from ?? this.lowest, to ?? this.highest];
        if (this.step !== undefined) return this.stepIn(start, end, this.step);
        if (start?.side === 0 && this.has(start.at)) return start.at;
        if (end?.side === 1) return end.at;
        if (start === null) return this.existingTowards(end === null ? Rational.ZERO : end.at.subtract(Rational.ONE), end?.at ?? Rational.ONE);
        if (end === null) return this.existingTowards(start.at.add(Rational.ONE), start.at);
        return this.existingTowards(middle(start.at, end.at), start.at);
    }

    /** Whether the number is a value of the domain. */
    contains(value: Rational): boolean {
        if (!this.has(value)) return false;
        if (this.step !== undefined && !value.subtract(this.origin).divide(this.step).isInteger) return false;
        return (
            (this.lowest === null || compareCuts(this.lowest, leftOf(value)) <= 0) && (this.highest === null || compareCuts(rightOf(value), this.highest) <= 0)
        );
    }

    private has(value: Rational): boolean {
        return !this.missing.has(keyOf(value));
    }

    private isEmpty(): boolean {
        const { lowest, highest } = this;
        if (this.step !== undefined) return lowest !== null && highest !== null && this.stepRightOf(lowest, this.step) === undefined;
        return lowest !== null && highest !== null && compareCuts(lowest, highest) >= 0;
    }

    /** In steps every cut is the one just right of the last value before it. */
    private canonicalInSteps(cut: Cut, step: Rational): Cut | boolean {
        const before = this.stepLeftOf(cut, step);
        if (before === undefined) return false;
        return this.stepRightOf(cut, step) === undefined ? true : rightOf(before);
    }

    /** The last value of the domain left of the cut. */
    private stepLeftOf(cut: Cut, step: Rational): Rational | undefined {
        const from = this.highest !== null && compareCuts(cut, this.highest) > 0 ? this.highest : cut;
        const steps = from.at.subtract(this.origin).divide(step);
        let index = steps.floor() - (from.side === 0 && steps.isInteger ? 1n : 0n);
        for (; ; index--) {
            const value = this.origin.add(step.multiply(Rational.of(index)));
            if (this.lowest !== null && compareCuts(leftOf(value), this.lowest) < 0) return undefined;
            if (this.has(value)) return value;
        }
    }

    /** The first value of the domain right of the cut. */
    private stepRightOf(cut: Cut, step: Rational): Rational | undefined {
        const from = this.lowest !== null && compareCuts(cut, this.lowest) < 0 ? this.lowest : cut;
        const steps = from.at.subtract(this.origin).divide(step);
        let index = steps.ceiling() + (from.side === 1 && steps.isInteger ? 1n : 0n);
        for (; ; index++) {
            const value = this.origin.add(step.multiply(Rational.of(index)));
            if (this.highest !== null && compareCuts(rightOf(value), this.highest) > 0) return undefined;
            if (this.has(value)) return value;
        }
    }

    private stepIn(start: Cut | null, end: Cut | null, step: Rational): Rational {
        const first = start === null ? undefined : this.stepRightOf(start, step);
        const last = end === null ? undefined : this.stepLeftOf(end, step);
        if (first === undefined || last === undefined) return first ?? last ?? this.stepRightOf(leftOf(Rational.ZERO), step) ?? Rational.ZERO;
        return this.stepRightOf(leftOf(middle(first, last)), step) ?? last;
    }

    /** `wanted`, or where that value is missing one nearer to `towards`, which is not reached. */
    private existingTowards(wanted: Rational, towards: Rational): Rational {
        let value = wanted;
        while (!this.has(value)) value = middle(value, towards);
        return value;
    }
}

const HALF = Rational.of(1n, 2n);
const middle = (one: Rational, other: Rational): Rational => one.add(other).multiply(HALF);
