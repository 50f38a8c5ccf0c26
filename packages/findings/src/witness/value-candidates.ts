// The values to try for a line of a model, the likeliest first.
import type { Interval } from '@crit-lang/analysis/encode/numeric-domain.js';
import type { ValueLine } from '@crit-lang/analysis/facts/values.js';
import type { Term, ValueRange } from '@crit-lang/model/criteria/term.js';
import { Rational } from '@crit-lang/model/exact/rational.js';
import { isInside, likelyValues, type Usual, type UsualRange } from './plausible.js';

/** Usual values of a line, as far as the vocabulary knows them. */
export function usualValues({ query: { expression, scale } }: ValueLine, term: (id: string) => Term | undefined): Usual {
    const of = (low: string, high: string): UsualRange => ({ low: Rational.from(low), high: Rational.from(high) });
    if (scale === 'ULN') return { reference: of('0.3', '0.9'), plausible: of('0', '50') };
    if (scale === 'LLN') return { reference: of('1.1', '2'), plausible: of('0', '10') };
    if (expression.kind === 'dose') return { reference: of('0', '0'), plausible: null };
    if (scale === 'titer' || expression.kind !== 'measure') return { reference: null, plausible: null };
    const { reference, plausible } = term(expression.term) ?? {};
    const range = (given: ValueRange | undefined): UsualRange | null => (given === undefined ? null : of(given.low, given.high));
    return { reference: range(reference), plausible: range(plausible) };
}

interface Known {
    /** The numbers that the measure is compared with. */
    readonly limits: ReadonlySet<string>;
    /** Of the unit that it is written in. */
    readonly factor: Rational;
    readonly term: (id: string) => Term | undefined;
}

/** Values in the interval; each is made when it is asked for. */
export function* candidatesFor(line: ValueLine, interval: Interval, { limits, factor, term }: Known): Generator<Rational> {
    if (line.query.scale === 'titer') {
        yield* TITERS.filter((value) => isInside(value, interval));
        return;
    }
    // A value that some criterion names says little, and whether several values are all that one is a question of its own.
    const named: Rational[] = [];
    for (const value of likelyValues(interval, usualValues(line, term), factor)) {
        if (limits.has(value.toString())) named.push(value);
        else yield value;
    }
    yield* named;
}

/** Whether one of the values will do; those after it are not made. */
export function isSome(values: Iterable<Rational>, is: (value: Rational) => boolean): boolean {
    for (const value of values) if (is(value)) return true;
    return false;
}

const TITERS = [80, 160, 320, 640, 40, 20, 10, 16, 8, 4, 2, 1, 1280, 2560, 32, 64, 128, 256, 512, 100, 50, 200].map((value) => Rational.of(BigInt(value)));
