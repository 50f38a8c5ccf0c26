// Which units may be compared, and the reason where they may not.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { commonUnitCodes } from '@crit-lang/model/units/common-units.js';
import type { IncomparableReason } from '@crit-lang/model/units/compare.js';
import { compareUnits, sameDimension } from '@crit-lang/model/units/compare.js';
import { unit } from './units.js';

const SAME: readonly (readonly [string, string])[] = [
    ['mg/dL', 'g/L'],
    ['10^9/L', '/mm3'],
    ['cells/mm3', '10^9/L'],
    ['K/uL', 'cells/µL'],
    ['µmol/L', 'mmol/L'],
    ['°C', '°F'],
    ['mmHg', 'kPa'],
    ['mL/min', 'L/h'],
    ['mL/min/1.73 m2', 'mL/s/{1.73_m2}'],
    ['% predicted', '% of predicted'],
    ['bpm', '/min'],
    ['points', '1'],
    ['g/24 h', 'mg/day'],
    ['years', 'months'],
    ['weeks', 'days'],
    ['U/L', 'µkat/L'],
    ['mOsm/kg', 'mmol/kg'],
    ['Wood units', 'dyn·s/cm5'],
    ['mg/g', 'mg/mg'],
    ['%', 'mg/g'],
    ['mg/g creatinine', 'µg/mg{CREAT}'],
    ['log10 copies/mL', 'log copies/mL'],
    ['kg/m2', 'g/cm2'],
    ['METs', 'mL/kg/min'],
    ['dB', 'dB'],
    ['degrees', 'deg'],
];
const APART: readonly (readonly [string, string, IncomparableReason])[] = [
    ['mL/min/1.73 m2', 'mL/min', 'annotation-differs'],
    ['% predicted', '%', 'annotation-differs'],
    ['% predicted', '% of baseline', 'annotation-differs'],
    ['copies/mL', '/mL', 'annotation-differs'],
    ['copies/mL', 'cells/mL', 'annotation-differs'],
    ['mg/g creatinine', 'mg/g', 'annotation-differs'],
    ['ng/mL FEU', 'ng/mL DDU', 'annotation-differs'],
    ['mg/dose', 'mg', 'annotation-differs'],
    ['mg/dL', 'mmHg', 'different-dimension'],
    ['mg/dL', 'mg', 'different-dimension'],
    ['10^9/L', 'mmol/L', 'different-dimension'],
    ['copies/mL', 'IU/mL', 'needs-international-unit'],
    ['IU/L', 'U/L', 'needs-international-unit'],
    ['IU', 'µg', 'needs-international-unit'],
    ['mg/dL', 'µmol/L', 'needs-molar-mass'],
    ['mg/g', 'mg/mmol', 'needs-molar-mass'],
    ['mEq/L', 'mmol/L', 'needs-charge'],
    ['mEq/L', 'mg/dL', 'needs-charge'],
    ['%', 'mmol/mol', 'needs-relation'],
    ['months', 'days', 'calendar'],
    ['years', 'weeks', 'calendar'],
    ['mg/month', 'mg/day', 'calendar'],
    ['log10 copies/mL', 'copies/mL', 'logarithmic'],
    ['log10 copies/mL', 'log10 IU/mL', 'logarithmic'],
    ['[pH]', 'mol/L', 'logarithmic'],
    ['degrees', 'rad', 'irrational'],
    ['cells/HPF', 'cells/LPF', 'different-dimension'],
    ['half-lives', 'days', 'half-life'],
    ['half-lives', 'points', 'half-life'],
];

describe('comparing units', function () {
    for (const [one, two] of SAME) {
        it(`${one} and ${two} are comparable`, function () {
            assert.ok(sameDimension(unit(one), unit(two)));
            assert.ok(sameDimension(unit(two), unit(one)));
        });
    }

    for (const [one, two, reason] of APART) {
        it(`${one} and ${two} are not: ${reason}`, function () {
            for (const [first, second] of [
                [one, two],
                [two, one],
            ] as const) {
                const comparison = compareUnits(unit(first), unit(second));
                assert.equal(comparison.comparable ? 'comparable' : comparison.reason, reason);
                assert.match(comparison.comparable ? '' : comparison.message, /^\S.*\.$/);
            }
        });
    }

    it('says in plain words what differs', function () {
        const comparison = compareUnits(unit('mg/dL'), unit('µmol/L'));
        assert.equal(
            comparison.comparable ? '' : comparison.message,
            'mg/dL measures mass concentration and µmol/L amount concentration: to convert them, the vocabulary must give the molar mass of the substance.',
        );
    });

    it('is an equivalence over the common units', function () {
        const any = fc.constantFrom(...commonUnitCodes()).map(unit);
        fc.assert(
            fc.property(any, any, any, (one, two, three) => {
                assert.ok(sameDimension(one, one));
                assert.equal(sameDimension(one, two), sameDimension(two, one));
                assert.ok(!(sameDimension(one, two) && sameDimension(two, three)) || sameDimension(one, three));
            }),
            { numRuns: 1000 },
        );
    });
});
