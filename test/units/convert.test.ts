// Exact conversion against ucum-lhc (within 1e-9), against itself (there and back), and at the values that laboratories know.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Rational } from '@crit-lang/model/exact/rational.js';
import { commonUnitCodes } from '@crit-lang/model/units/common-units.js';
import { compareUnits, sameDimension } from '@crit-lang/model/units/compare.js';
import type { ConversionOptions } from '@crit-lang/model/units/convert.js';
import { convert } from '@crit-lang/model/units/convert.js';
import { libraryConversion, relativeError, toDouble } from './ucum-library.js';
import { unit } from './units.js';

const exactly = (value: string, from: string, to: string, options: ConversionOptions = {}): string => {
    const conversion = convert(Rational.from(value), unit(from), unit(to), options);
    return conversion.ok ? conversion.value.toString() : conversion.reason;
};
const rational = (text: string) => Rational.from(text);
const codes = commonUnitCodes();
const common = codes.map(unit);
/** Pairs of different common units that are comparable. */
const pairs = common.flatMap((one) => common.filter((two) => one !== two && sameDimension(one, two)).map((two) => [one.ucum, two.ucum] as const));
const value = fc.tuple(fc.integer({ min: -100_000, max: 100_000 }), fc.integer({ min: 1, max: 1000 })).map(([n, d]) => Rational.of(BigInt(n), BigInt(d)));

const KNOWN: readonly (readonly [value: string, from: string, to: string, expected: string, options?: ConversionOptions])[] = [
    ['1500', '/mm3', '10^9/L', '1.5'],
    ['1.5', 'x 10^9/L', 'cells/µL', '1500'],
    ['100', 'K/uL', '10^9/L', '100'],
    ['4', 'g/24 h', 'mg/day', '4000'],
    ['1', 'years', 'months', '12'],
    ['1', 'lb', 'kg', '0.45359237'],
    ['1', 'mmHg', 'kPa', '0.133322'],
    ['60', 'mL/min/1.73 m2', 'mL/s/{1.73_m2}', '1'],
    ['3', 'Wood units', 'dyn·s/cm5', '239.9796'],
    // Temperatures: the offset counts for values and not for differences.
    ['98.6', '°F', '°C', '37'],
    ['38', '°C', '°F', '100.4'],
    ['0', '°C', 'K', '273.15'],
    ['-40', '°C', '°F', '-40'],
    ['1', '°C', '°F', '1.8', { difference: true }],
    // Molar masses: creatinine 113.12, glucose 180.16 g/mol.
    ['1', 'mg/dL', 'µmol/L', '62500/707', { molarMass: rational('113.12') }],
    ['1.5', 'mg/dL', 'µmol/L', '93750/707', { molarMass: rational('113.12') }],
    ['7', 'mmol/L', 'mg/dL', '126.112', { molarMass: rational('180.16') }],
    ['300', 'mg/g', 'mg/mmol', '33.936', { molarMass: rational('113.12') }],
    ['30', 'mg/mmol', 'mg/g', '187500/707', { molarMass: rational('113.12') }],
    ['300', 'mg/g creatinine', 'mg/mmol creatinine', '33.936', { molarMass: rational('113.12') }],
    // International units: an enzyme's is the U, vitamin D's is 0.025 µg.
    ['40', 'IU/L', 'U/L', '40', { internationalUnit: { value: rational('1'), unit: unit('U') } }],
    ['30', 'ng/mL', 'IU/mL', '1.2', { internationalUnit: { value: rational('0.025'), unit: unit('µg') } }],
    ['800', 'IU/day', 'µg/day', '20', { internationalUnit: { value: rational('0.025'), unit: unit('µg') } }],
    ['1000', 'IU/L', 'nmol/L', '62.5', { internationalUnit: { value: rational('0.025'), unit: unit('µg') }, molarMass: rational('400') }],
    // Charges: calcium 2+ with 40.08 g/mol.
    ['5', 'mEq/L', 'mmol/L', '2.5', { charge: rational('2') }],
    ['5', 'mEq/L', 'mg/dL', '10.02', { charge: rational('2'), molarMass: rational('40.08') }],
    ['4', 'mmol/L', 'mEq/L', '4', { charge: rational('1') }],
    // HbA1c by the master equation.
    ['48', 'mmol/mol', '%', '6.54304', { relation: 'hba1c' }],
    ['6.54304', '%', 'mmol/mol', '48', { relation: 'hba1c' }],
    ['10', 'mmol/mol', '%', '0.9148', { relation: 'hba1c', difference: true }],
    ['7', '%', '%', '7', { relation: 'hba1c' }],
    // What is not known is not guessed.
    ['1', 'mg/dL', 'µmol/L', 'needs-molar-mass'],
    ['1', 'mg/dL', 'µmol/L', 'needs-molar-mass', { molarMass: rational('0') }],
    ['1', 'mg/dL', 'µmol/L', 'needs-molar-mass', { molarMass: rational('-113') }],
    ['1', 'mg/dL', 'µmol/L', 'needs-molar-mass', { charge: rational('1'), relation: 'hba1c' }],
    ['6.5', '%', 'mmol/mol', 'needs-relation'],
    ['6.5', '%', 'mmol/mol', 'needs-relation', { molarMass: rational('16000') }],
    ['1', 'mL/min', 'mL/min/1.73 m2', 'annotation-differs', { molarMass: rational('1') }],
    ['1', 'mg/g creatinine', 'mg/mmol', 'needs-molar-mass', { molarMass: rational('113.12') }],
    ['1', 'months', 'days', 'calendar', { molarMass: rational('1') }],
    ['2', 'log10 copies/mL', 'copies/mL', 'logarithmic', { molarMass: rational('1') }],
    ['1', 'mg/dL', 'mmHg', 'different-dimension', { molarMass: rational('1') }],
    ['1', 'IU/L', 'U/L', 'needs-international-unit', { internationalUnit: { value: rational('1'), unit: unit('°C') } }],
];

describe('converting values', function () {
    for (const [number, from, to, expected, options] of KNOWN) {
        it(`${number} ${from} in ${to} is ${expected}`, function () {
            assert.equal(exactly(number, from, to, options), expected);
        });
    }

    it('agrees with ucum-lhc within 1e-9 for every comparable pair of common units', function () {
        let compared = 0;
        for (const [from, to] of pairs) {
            const library = libraryConversion(7.25, from, to);
            const conversion = convert(rational('7.25'), unit(from), unit(to));
            assert.ok(conversion.ok);
            if (library !== undefined && library !== 0) {
                assert.ok(relativeError(toDouble(conversion.value), library) <= 1e-9, `${from} to ${to}`);
                compared += 1;
            }
        }
        assert.ok(compared > 1500, `only ${compared} pairs were compared`);
    });

    it('agrees with ucum-lhc within 1e-9 between mass and amount, whatever the molar mass', function () {
        const mass = fc.constantFrom('mg/dL', 'g/L', 'ug/mL', 'ng/dL', 'mg/L');
        const amount = fc.constantFrom('mmol/L', 'umol/L', 'nmol/mL', 'pmol/L');
        fc.assert(
            fc.property(fc.tuple(mass, amount), fc.boolean(), fc.integer({ min: 1, max: 100_000 }), (units, turned, hundredths) => {
                const [from, to] = turned ? [units[1], units[0]] : units;
                const conversion = convert(Rational.ONE, unit(from), unit(to), { molarMass: Rational.of(BigInt(hundredths), 100n) });
                const library = libraryConversion(1, from, to, { molecularWeight: hundredths / 100 });
                assert.ok(conversion.ok && library !== undefined);
                assert.ok(relativeError(toDouble(conversion.value), library) <= 1e-9);
            }),
            { numRuns: 300 },
        );
    });

    it('comes back to the same number, exactly', function () {
        fc.assert(
            fc.property(fc.constantFrom(...pairs), value, fc.boolean(), ([from, to], number, difference) => {
                const there = convert(number, unit(from), unit(to), { difference });
                assert.ok(there.ok);
                const back = convert(there.value, unit(to), unit(from), { difference });
                assert.ok(back.ok && back.value.equals(number));
            }),
            { numRuns: 1000 },
        );
    });

    it('comes back exactly from HbA1c scales and over what is known of a substance', function () {
        const facts: ConversionOptions = {
            molarMass: rational('113.12'),
            charge: rational('2'),
            internationalUnit: { value: rational('0.3'), unit: unit('mg') },
            relation: 'hba1c',
        };
        const ways = [
            ['%', 'mmol/mol'],
            ['mg/dL', 'µmol/L'],
            ['mEq/L', 'mg/L'],
            ['IU/mL', 'mEq/L'],
            ['IU/day', 'mmol/day'],
            ['mg/mmol', 'µg/mg'],
        ] as const;
        fc.assert(
            fc.property(fc.constantFrom(...ways), value, ([from, to], number) => {
                const there = convert(number, unit(from), unit(to), facts);
                assert.ok(there.ok);
                const back = convert(there.value, unit(to), unit(from), facts);
                assert.ok(back.ok && back.value.equals(number));
            }),
        );
    });

    it('keeps the order of values, as it says', function () {
        const facts: ConversionOptions = { molarMass: rational('113.12'), relation: 'hba1c' };
        fc.assert(
            fc.property(fc.constantFrom(...pairs, ['%', 'mmol/mol'] as const, ['mg/dL', 'µmol/L'] as const), value, value, ([from, to], one, two) => {
                const [first, second] = [convert(one, unit(from), unit(to), facts), convert(two, unit(from), unit(to), facts)];
                assert.ok(first.ok && second.ok && first.keepsOrder && second.keepsOrder);
                assert.equal(first.value.compare(second.value), one.compare(two));
            }),
        );
    });

    it('passes through a third unit without a trace', function () {
        fc.assert(
            fc.property(fc.constantFrom(...pairs), fc.constantFrom(...codes), value, ([from, to], over, number) => {
                fc.pre(sameDimension(unit(from), unit(over)));
                const [straight, first] = [convert(number, unit(from), unit(to)), convert(number, unit(from), unit(over))];
                assert.ok(straight.ok && first.ok);
                const second = convert(first.value, unit(over), unit(to));
                assert.ok(second.ok && second.value.equals(straight.value));
            }),
            { numRuns: 200, maxSkipsPerRun: 1000 },
        );
    });

    it('converts exactly those pairs that are comparable when nothing is known of the substance', function () {
        const any = fc.constantFrom(...codes);
        fc.assert(
            fc.property(any, any, (from, to) => {
                const comparison = compareUnits(unit(from), unit(to));
                const conversion = convert(Rational.ONE, unit(from), unit(to));
                assert.equal(conversion.ok, comparison.comparable);
                assert.equal(conversion.ok ? '' : conversion.reason, comparison.comparable ? '' : comparison.reason);
            }),
            { numRuns: 1000 },
        );
    });
});
