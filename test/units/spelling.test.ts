// Every spelling of the tables and of protocols is read as the UCUM code that it means, and hostile text is refused.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findAtom } from '@crit-lang/model/units/atoms.js';
import { findCommonUnit } from '@crit-lang/model/units/common-units.js';
import { parseUnit } from '@crit-lang/model/units/parse.js';
import { REFUSED_WORDS, WHOLE_UNITS } from '@crit-lang/model/units/spelling-whole-units.js';
import { UNIT_WORDS } from '@crit-lang/model/units/spelling-words.js';
import { isUnitWord, spellingToUcum } from '@crit-lang/model/units/spelling.js';
import { evaluateUcum } from '@crit-lang/model/units/ucum-evaluator.js';
import { SPELLINGS } from './protocol-spellings.js';

// prettier-ignore
const NO_UNITS = [
    'gramm', 'mgdl', 'mL/min/1.73', 'mg//dL', 'mg/', '/', '', ' ', '5 mg', '10', '0', 'x', '.', 'per', 'mg per', '__proto__', 'mg/constructor',
    'toString', '{', '}{', 'mg{a', '(mg', '10^999/L', 'm²²²²', '%%', '[', '[]', '/{', 'ΜΓ', '毫克',
];

describe('spellings of units', function () {
    for (const [ucum, spellings] of SPELLINGS) {
        it(`reads ${ucum} from each way of writing it`, function () {
            for (const spelling of spellings.split(' | ')) {
                const reading = parseUnit(spelling);
                assert.ok(reading.ok, `${spelling}: ${reading.ok ? '' : reading.message}`);
                assert.equal(reading.unit.ucum, ucum, spelling);
                assert.equal(reading.unit.written, spelling);
            }
        });
    }

    it('reads every spelling of the tables as its code, and each code is a unit that UCUM knows', function () {
        const seen = new Map<string, string>();
        for (const { ucum, spellings } of [...UNIT_WORDS, ...WHOLE_UNITS]) {
            const evaluation = evaluateUcum(ucum, findAtom);
            assert.ok(evaluation.ok || evaluation.reason === 'no-exact-factor', ucum);
            for (const spelling of spellings) {
                assert.equal(seen.get(spelling) ?? ucum, ucum, `${spelling} stands in the tables with two meanings`);
                seen.set(spelling, ucum);
                assert.deepEqual(spellingToUcum(spelling), { ok: true, ucum }, spelling);
            }
        }
    });

    it('leaves common UCUM codes as they are', function () {
        for (const { ucum } of UNIT_WORDS.filter(({ ucum }) => findCommonUnit(ucum))) {
            assert.deepEqual(spellingToUcum(ucum), { ok: true, ucum });
        }
    });

    for (const [written, instead] of [
        ['Mg/dL', 'mg/dL'],
        ['MG', 'mg'],
        ['ML/min', 'mL/min'],
        ['C', '°C'],
    ] as const) {
        it(`does not guess at ${written}, and offers ${instead}`, function () {
            const reading = parseUnit(written);
            assert.equal(reading.ok ? 'read' : reading.reason, 'ambiguous-unit');
            assert.ok(!reading.ok && reading.suggestions.includes(instead));
        });
    }

    it('refuses the ambiguous words wherever they stand', function () {
        for (const word of REFUSED_WORDS.keys()) {
            for (const written of [word, `${word}/L`, `g/${word}`]) {
                const reading = parseUnit(written);
                assert.ok(!reading.ok || WHOLE_UNITS.some(({ spellings }) => spellings.includes(written)), written);
            }
        }
    });

    for (const written of NO_UNITS) {
        it(`knows no unit ${JSON.stringify(written)}`, function () {
            const reading = parseUnit(written);
            assert.equal(reading.ok ? reading.unit.ucum : reading.reason, 'unknown-unit');
        });
    }

    for (const [kind, written] of [
        ['a control character', 'mg\u0007/dL'],
        ['a mark that turns the text', 'mg\u202e/dL'],
        ['a character of no width', 'mg\u200b/dL'],
        ['half a surrogate', 'mg\ud800'],
    ] as const) {
        it(`refuses ${kind}`, function () {
            const reading = parseUnit(written);
            assert.match(reading.ok ? '' : reading.message, /invisible/);
        });
    }

    it('refuses what is too long without looking at it', function () {
        for (const written of ['m'.repeat(101), 'mg/'.repeat(4_000_000), '('.repeat(4_000_000)]) {
            const reading = parseUnit(written);
            assert.equal(reading.ok ? 'read' : reading.reason, 'too-long');
        }
    });

    it('answers any text without throwing, and what it accepts is exact', function () {
        const pieces = fc.constantFrom(
            'mg',
            'L',
            '/',
            ' ',
            'per',
            '10^9',
            'x',
            '²',
            '⁹',
            'µ',
            'cells',
            '%',
            '{a}',
            '(',
            ')',
            '.',
            '1.73',
            'm2',
            '24',
            'h',
            'IU',
            '-',
            '^',
        );
        fc.assert(
            fc.property(
                fc.oneof(
                    fc.string({ unit: 'grapheme', maxLength: 40 }),
                    fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join('')),
                ),
                (text) => {
                    const reading = parseUnit(text);
                    assert.ok(!reading.ok || reading.unit.factor.sign > 0);
                    assert.equal(typeof isUnitWord(text.slice(0, 40)), 'boolean');
                },
            ),
            { numRuns: 1500 },
        );
    });
});
