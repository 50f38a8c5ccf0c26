// Positions on the number line between values: just left or just right of a number, so that < and <= are told apart exactly.
import type { Rational } from '@crit-lang/model/exact/rational.js';

export interface Cut {
    readonly at: Rational;
    /** 0: just left of the number; 1: just right of it. */
    readonly side: 0 | 1;
}

export const leftOf = (at: Rational): Cut => ({ at, side: 0 });
export const rightOf = (at: Rational): Cut => ({ at, side: 1 });

/** Negative when `one` lies further left. */
export const compareCuts = (one: Cut, other: Cut): number => one.at.compare(other.at) || one.side - other.side;

/** The same text for the same position. */
export const cutKey = ({ at, side }: Cut): string => `${at.numerator}/${at.denominator}:${side}`;
