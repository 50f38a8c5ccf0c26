// The agreed equation between the two scales of HbA1c: per cent (NGSP, DCCT) and mmol/mol (IFCC).
import { Rational } from '../exact/rational.js';

/**
 * NGSP (%) = 0.09148 × IFCC (mmol/mol) + 2.152.
 * Source: the IFCC–NGSP master equation, as the National Glycohemoglobin Standardization Program states it (ngsp.org, "IFCC Standardization of HbA1c");
 * established in Hoelzel W et al., Clin Chem 2004;50:166–74. It is a regression that both networks agreed on, so a converted value is exact
 * arithmetic on an empirical line: 6.5 % is 47.53 mmol/mol, which laboratories print as 48.
 */
const SLOPE = Rational.from('0.09148');
const INTERCEPT = Rational.from('2.152');

/** mmol/mol (IFCC) to per cent (NGSP); for a difference of two values the intercept falls away. */
export function hba1cPercentFromMillimolesPerMole(value: Rational, difference: boolean): Rational {
    const scaled = value.multiply(SLOPE);
    return difference ? scaled : scaled.add(INTERCEPT);
}

/** Per cent (NGSP) to mmol/mol (IFCC); for a difference of two values the intercept falls away. */
export function hba1cMillimolesPerMoleFromPercent(value: Rational, difference: boolean): Rational {
    return (difference ? value : value.subtract(INTERCEPT)).divide(SLOPE);
}
