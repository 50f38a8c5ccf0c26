// Rounding of exact numbers for people to read. Nothing that is compared or stored ever passes through here.
import type { Rational } from './rational.js';

/** A number for people, and whether it is still the exact one (if not, say "about"). */
export interface DisplayedNumber {
    readonly text: string;
    readonly exact: boolean;
}

/** Zeros after the point or before it that people still read; beyond it the power of ten is written out. */
const READABLE_ZEROS = 9;

/**
 * The number to so many significant digits, half away from zero as taught at school, without needless zeros.
 * Digits before the point are never rounded away: 1234 stays 1234 even for two digits.
 * @param significantDigits 1 to 50.
 * @throws RangeError for another count of digits.
 */
export function roundForDisplay(value: Rational, significantDigits = 4): DisplayedNumber {
    if (!Number.isInteger(significantDigits) || significantDigits < 1 || significantDigits > 50) {
        throw new RangeError('Numbers are shown with 1 to 50 significant digits.');
    }
    if (value.isZero) {
        return { text: '0', exact: true };
    }
    const sign = value.sign < 0 ? '-' : '';
    const size = value.absolute();
    const magnitude = decimalMagnitude(size);
    if (magnitude > READABLE_ZEROS + 6 || magnitude < -READABLE_ZEROS) {
        const scaled = roundAt(size, significantDigits - 1 - magnitude);
        const carried = scaled.digits === 10n ** BigInt(significantDigits);
        const mantissa = withPoint(carried ? scaled.digits / 10n : scaled.digits, significantDigits - 1);
        return { text: `${sign}${mantissa} × 10^${magnitude + (carried ? 1 : 0)}`, exact: scaled.exact };
    }
    const decimals = Math.max(0, significantDigits - 1 - magnitude);
    const scaled = roundAt(size, decimals);
    return { text: `${sign}${withPoint(scaled.digits, decimals)}`, exact: scaled.exact };
}

/** The power of ten of the first significant digit: 0 for 1 to under 10, -1 for 0.1 to under 1. `size` is positive. */
function decimalMagnitude(size: Rational): number {
    const above = size.numerator.toString().length;
    const below = size.denominator.toString().length;
    const guess = above - below;
    // The digit counts leave two candidates; one exact comparison decides.
    const reaches = guess >= 0 ? size.numerator >= size.denominator * 10n ** BigInt(guess) : size.numerator * 10n ** BigInt(-guess) >= size.denominator;
    return reaches ? guess : guess - 1;
}

function roundAt(size: Rational, decimals: number): { digits: bigint; exact: boolean } {
    const above = decimals >= 0 ? size.numerator * 10n ** BigInt(decimals) : size.numerator;
    const below = decimals >= 0 ? size.denominator : size.denominator * 10n ** BigInt(-decimals);
    return { digits: (2n * above + below) / (2n * below), exact: above % below === 0n };
}

function withPoint(digits: bigint, decimals: number): string {
    const text = digits.toString().padStart(decimals + 1, '0');
    const whole = text.slice(0, text.length - decimals);
    const fraction = text.slice(text.length - decimals).replace(/0+$/, '');
    return fraction === '' ? whole : `${whole}.${fraction}`;
}
