// Rounding for people: the text is near the number, and says whether it is still exact.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Rational } from '@crit-lang/model/exact/rational.js';
import { roundForDisplay } from '@crit-lang/model/exact/rounding.js';

describe('rounding for display', function () {
    for (const [value, digits, text, exact] of [
        ['0', 3, '0', true],
        ['1.5', 4, '1.5', true],
        ['97.2624', 4, '97.26', false],
        ['1234', 2, '1234', true],
        ['1234.5', 2, '1235', false],
        ['2/3', 3, '0.667', false],
        ['-2/3', 3, '-0.667', false],
        ['0.5', 1, '0.5', true],
        ['2.5', 1, '3', false],
        ['-2.5', 1, '-3', false],
        ['9.996', 3, '10', false],
        ['0.00012345', 2, '0.00012', false],
        ['1/3000000000000', 2, '3.3 × 10^-13', false],
        ['99996000000000000000', 3, '1 × 10^20', false],
        ['20000000000000000', 3, '2 × 10^16', true],
    ] as const) {
        it(`shows ${value} with ${digits} digits as ${text}`, function () {
            assert.deepEqual(roundForDisplay(Rational.from(value), digits), { text, exact });
        });
    }

    it('stays within half a step of the last digit, and is the number itself where it says so', function () {
        const value = fc.tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.bigInt({ min: 1n, max: 10n ** 9n })).map(([n, d]) => Rational.of(n, d));
        fc.assert(
            fc.property(value, fc.integer({ min: 1, max: 10 }), (number, digits) => {
                const shown = roundForDisplay(number, digits);
                const [mantissa = '', power = '0'] = shown.text.split(' × 10^');
                const read = Rational.from(mantissa).multiply(Rational.of(10n).power(Number(power)));
                assert.equal(read.equals(number), shown.exact);
                const error = read.subtract(number).absolute();
                assert.ok(
                    error
                        .multiply(Rational.of(2n))
                        .multiply(Rational.of(10n).power(digits - 1))
                        .compare(number.absolute()) <= 0,
                );
            }),
        );
    });

    it('refuses a count of digits that nobody can mean', function () {
        for (const digits of [0, -1, 1.5, 51, Number.NaN]) {
            assert.throws(() => roundForDisplay(Rational.ONE, digits), RangeError);
        }
    });
});
