// A number that people would write down: usual where the interval allows it, with few digits, and well inside its bounds.
import type { Interval } from '@crit-lang/analysis/encode/numeric-domain.js';
import { Rational } from '@crit-lang/model/exact/rational.js';

/** Usual values, closed at both ends. */
export interface UsualRange {
    readonly low: Rational;
    readonly high: Rational;
}

export interface Usual {
    /** In health. */
    readonly reference: UsualRange | null;
    /** Of living patients. */
    readonly plausible: UsualRange | null;
}

const [HALF, QUARTER, MORE, LESS, MUCH_MORE] = [
    [1n, 2n],
    [1n, 4n],
    [5n, 4n],
    [3n, 4n],
    [3n, 2n],
].map(([above = 1n, below = 1n]) => Rational.of(above, below)) as [Rational, Rational, Rational, Rational, Rational];
const MOST_DIGITS = 12;

/**
 * Numbers to try, the best first and each once; each lies in the interval. Mostly the first one does, so each is made when it is asked for.
 * @param factor of the unit that the number is written in: what it is multiplied with to be on the interval's scale. Above zero.
 */
export function* likelyValues(interval: Interval, usual: Usual, factor: Rational): Generator<Rational> {
    const seen = new Set<string>();
    for (const range of [usual, { reference: null, plausible: null }]) {
        const target = targetIn(interval, range);
        const written = target.divide(factor);
        for (let digits = 2; digits <= MOST_DIGITS + 2; digits++) {
            const value = digits === MOST_DIGITS + 2 ? target : withDigits(written, digits).multiply(factor);
            if (!isInside(value, interval) || seen.has(value.toString())) continue;
            seen.add(value.toString());
            yield value;
        }
    }
}

/** Whether the number lies in the interval. */
export function isInside(value: Rational, { from, to }: Interval): boolean {
    const low = from === null ? 1 : value.compare(from.at) || (from.side === 0 ? 1 : -1);
    const high = to === null ? -1 : value.compare(to.at) || (to.side === 1 ? -1 : 1);
    return low > 0 && high < 0;
}

/** What two intervals have in common. */
export function commonPart(one: Interval, other: Interval): Interval {
    const later = (a: Interval['from'], b: Interval['from']): Interval['from'] =>
        a === null || b === null ? (a ?? b) : (a.at.compare(b.at) || a.side - b.side) >= 0 ? a : b;
    const earlier = (a: Interval['to'], b: Interval['to']): Interval['to'] =>
        a === null || b === null ? (a ?? b) : (a.at.compare(b.at) || a.side - b.side) <= 0 ? a : b;
    return { from: later(one.from, other.from), to: earlier(one.to, other.to) };
}

/** Whether there is a number in the interval. */
export function isPossible({ from, to }: Interval): boolean {
    if (from === null || to === null) return true;
    const order = from.at.compare(to.at);
    return order < 0 || (order === 0 && from.side === 0 && to.side === 1);
}

function targetIn(interval: Interval, { reference, plausible }: Usual): Rational {
    const within = (part: Interval, range: UsualRange | null): Interval => {
        if (range === null) return part;
        const met = commonPart(part, { from: { at: range.low, side: 0 }, to: { at: range.high, side: 1 } });
        return isPossible(met) ? met : part;
    };
    const living = within(interval, plausible);
    const usual = within(living, reference);
    const [low, high] = [usual.from?.at ?? null, usual.to?.at ?? null];
    const isHealthy = reference !== null && usual !== living;
    if (low !== null && high !== null) return isHealthy ? middleOf(low, high) : betweenEnds(low, high, reference);
    if (low !== null) return low.sign > 0 ? low.multiply(MORE) : low.isZero ? Rational.ONE : low.multiply(HALF);
    if (high !== null) return high.sign > 0 ? high.multiply(LESS) : high.subtract(Rational.ONE);
    return Rational.ONE;
}

// Beyond what is usual, near to it; where nothing is known of that, nearer to the lower end of a wide stretch.
function betweenEnds(low: Rational, high: Rational, reference: UsualRange | null): Rational {
    const middle = middleOf(low, high);
    if (reference !== null && high.compare(reference.low) <= 0) {
        const near = high.multiply(LESS);
        return near.compare(middle) > 0 ? near : middle;
    }
    const near = low.sign > 0 ? low.multiply(MUCH_MORE) : low.add(high.subtract(low).multiply(QUARTER));
    return near.compare(middle) < 0 ? near : middle;
}

const middleOf = (low: Rational, high: Rational): Rational => low.add(high).multiply(HALF);

/** The number to so many significant digits. */
function withDigits(value: Rational, digits: number): Rational {
    if (value.isZero) return value;
    const whole = value.absolute().floor().toString();
    const leading = value.absolute().floor() === 0n ? -leadingZeros(value.absolute()) : whole.length;
    const power = Rational.of(10n).power(digits - leading);
    return Rational.of(value.multiply(power).add(HALF).floor()).divide(power);
}

function leadingZeros(value: Rational): number {
    let zeros = 0;
    for (let at = value.multiply(Rational.of(10n)); at.floor() === 0n && zeros < 30; at = at.multiply(Rational.of(10n))) zeros++;
    return zeros;
}
