// Units outside the tables: Crit's own reading, the library's veto, and what neither can size.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseUcum, parseUnit } from '@crit-lang/model/units/parse.js';
import { loadUcumLhcValidator } from '@crit-lang/model/units/ucum-lhc-validator.js';
import type { UcumValidator } from '@crit-lang/model/units/ucum-validator.js';

describe('units outside the tables', function () {
    let library: UcumValidator;
    before(async function () {
        library = await loadUcumLhcValidator();
    });

    it('are read with and without the library', function () {
        for (const written of ['fg/dL', 'mmol/m2/week', '[foz_us]', 'mg/(48.h)', 'kg.m/s2', 'mL/min/{100_g}']) {
            for (const options of [{}, { validator: library }]) {
                assert.ok(parseUnit(written, options).ok, written);
            }
        }
    });

    it('ask the library only where the tables end', function () {
        const asked: string[] = [];
        const validator: UcumValidator = {
            validate(code) {
                asked.push(code);
                return library.validate(code);
            },
        };
        for (const written of ['mg/dL', 'x 10^9/L', 'mL/min/1.73 m²', 'years', '% predicted', 'fg/dL']) parseUnit(written, { validator });
        assert.deepEqual(asked, ['fg/dL']);
    });

    it('are refused when the library refuses them', function () {
        const reading = parseUnit('fg/dL', { validator: { validate: () => ({ valid: false }) } });
        assert.equal(reading.ok ? 'read' : reading.reason, 'unknown-unit');
    });

    it('are not sized when the library sees another dimension', function () {
        const reading = parseUnit('fg/dL', { validator: { validate: () => ({ valid: true, exponents: [0, 0, 1, 0, 0, 0, 0], magnitude: 1 }) } });
        assert.equal(reading.ok ? 'read' : reading.reason, 'no-exact-factor');
    });

    for (const written of ['eV', 'keV', '%[slope]', "[p'diop]", '[m/s2/Hz^(1/2)]', 'u', '[G]']) {
        it(`${written} is known to UCUM, but has no exact size`, function () {
            for (const options of [{}, { validator: library }]) {
                const reading = parseUnit(written, options);
                assert.equal(reading.ok ? 'read' : reading.reason, 'no-exact-factor');
            }
        });
    }

    it('takes no code for a protocol spelling where a code is asked for', function () {
        assert.ok(!parseUcum('mcg').ok);
        assert.ok(parseUcum('ug').ok);
        const kelvins = parseUcum('K/uL');
        assert.deepEqual(kelvins.ok ? { ...kelvins.unit.dimension } : {}, { m: -3, K: 1 });
    });

    it('never throws in the library, whatever is asked', function () {
        for (const text of ['', '__proto__', 'constructor', '7.4', 'mg/1.73', 'µg', 'Gauss', '('.repeat(1000), '10*999']) {
            assert.equal(typeof library.validate(text).valid, 'boolean');
        }
        assert.ok(!library.validate('7.4').valid && !library.validate('__proto__').valid && !library.validate('Gauss').valid);
        fc.assert(fc.property(fc.string({ maxLength: 30 }), (text) => typeof library.validate(text).valid === 'boolean'));
    });
});
