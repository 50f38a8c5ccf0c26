// What a unit of measure is in Crit, and the answers that reading one can have.
import type { Rational } from '../exact/rational.js';
import type { Dimension } from './dimension.js';

/** Units of the calendar and the clock in which the language measures stretches of time. */
export type DurationUnit = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year' | 'half-life';

/** How values of a unit behave beside plain multiplication by a factor. */
export type UnitScale =
    /** Zero lies elsewhere (°C, °F): values convert with an offset, differences without. */
    | 'affine'
    /** Values are logarithms (pH, dB, log10 copies/mL): comparable only with the same unit. */
    | 'logarithmic'
    | 'linear';

/** A unit that was understood. */
export interface Unit {
    /** As the author wrote it. */
    readonly written: string;
    /** The UCUM code, case-sensitive form. */
    readonly ucum: string;
    readonly dimension: Dimension;
    /** Base units (m, s, g, K, mol, calendar month …) in one of this unit; exact. */
    readonly factor: Rational;
    /** Affine units only: base value = (value + offset) × factor. */
    readonly offset?: Rational;
    /** The annotations of the UCUM code; one in a denominator starts with "/", as in "/1.73_m2". */
    readonly annotations: readonly string[];
    readonly scale: UnitScale;
    /** Set when the unit is exactly one unit of time of the language. */
    readonly duration?: DurationUnit;
}

export type UnitFailure =
    /** No unit that UCUM or a protocol spelling knows. */
    | 'unknown-unit'
    /** UCUM knows it, but its size is measured, irrational or a curve: no exact factor, so Crit does not guess one. */
    | 'no-exact-factor'
    /** Two readings are common, and they differ in size ("Mg/dL"). */
    | 'ambiguous-unit'
    | 'too-long';

/** A unit that was read, or why not, with the spellings that may have been meant (best first, at most five). */
export type UnitReading =
    | { readonly ok: true; readonly unit: Unit }
    | {
          readonly ok: false;
          readonly reason: UnitFailure;
          /** One sentence for the protocol writer. */
          readonly message: string;
          readonly suggestions: readonly string[];
      };

/** Characters that a unit may have; the longest in the tables has a third of it. */
export const MAXIMUM_UNIT_LENGTH = 100;
