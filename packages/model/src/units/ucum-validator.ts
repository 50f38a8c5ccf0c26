// The question that Crit asks a full UCUM library about units outside its own tables; a browser build may go without one.
import type { Dimension } from './dimension.js';

/** What a UCUM library says of a code. */
export type UcumVerdict =
    | {
          readonly valid: true;
          /** Exponents of m, s, g, rad, K, C, cd; empty where the library gives none. */
          readonly exponents: readonly number[];
          /** The library's factor to base units, a double: for cross-checks, never for results. */
          readonly magnitude: number;
      }
    | { readonly valid: false };

export interface UcumValidator {
    /** Never throws, whatever the text. */
    validate(code: string): UcumVerdict;
}

const UCUM_BASES = ['m', 's', 'g', 'rad', 'K', 'C', 'cd'];

/** A dimension in UCUM's seven bases: moles, equivalents and arbitrary units are pure numbers there, and calendar months are times. */
export function ucumExponents(dimension: Dimension): readonly number[] {
    return UCUM_BASES.map((base) => (dimension[base] ?? 0) + (base === 's' ? (dimension['mo'] ?? 0) : 0));
}
