// Exact conversion of values between units, with what the vocabulary knows of the substance.
import { Rational } from '../exact/rational.js';
import type { IncomparableReason } from './compare.js';
import { annotationKey, compareUnits } from './compare.js';
import type { Dimension } from './dimension.js';
import { combineDimensions, dimensionOf, exponentOf, sameExponents } from './dimension.js';
import { hba1cMillimolesPerMoleFromPercent, hba1cPercentFromMillimolesPerMole } from './hba1c.js';
import type { Unit } from './unit.js';

/** What is known of the substance that is measured; each opens one way between units. */
export interface SubstanceFacts {
    /**
     * g/mol, exact as the source gives it. For a ratio (mg/g and mg/mmol of albumin to creatinine) it is the molar mass of the substance
     * below the line, because that is the one whose unit changes.
     */
    readonly molarMass?: Rational;
    /** Charges of the ion (1 for sodium, 2 for calcium): 1 mol = so many equivalents. */
    readonly charge?: Rational;
    /** What one international unit of the substance is: 1 U for an enzyme, 0.025 µg for vitamin D. */
    readonly internationalUnit?: { readonly value: Rational; readonly unit: Unit };
    /** The measure is HbA1c: per cent (NGSP) and mmol/mol (IFCC) are joined by the master equation. */
    readonly relation?: 'hba1c';
}

export interface ConversionOptions extends SubstanceFacts {
    /** The value is a difference (a rise by 1 °C, a fall by 0.5 % HbA1c): offsets fall away. */
    readonly difference?: boolean;
}

export type Conversion =
    | {
          readonly ok: true;
          readonly value: Rational;
          /** `equation`: by an agreed empirical line, so laboratories that round may differ; say "about" when showing it. */
          readonly by: 'factor' | 'offset' | 'substance' | 'equation';
          /** Every conversion that is offered is increasing: a threshold and the values around it keep their order. */
          readonly keepsOrder: true;
      }
    | { readonly ok: false; readonly reason: IncomparableReason; readonly message: string };

/** `value`, given in `from`, in the unit `to`: an exact number, or the reason why there is none. Never throws. */
export function convert(value: Rational, from: Unit, to: Unit, options: ConversionOptions = {}): Conversion {
    const comparison = compareUnits(from, to);
    if (comparison.comparable) {
        return { ok: true, keepsOrder: true, ...withinDimension(value, from, to, options.difference === true) };
    }
    if (options.relation === 'hba1c' && comparison.reason === 'needs-relation' && annotationKey(from) === annotationKey(to)) {
        return { ok: true, keepsOrder: true, by: 'equation', value: betweenHba1cScales(value, from, to, options.difference === true) };
    }
    const across = comparison.reason === 'logarithmic' ? undefined : substanceFactor(from, to, options);
    if (across && annotationKey(from) === annotationKey(to)) {
        return { ok: true, keepsOrder: true, by: 'substance', value: value.multiply(from.factor).multiply(across).divide(to.factor) };
    }
    return { ok: false, reason: comparison.reason, message: comparison.message };
}

function withinDimension(value: Rational, from: Unit, to: Unit, difference: boolean): { value: Rational; by: 'factor' | 'offset' } {
    const zero = Rational.ZERO;
    if (difference || (!from.offset && !to.offset)) {
        return { value: value.multiply(from.factor).divide(to.factor), by: 'factor' };
    }
    const base = value.add(from.offset ?? zero).multiply(from.factor);
    return { value: base.divide(to.factor).subtract(to.offset ?? zero), by: 'offset' };
}

const PER_CENT = Rational.of(1n, 100n);
const PER_MILLE = Rational.of(1n, 1000n);

function betweenHba1cScales(value: Rational, from: Unit, to: Unit, difference: boolean): Rational {
    const plain = value.multiply(from.factor);
    const isAmountFraction = exponentOf(from.dimension, 'mol/mol') !== 0;
    const across = isAmountFraction
        ? hba1cPercentFromMillimolesPerMole(plain.divide(PER_MILLE), difference).multiply(PER_CENT)
        : hba1cMillimolesPerMoleFromPercent(plain.divide(PER_CENT), difference).multiply(PER_MILLE);
    return across.divide(to.factor);
}

/**
 * The factor between base units that the substance gives, or undefined when what is known does not reach.
 * International units go first, then charges, then moles, so that an IU that is a mass may still become moles.
 */
function substanceFactor(from: Unit, to: Unit, facts: SubstanceFacts): Rational | undefined {
    let rest: Dimension = combineDimensions(from.dimension, to.dimension, -1);
    let factor = Rational.ONE;
    const replace = (base: string, size: Rational, by: Dimension): void => {
        const exponent = exponentOf(rest, base);
        factor = factor.multiply(size.power(exponent));
        rest = combineDimensions(combineDimensions(rest, dimensionOf([[base, -exponent]])), by, exponent);
    };
    const { internationalUnit, charge, molarMass } = facts;
    if (internationalUnit && internationalUnit.value.sign > 0 && !internationalUnit.unit.offset && internationalUnit.unit.scale === 'linear') {
        replace('[IU]', internationalUnit.value.multiply(internationalUnit.unit.factor), internationalUnit.unit.dimension);
    }
    if (charge && charge.sign > 0) {
        replace('eq', Rational.ONE.divide(charge), dimensionOf([['mol', 1]]));
    }
    if (molarMass && molarMass.sign > 0) {
        replace('mol', molarMass, dimensionOf([['g', 1]]));
    }
    return sameExponents(rest, dimensionOf([])) ? factor : undefined;
}
