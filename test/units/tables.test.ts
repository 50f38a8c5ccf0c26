// The committed unit tables are what the definitions of ucum-lhc give, and every entry agrees with that library's own arithmetic.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { atomFromRow, findAtom } from '@crit-lang/model/units/atoms.js';
import { commonUnitCodes, findCommonUnit } from '@crit-lang/model/units/common-units.js';
import { atomTableText, buildAtomRows, commonUnitTableText } from '@crit-lang/model/units/tables/build-tables.js';
import { evaluateUcum } from '@crit-lang/model/units/ucum-evaluator.js';
import { loadUcumLhcValidator } from '@crit-lang/model/units/ucum-lhc-validator.js';
import type { UcumValidator } from '@crit-lang/model/units/ucum-validator.js';
import { ucumExponents } from '@crit-lang/model/units/ucum-validator.js';
import { inRoot } from '../support/repository.js';
import { asUcumMagnitude, relativeError, ucumDefinitions } from './ucum-library.js';

const TOLERANCE = 1e-9;

/** ucum-lhc stores these as the unit below the line, with a function "inverse" that its factor and dimension do not know of. */
const STORED_AS_INVERSE = new Set(['[diop]', 'Bd', '[mesh_i]']);

function expectGenerated(name: string, text: string): void {
    const file = inRoot('packages/model/src/units/tables', name);
    if (process.env['CRIT_UPDATE_GOLDEN'] === '1') {
        fs.writeFileSync(file, text);
    }
    assert.equal(fs.readFileSync(file, 'utf8').replaceAll('\r\n', '\n'), text, `${name} is stale: run \`npm run golden\` and read its diff`);
}

describe('unit tables', function () {
    let library: UcumValidator;
    before(async function () {
        library = await loadUcumLhcValidator();
    });

    it('are what the UCUM definitions give', function () {
        const rows = buildAtomRows(ucumDefinitions());
        const atoms = new Map(rows.map((row) => [row[0], atomFromRow(row)]));
        expectGenerated('atoms.generated.ts', atomTableText(rows));
        expectGenerated(
            'common-units.generated.ts',
            commonUnitTableText((code) => atoms.get(code)),
        );
    });

    it('hold at least 250 common units, each once, and every UCUM atom', function () {
        assert.ok(commonUnitCodes().length >= 250);
        assert.equal(new Set(commonUnitCodes()).size, commonUnitCodes().length);
        assert.ok(ucumDefinitions().every(({ csCode_ }) => findAtom(csCode_) !== undefined));
    });

    it('agree with the evaluator: a common unit is nothing but a prepared answer', function () {
        for (const code of commonUnitCodes()) {
            const evaluation = evaluateUcum(code, findAtom);
            assert.ok(evaluation.ok, code);
            assert.deepEqual(findCommonUnit(code), evaluation.value, code);
        }
    });

    it('agree with ucum-lhc: each common unit is valid, of the same dimension, and within 1e-9 of its size', function () {
        for (const code of commonUnitCodes()) {
            const value = findCommonUnit(code);
            const verdict = library.validate(code);
            assert.ok(value && verdict.valid, `${code} is not valid for ucum-lhc`);
            if (value.scale !== 'logarithmic' && !STORED_AS_INVERSE.has(code)) {
                assert.deepEqual(ucumExponents(value.dimension), verdict.exponents, code);
                assert.ok(relativeError(asUcumMagnitude(value.factor, value.dimension), verdict.magnitude) <= TOLERANCE, code);
            }
        }
    });

    it('agree with ucum-lhc on every atom that has an exact size', function () {
        const compared = ucumDefinitions().filter(({ csCode_: code }) => {
            const atom = findAtom(code);
            const verdict = library.validate(code);
            if (!atom?.exact || atom.scale === 'logarithmic' || STORED_AS_INVERSE.has(code) || !verdict.valid) {
                return false;
            }
            assert.deepEqual(ucumExponents(atom.dimension), verdict.exponents, code);
            assert.ok(relativeError(asUcumMagnitude(atom.factor, atom.dimension), verdict.magnitude) <= TOLERANCE, code);
            return true;
        });
        assert.ok(compared.length > 250, `only ${compared.length} atoms could be compared`);
    });
});
