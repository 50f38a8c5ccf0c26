// Where a unit ends in running text: each line has a | where the unit ends.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { scanUnit } from '@crit-lang/model/units/scan.js';

// prettier-ignore
const stopWords = new Set([
    'of', 'or', 'and', 'not', 'times', 'occasions', 'before', 'after', 'within', 'at', 'in', 'on', 'by', 'each', 'for', 'from', 'to', 'a',
    'relative', 'is',
]);
const scan = (text: string, offset = 0): number => scanUnit(text, offset, { stopWords });

// prettier-ignore
const UNITS: readonly string[] = [
    'x 10^9/L| before screening', 'x10^9/L|', '×10⁹/L|, and', '× 10⁹/L| or', '10^9/L| at screening', '10*9/L|', '10E9/L|', 'x 10(9)/L|',
    'x 10^6 cells/kg| at infusion', 'x 10^6| CAR-T cells', 'mL/min/1.73 m2|, foo', 'mL/min/1.73 m²| by CKD-EPI', 'mL/min/{1.73_m2}|)',
    'mL/min/1.73|', 'mL/min| by Cockcroft-Gault', 'g/24 h| }', 'g/24 hours| within', 'g/day| or equivalent', 'g per day| for', 'mg/kg/day|;',
    'mg / dL| and', '% predicted|', '% of predicted| in', '%| of { a, b }', '%| relative from baseline', '%|', 'percent of predicted|', 'mm Hg| or',
    'mmHg|', 'cm H2O|', '/mm3|;', '/mm³|', '/µL|', '/cu mm|', 'per mm3|', 'per cubic millimeter|', 'cells/µL|', 'cells per microliter| on',
    'copies/mL|', '{copies}/mL|', 'log10 copies/mL|', 'K/µL|', 'IU/L|', '[IU]/L|', 'half-lives| before infusion', 'half lives| or',
    'months| before screening', 'years|}', 'years|{', 'Wood units| or', 'international units/L|', 'beats per minute|', '°C|', 'degrees Celsius| at',
    'mg/g creatinine| at', 'ng/mL FEU|', 'mg/(kg.d)| x', 'mg.kg-1.d-1| of', 'dyn·s·cm⁻⁵|', 'mg|. The', 'mg|\n/dL', 'mg| daily', 'mg/48 h|',
    'mg{free}|', 'gramm| of', 'mgdl|', 'mg/dLL| or', 'foo/bar|', 'mmHg| / 3', 'kg| / height', 'mg|/of', 'mg|/ of', 'mg|//dL', 'mg|     /dL',
    'x 10^9|', 'million cells/kg| at', 'million IU| per', 'million|. The', 'mmol/mol|', 'kg/m^2|', "months|' treatment", 'x-ray-units|',
];
// prettier-ignore
const NONE: readonly string[] = [
    '', ' mg', ', mg', '; mg', ') mg', '} mg', '\nmg', 'of 3', 'or mg', 'x ULN', 'xULN', '× ULN', '×ULN', 'x LLN', 'x upper limit', 'x', 'times ULN',
    'to 20 mg', '/ 2', '/80 mmHg', '/', '<= 3', '3', '-2', '10', '1.73', '{ a, b }', '{a}', '"x"', "'type 1 diabetes'", '(mg)', '.', '…', '*', '#',
];

describe('scanning units', function () {
    for (const line of UNITS) {
        const unit = line.slice(0, line.indexOf('|'));
        const rest = line.slice(unit.length + 1);
        it(`takes ${unit} from ${JSON.stringify(unit + rest)}`, function () {
            assert.equal(scan(unit + rest), unit.length);
            assert.equal(scan(`at least 20 ${unit + rest}`, 'at least 20 '.length), unit.length, 'from an offset');
        });
    }

    for (const text of NONE) {
        it(`finds no unit in ${JSON.stringify(text)}`, function () {
            assert.equal(scan(text), 0);
        });
    }

    it('never reaches past a line end, a comma, a semicolon or a closing bracket', function () {
        const pieces = fc.constantFrom(
            'mg',
            '/',
            ' ',
            'per ',
            '10^9',
            'x ',
            '{a}',
            '(',
            ')',
            '.',
            '1.73',
            'm2',
            ',',
            ';',
            '\n',
            '}',
            '%',
            'predicted',
            'of',
            'µ',
            '²',
            '\r',
            '𝒳',
            '\ud800',
        );
        fc.assert(
            fc.property(fc.array(pieces, { maxLength: 15 }), fc.nat(5), (parts, start) => {
                const text = parts.join('');
                const length = scan(text, start);
                assert.ok(length >= 0 && start + length <= Math.max(start, text.length));
                assert.doesNotMatch(text.slice(start, start + length), /[,;\r\n]|^\s|\s$/);
            }),
            { numRuns: 1500 },
        );
    });

    it('is linear on a line of 200,000 characters, whatever stands there', function () {
        for (const piece of [
            'm',
            '/',
            'mg/',
            'x ',
            ' ',
            '1',
            '.',
            'a.b',
            '{',
            '{a}',
            '(',
            'per ',
            'mg per ',
            '10^',
            '10^9',
            '²',
            '%',
            '-a',
            '[a]',
            '[',
            '/24 h',
            'mm Hg ',
            '°',
            'log10 ',
        ]) {
            const line = piece.repeat(Math.ceil(200_000 / piece.length));
            // As a lexer does: on behind each unit, and one character on where there is none. A quadratic scan would run into the timeout.
            for (let offset = 0; offset < line.length;) offset += Math.max(1, scan(line, offset));
        }
    });
});
