// What is shown for a unit is read back as the same unit, and quantities look as a protocol writes them.
import assert from 'node:assert/strict';
import { commonUnitCodes } from '@crit-lang/model/units/common-units.js';
import { displayQuantity } from '@crit-lang/model/units/display-quantity.js';
import { displayUnit } from '@crit-lang/model/units/display.js';
import { parseUnit } from '@crit-lang/model/units/parse.js';
import { scanUnit } from '@crit-lang/model/units/scan.js';

const stopWords = new Set(['of', 'or', 'and', 'before', 'in', 'at', 'to']);

describe('display of units', function () {
    it('is read back to the same code for every common unit, in both styles', function () {
        for (const code of commonUnitCodes()) {
            for (const style of ['source', 'print'] as const) {
                const shown = displayUnit(code, style);
                const reading = parseUnit(shown);
                assert.equal(reading.ok ? reading.unit.ucum : reading.message, code, shown);
            }
        }
    });

    it('is one unit for the lexer, whatever follows', function () {
        for (const code of commonUnitCodes().filter((code) => code !== '1')) {
            const shown = displayUnit(code);
            for (const rest of ['', ' before screening', ', x', '}', ' or x', ')']) {
                assert.equal(scanUnit(shown + rest, 0, { stopWords }), shown.length, shown + rest);
            }
        }
    });

    for (const [code, source, print] of [
        ['10*9/L', '10^9/L', '10⁹/L'],
        ['mL/min/{1.73_m2}', 'mL/min/1.73 m2', 'mL/min/1.73 m²'],
        ['ug/dL', 'µg/dL', 'µg/dL'],
        ['[IU]/L', 'IU/L', 'IU/L'],
        ['mm[Hg]', 'mmHg', 'mmHg'],
        ['%{predicted}', '% predicted', '% predicted'],
        ['Cel', '°C', '°C'],
        ['a', 'years', 'years'],
        ['mg/kg/d', 'mg/kg/day', 'mg/kg/day'],
        ['/mm3', '/mm3', '/mm³'],
        ['10*6{cells}/kg', '10^6 cells/kg', '10⁶ cells/kg'],
        ['{Log_copies}/mL', 'log10 copies/mL', 'log10 copies/mL'],
        ['mg/g{creat}', 'mg/g creatinine', 'mg/g creatinine'],
        ['dyn.s/cm5', 'dyn.s/cm5', 'dyn·s/cm⁵'],
        ['m2.s-1', 'm2.s-1', 'm²·s⁻¹'],
        ['mg/{made_up}', 'mg/{made_up}', 'mg/{made_up}'],
    ] as const) {
        it(`shows ${code} as ${source}`, function () {
            assert.equal(displayUnit(code), source);
            assert.equal(displayUnit(code, 'print'), print);
        });
    }

    for (const [value, code, source, print] of [
        ['20', '10*9/L', '20 x 10^9/L', '20 × 10⁹/L'],
        ['1', 'a', '1 year', '1 year'],
        ['6', 'mo', '6 months', '6 months'],
        ['1.5', 'a', '1.5 years', '1.5 years'],
        ['70', '%', '70 %', '70%'],
        ['70', '%{predicted}', '70 % predicted', '70% predicted'],
        ['1500', '/mm3', '1500 /mm3', '1500/mm³'],
        ['5', '{half-life}', '5 half-lives', '5 half-lives'],
        ['37', 'Cel', '37 °C', '37 °C'],
        ['8', null, '8', '8'],
    ] as const) {
        it(`writes ${source}`, function () {
            assert.equal(displayQuantity(value, code), source);
            assert.equal(displayQuantity(value, code, 'print'), print);
        });
    }
});
