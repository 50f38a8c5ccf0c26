// Exact rational numbers: the only arithmetic that thresholds, doses and unit factors ever meet.
import { finiteDecimals, greatestCommonDivisor } from './integers.js';

/** Digits that a written number may have on each side of the fraction bar; no measurement comes near it. */
export const MAXIMUM_WRITTEN_DIGITS = 60;

/** Largest exponent of `Rational.power`, in either direction: keeps a hostile exponent from filling the memory. */
export const MAXIMUM_EXPONENT = 1000;

export type NumberReadFailure = 'not-a-number' | 'too-many-digits' | 'zero-denominator';

/** A number that was read, or why it could not be (the message speaks to the one who wrote it). */
export type NumberReading =
    { readonly ok: true; readonly value: Rational } | { readonly ok: false; readonly reason: NumberReadFailure; readonly message: string };

const DECIMAL = /^([+-]?)(\d+)(?:\.(\d+))?$/;
const FRACTION = /^([+-]?)(\d+)\/(\d+)$/;

/** An exact fraction in lowest terms with a positive denominator. Instances never change. */
export class Rational {
    static readonly ZERO = new Rational(0n, 1n);
    static readonly ONE = new Rational(1n, 1n);

    readonly numerator: bigint;
    readonly denominator: bigint;

    private constructor(numerator: bigint, denominator: bigint) {
        this.numerator = numerator;
        this.denominator = denominator;
        Object.freeze(this);
    }

    /**
     * `numerator / denominator` in lowest terms.
     * @throws RangeError when the denominator is zero.
     */
    static of(numerator: bigint, denominator = 1n): Rational {
        if (denominator === 0n) {
            throw new RangeError('A fraction cannot have the denominator zero.');
        }
        const divisor = greatestCommonDivisor(numerator, denominator);
        const sign = denominator < 0n ? -1n : 1n;
        return new Rational((sign * numerator) / divisor, (sign * denominator) / divisor);
    }

    /**
     * Reads a plain decimal ("1.5", "-2") or a fraction ("1/3"). Powers of ten, thousands separators and blanks are refused:
     * the language reads those itself, and guessing at "1,500" would be worse than asking.
     * @param maximumDigits digits allowed on each side of the fraction bar (raise it only for numbers that a machine wrote).
     */
    static parse(text: string, maximumDigits = MAXIMUM_WRITTEN_DIGITS): NumberReading {
        // Checked first: two parts, two signs and a point are all that may stand beside the digits.
        if (text.length > 2 * maximumDigits + 3) {
            return tooManyDigits(maximumDigits);
        }
        const decimal = DECIMAL.exec(text);
        if (decimal) {
            const [, sign = '', whole = '', fraction = ''] = decimal;
            if (whole.length + fraction.length > maximumDigits) {
                return tooManyDigits(maximumDigits);
            }
            const numerator = BigInt(whole + fraction);
            return { ok: true, value: Rational.of(sign === '-' ? -numerator : numerator, 10n ** BigInt(fraction.length)) };
        }
        const parts = FRACTION.exec(text);
        if (!parts) {
            return { ok: false, reason: 'not-a-number', message: 'This is no number. Write it with digits and a point, such as 1.5.' };
        }
        const [, sign = '', above = '', below = ''] = parts;
        if (above.length > maximumDigits || below.length > maximumDigits) {
            return tooManyDigits(maximumDigits);
        }
        const denominator = BigInt(below);
        if (denominator === 0n) {
            return { ok: false, reason: 'zero-denominator', message: 'A fraction cannot have the denominator zero.' };
        }
        const numerator = BigInt(above);
        return { ok: true, value: Rational.of(sign === '-' ? -numerator : numerator, denominator) };
    }

    /**
     * The number that a constant of the program spells.
     * @throws RangeError when the text is no number: use `parse` for what a user wrote.
     */
    static from(text: string): Rational {
        const reading = Rational.parse(text, 10 * MAXIMUM_WRITTEN_DIGITS);
        if (!reading.ok) {
            throw new RangeError(reading.message);
        }
        return reading.value;
    }

    /** -1 when this is less than `other`, 0 when equal, 1 when greater. */
    compare(other: Rational): -1 | 0 | 1 {
        const difference = this.numerator * other.denominator - other.numerator * this.denominator;
        return difference < 0n ? -1 : difference > 0n ? 1 : 0;
    }

    equals(other: Rational): boolean {
        return this.numerator === other.numerator && this.denominator === other.denominator;
    }

    add(other: Rational): Rational {
        return Rational.of(this.numerator * other.denominator + other.numerator * this.denominator, this.denominator * other.denominator);
    }

    subtract(other: Rational): Rational {
        return this.add(other.negate());
    }

    multiply(other: Rational): Rational {
        return Rational.of(this.numerator * other.numerator, this.denominator * other.denominator);
    }

    /** @throws RangeError when `other` is zero: ask `other.isZero` first. */
    divide(other: Rational): Rational {
        return Rational.of(this.numerator * other.denominator, this.denominator * other.numerator);
    }

    /**
     * This number to a whole power.
     * @throws RangeError for an exponent that is no integer or beyond `MAXIMUM_EXPONENT`, and for zero to a negative power.
     */
    power(exponent: number): Rational {
        if (!Number.isInteger(exponent) || Math.abs(exponent) > MAXIMUM_EXPONENT) {
            throw new RangeError(`An exponent is a whole number between -${MAXIMUM_EXPONENT} and ${MAXIMUM_EXPONENT}.`);
        }
        const size = BigInt(Math.abs(exponent));
        const [above, below] = [this.numerator ** size, this.denominator ** size];
        return exponent < 0 ? Rational.of(below, above) : Rational.of(above, below);
    }

    negate(): Rational {
        return new Rational(-this.numerator, this.denominator);
    }

    absolute(): Rational {
        return this.numerator < 0n ? this.negate() : this;
    }

    get sign(): -1 | 0 | 1 {
        return this.numerator < 0n ? -1 : this.numerator > 0n ? 1 : 0;
    }

    get isZero(): boolean {
        return this.numerator === 0n;
    }

    get isInteger(): boolean {
        return this.denominator === 1n;
    }

    /** The greatest integer that is not above this number. */
    floor(): bigint {
        const quotient = this.numerator / this.denominator;
        return this.numerator < 0n && !this.isInteger ? quotient - 1n : quotient;
    }

    /** The least integer that is not below this number. */
    ceiling(): bigint {
        return -this.negate().floor();
    }

    /** The form on disk: "1.5" when the decimal is finite, else "1/3". `parse` reads it back to the same number. */
    toString(): string {
        const decimals = finiteDecimals(this.denominator);
        if (decimals === undefined) {
            return `${this.numerator}/${this.denominator}`;
        }
        const scaled = (this.absolute().numerator * 10n ** BigInt(decimals)) / this.denominator;
        const digits = scaled.toString().padStart(decimals + 1, '0');
        const whole = digits.slice(0, digits.length - decimals);
        return `${this.sign < 0 ? '-' : ''}${whole}${decimals === 0 ? '' : `.${digits.slice(-decimals)}`}`;
    }

    /** So that `JSON.stringify` writes the exact text and never a rounded number. */
    toJSON(): string {
        return this.toString();
    }
}

function tooManyDigits(maximumDigits: number): NumberReading {
    return { ok: false, reason: 'too-many-digits', message: `This number has more than ${maximumDigits} digits.` };
}
