// Exact rationals against plain integers: every operation is checked by cross-multiplication, every text by reading it back.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { MAXIMUM_EXPONENT, MAXIMUM_WRITTEN_DIGITS, Rational } from '@crit-lang/model/exact/rational.js';

const integer = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n });
const positive = fc.bigInt({ min: 1n, max: 10n ** 30n });
const small = fc.bigInt({ min: -50n, max: 50n });
const rational = fc.oneof(fc.tuple(integer, positive), fc.tuple(small, fc.bigInt({ min: 1n, max: 40n }))).map(([n, d]) => Rational.of(n, d));

/** Whether the rational is n/d, by integers alone. */
const is = (value: Rational, n: bigint, d: bigint): boolean => value.numerator * d === n * value.denominator;
const lowest = (value: Rational): boolean => {
    const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b));
    return value.denominator > 0n && gcd(value.numerator, value.denominator) === 1n;
};
const property = <Values>(name: string, run: fc.IProperty<Values>): void => {
    it(name, function () {
        fc.assert(run, { numRuns: 300 });
    });
};

describe('exact rationals', function () {
    property(
        'add, subtract, multiply, divide as fractions do, in lowest terms',
        fc.property(integer, positive, integer, positive, (a, b, c, d) => {
            const [one, two] = [Rational.of(a, b), Rational.of(c, d)];
            const results = [one.add(two), one.subtract(two), one.multiply(two), ...(c === 0n ? [] : [one.divide(two)])];
            assert.ok(results.every(lowest));
            assert.ok(is(one.add(two), a * d + c * b, b * d));
            assert.ok(is(one.subtract(two), a * d - c * b, b * d));
            assert.ok(is(one.multiply(two), a * c, b * d));
            assert.ok(c === 0n || is(one.divide(two), a * d, b * c));
        }),
    );

    property(
        'compare by cross-multiplication',
        fc.property(integer, positive, integer, positive, (a, b, c, d) => {
            const [one, two] = [Rational.of(a, b), Rational.of(c, d)];
            const expected = a * d < c * b ? -1 : a * d > c * b ? 1 : 0;
            assert.equal(one.compare(two), expected);
            assert.equal(one.equals(two), expected === 0);
        }),
    );

    property(
        'raise to powers as repeated multiplication does',
        fc.property(rational, fc.integer({ min: 0, max: 12 }), (base, exponent) => {
            const product = Array.from({ length: exponent }).reduce<Rational>((sum) => sum.multiply(base), Rational.ONE);
            assert.ok(base.power(exponent).equals(product));
            assert.ok(base.isZero || base.power(-exponent).equals(Rational.ONE.divide(product)));
        }),
    );

    property(
        'round down and up to the integers around them',
        fc.property(rational, (value) => {
            const [floor, ceiling] = [Rational.of(value.floor()), Rational.of(value.ceiling())];
            assert.ok(floor.compare(value) <= 0 && ceiling.compare(value) >= 0);
            assert.equal(ceiling.subtract(floor).toString(), value.isInteger ? '0' : '1');
        }),
    );

    property(
        'are read back from their text to the same number',
        fc.property(rational, (value) => {
            const reading = Rational.parse(value.toString(), 400);
            assert.ok(reading.ok && reading.value.equals(value));
            assert.equal(JSON.stringify({ value }), `{"value":"${value.toString()}"}`);
        }),
    );

    property(
        'print a decimal where the decimal ends, else a fraction',
        fc.property(rational, (value) => {
            let rest = value.denominator;
            for (const prime of [2n, 5n]) while (rest % prime === 0n) rest /= prime;
            assert.match(value.toString(), rest === 1n ? /^-?\d+(\.\d*[1-9])?$/ : /^-?\d+\/\d+$/);
        }),
    );

    property(
        'read decimals as the digits stand',
        fc.property(fc.stringMatching(/^-?\d{1,25}\.\d{1,25}$/), (text) => {
            const reading = Rational.parse(text);
            const decimals = text.length - text.indexOf('.') - 1;
            assert.ok(reading.ok && is(reading.value, BigInt(text.replace('.', '')), 10n ** BigInt(decimals)));
        }),
    );

    it('keeps 1.8 = 1.5 × 1.2, which binary doubles do not', function () {
        assert.notEqual(1.5 * 1.2, 1.8);
        assert.ok(Rational.from('1.5').multiply(Rational.from('1.2')).equals(Rational.from('1.8')));
    });

    for (const [text, expected] of [
        ['1.50', '1.5'],
        ['-0.0', '0'],
        ['007', '7'],
        ['+3', '3'],
        ['10/4', '2.5'],
        ['-1/3', '-1/3'],
        ['2/6', '1/3'],
    ] as const) {
        it(`reads ${text} as ${expected}`, function () {
            const reading = Rational.parse(text);
            assert.equal(reading.ok ? reading.value.toString() : reading.message, expected);
        });
    }

    for (const text of [
        '',
        ' ',
        '.',
        '1.',
        '.5',
        '1e3',
        '1,5',
        '1 000',
        '--1',
        '1/',
        '/2',
        '1/-2',
        '1.5/2',
        'NaN',
        'Infinity',
        '0x10',
        '１',
        '1\n',
        '__proto__',
    ]) {
        it(`refuses ${JSON.stringify(text)}`, function () {
            const reading = Rational.parse(text);
            assert.equal(reading.ok ? 'read' : reading.reason, 'not-a-number');
        });
    }

    it('refuses a denominator of zero and too many digits, at once', function () {
        const reasonOf = (text: string) => {
            const reading = Rational.parse(text);
            return reading.ok ? 'read' : reading.reason;
        };
        assert.equal(reasonOf('1/0'), 'zero-denominator');
        assert.equal(reasonOf('9'.repeat(MAXIMUM_WRITTEN_DIGITS)), 'read');
        assert.equal(reasonOf('9'.repeat(MAXIMUM_WRITTEN_DIGITS + 1)), 'too-many-digits');
        assert.equal(reasonOf(`0.${'1'.repeat(MAXIMUM_WRITTEN_DIGITS)}`), 'too-many-digits');
        assert.equal(reasonOf('7'.repeat(10_000_000)), 'too-many-digits');
        assert.equal(reasonOf(`1/${'7'.repeat(100)}`), 'too-many-digits');
    });

    it('throws for what the program must not ask', function () {
        assert.throws(() => Rational.of(1n, 0n), RangeError);
        assert.throws(() => Rational.ONE.divide(Rational.ZERO), RangeError);
        assert.throws(() => Rational.ZERO.power(-1), RangeError);
        assert.throws(() => Rational.ONE.power(0.5), RangeError);
        assert.throws(() => Rational.of(2n).power(MAXIMUM_EXPONENT + 1), RangeError);
        assert.throws(() => Rational.from('twelve'), RangeError);
    });

    it('never changes', function () {
        assert.throws(() => {
            (Rational.ONE as { numerator: bigint }).numerator = 2n;
        }, TypeError);
    });
});
