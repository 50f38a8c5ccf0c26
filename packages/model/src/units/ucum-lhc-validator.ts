// The UCUM library of the Lister Hill Center behind Crit's validator interface, loaded only when it is asked for.
import { Rational } from '../exact/rational.js';
import type { Atom } from './atoms.js';
import { DIMENSIONLESS } from './dimension.js';
import { evaluateUcum } from './ucum-evaluator.js';
import type { UcumValidator, UcumVerdict } from './ucum-validator.js';

/**
 * Loads @lhncbc/ucum-lhc (about 0.5 MB with its tables). Nothing else in Crit imports it.
 * @throws when the package is not there, as in a browser build that leaves it out.
 */
export async function loadUcumLhcValidator(): Promise<UcumValidator> {
    const { default: ucum } = await import('@lhncbc/ucum-lhc');
    const library = ucum.UcumLhcUtils.getInstance();
    return {
        validate(code): UcumVerdict {
            if (!isWellFormed(code)) {
                return { valid: false };
            }
            try {
                const { unit, origString, retMsg } = library.getSpecifiedUnit(code, 'validate', false);
                // Another code comes back where it took the text for the name of a unit.
                if (unit === null || origString !== code || retMsg.length > 0) {
                    return { valid: false };
                }
                return { valid: true, exponents: (unit.dim_?.dimVec_ ?? []).map(withoutNegativeZero), magnitude: unit.magnitude_ };
            } catch {
                return { valid: false };
            }
        },
    };
}

const ANY_ATOM: Atom = { exact: true, metric: false, factor: Rational.ONE, dimension: DIMENSIONLESS, scale: 'linear' };

/** Words that the library finds in its tables though no unit has them: what every JavaScript object has, and marks of its own parser. */
const TRAPS = [...Object.getOwnPropertyNames(Object.prototype), 'placeholder'];

/**
 * The library is asked only about codes that follow UCUM's grammar. Others it answers with a line on the console, which is where a language
 * server speaks to the editor; and it reads "1.73" as 1 times 73.
 */
function isWellFormed(code: string): boolean {
    return evaluateUcum(code, (symbol) => (TRAPS.some((trap) => symbol.includes(trap)) ? undefined : ANY_ATOM)).ok;
}

/** Its exponents below the line are −0 where they are zero. */
function withoutNegativeZero(exponent: number): number {
    return exponent + 0;
}
