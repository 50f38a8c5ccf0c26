// The UCUM library of the Lister Hill Center behind Crit's validator interface, loaded only when it is asked for.
import type { UcumValidator, UcumVerdict } from './ucum-validator.js';

/**
 * Loads @lhncbc/ucum-lhc (about 0.6 MB with its tables). Nothing else in Crit imports it.
 * @throws when the package is not there, as in a browser build that leaves it out.
 */
export async function loadUcumLhcValidator(): Promise<UcumValidator> {
    const { default: ucum } = await import('@lhncbc/ucum-lhc');
    const library = ucum.UcumLhcUtils.getInstance();
    return {
        validate(code): UcumVerdict {
            // It reads numbers with a point digit by digit ("1.73" as 1 times 73), which no writer means.
            if (code === '' || /\d\.\d/.test(code.replace(/\{[^}]*\}/g, ''))) {
                return { valid: false };
            }
            try {
                const { unit, origString, retMsg } = library.getSpecifiedUnit(code, 'validate', false);
                // "__proto__" finds an object of JavaScript in its tables; a unit has a size.
                if (unit === null || typeof unit.magnitude_ !== 'number' || origString !== code || retMsg.length > 0) {
                    return { valid: false };
                }
                return { valid: true, exponents: (unit.dim_?.dimVec_ ?? []).map(withoutNegativeZero), magnitude: unit.magnitude_ };
            } catch {
                return { valid: false };
            }
        },
    };
}

/** Its exponents below the line are −0 where they are zero. */
function withoutNegativeZero(exponent: number): number {
    return exponent + 0;
}
