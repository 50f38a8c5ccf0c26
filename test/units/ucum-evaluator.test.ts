// The exact UCUM evaluator against ucum-lhc on generated units, and against hostile codes.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findAtom } from '@crit-lang/model/units/atoms.js';
import { evaluateUcum } from '@crit-lang/model/units/ucum-evaluator.js';
import { loadUcumLhcValidator } from '@crit-lang/model/units/ucum-lhc-validator.js';
import type { UcumValidator } from '@crit-lang/model/units/ucum-validator.js';
import { ucumExponents } from '@crit-lang/model/units/ucum-validator.js';
import { asUcumMagnitude, relativeError } from './ucum-library.js';

const METRIC = [
    'g',
    'm',
    's',
    'mol',
    'L',
    'l',
    'Pa',
    'J',
    'W',
    'K',
    'U',
    '[IU]',
    'eq',
    'osm',
    'Bq',
    'Gy',
    'kat',
    'm[Hg]',
    'm[H2O]',
    'cal',
    'bar',
    'Hz',
    'V',
    'N',
];
const PLAIN = ['min', 'h', 'd', 'wk', 'mo', 'a', '[lb_av]', '[in_i]', '[degF]', '%', '[MET]', '10*', 'deg', "[wood'U]", "[arb'U]", '[psi]', '[HPF]', '[gr]'];
const PREFIXES = ['', '', 'k', 'm', 'u', 'n', 'p', 'd', 'c', 'M', 'da', 'f'];
const RATIO_PLAIN = PLAIN.filter((code) => code !== '[degF]');

const symbol = fc.oneof(
    fc.tuple(fc.constantFrom(...PREFIXES), fc.constantFrom(...METRIC)).map(([prefix, atom]) => prefix + atom),
    fc.constantFrom(...RATIO_PLAIN),
);
const exponent = fc.constantFrom('', '', '', '2', '3', '-1', '-2', '+2');
const annotation = fc.constantFrom('', '', '', '{creat}', '{1.73_m2}', '{cells}');
const component = fc.oneof(
    { weight: 8, arbitrary: fc.tuple(symbol, exponent, annotation).map((parts) => parts.join('')) },
    { weight: 1, arbitrary: fc.integer({ min: 2, max: 1000 }).map(String) },
    { weight: 1, arbitrary: fc.constantFrom('{copies}', '{1.73_m2}') },
);
const term = fc.letrec<{ term: string; component: string }>((tie) => ({
    component: fc.oneof(
        { maxDepth: 2 },
        component,
        component,
        tie('term').map((inner) => `(${inner})`),
    ),
    term: fc
        .tuple(tie('component'), fc.array(fc.tuple(fc.constantFrom('.', '/'), tie('component')), { maxLength: 3 }))
        .map(([first, rest]) => first + rest.map(([operator, part]) => operator + part).join('')),
})).term;
/** A number before or behind a point would be read as a decimal by people and as a product by UCUM; Crit refuses it. */
const code = fc
    .tuple(fc.constantFrom('', '/'), term)
    .map((parts) => parts.join(''))
    .filter((text) => !/\d\.\d/.test(text) && text.length <= 100);

describe('the exact UCUM evaluator', function () {
    let library: UcumValidator;
    before(async function () {
        library = await loadUcumLhcValidator();
    });

    it('agrees with ucum-lhc on generated units: validity, dimension, and the size within 1e-9', function () {
        fc.assert(
            fc.property(code, (text) => {
                const evaluation = evaluateUcum(text, findAtom);
                const verdict = library.validate(text);
                assert.equal(evaluation.ok, verdict.valid, evaluation.ok ? '' : evaluation.detail);
                if (!evaluation.ok || !verdict.valid) return;
                const { factor, dimension } = evaluation.value;
                assert.deepEqual(ucumExponents(dimension), verdict.exponents.length > 0 ? verdict.exponents : [0, 0, 0, 0, 0, 0, 0]);
                assert.ok(relativeError(asUcumMagnitude(factor, dimension), verdict.magnitude) <= 1e-9);
            }),
            { numRuns: 2000 },
        );
    });

    it('multiplies: the size of a product is the product of the sizes', function () {
        fc.assert(
            fc.property(term, term, (one, two) => {
                const [first, second, both] = [one, two, `(${one}).(${two})`].map((text) => evaluateUcum(text, findAtom));
                fc.pre(first?.ok === true && second?.ok === true && both !== undefined && one.length + two.length < 90);
                assert.ok(both.ok && both.value.factor.equals(first.value.factor.multiply(second.value.factor)));
            }),
            { numRuns: 300 },
        );
    });

    for (const [text, factor, dimension, annotations] of [
        ['mg/dL', '10', { m: -3, g: 1 }, []],
        ['mL/min/{1.73_m2}', '1/60000000', { m: 3, s: -1 }, ['/1.73_m2']],
        ['mg/g{creat}', '0.001', {}, ['/creat']],
        ['mmol/mol', '0.001', { 'mol/mol': 1 }, []],
        ['U/L', '1/60000', { m: -3, s: -1, mol: 1 }, []],
        ['a', '12', { mo: 1 }, []],
        ['/a', '1/12', { mo: -1 }, []],
        ['deg', '1/180', { rad: 1, '[pi]': 1 }, []],
        ['[psi]', '8896443230521/1290320', { m: -1, s: -2, g: 1 }, []],
        ['mg/kg/d', '1/86400000000', { s: -1 }, []],
        ['{Log_copies}/mL', '1', { '<{Log_copies}/mL>': 1 }, ['Log_copies']],
    ] as const) {
        it(`knows ${text} exactly`, function () {
            const evaluation = evaluateUcum(text, findAtom);
            assert.ok(evaluation.ok);
            assert.equal(evaluation.value.factor.toString(), factor);
            assert.deepEqual({ ...evaluation.value.dimension }, dimension);
            assert.deepEqual(evaluation.value.annotations, annotations);
        });
    }

    for (const [text, reason] of [
        ['', 'not-ucum'],
        ['/', 'not-ucum'],
        ['mg/', 'not-ucum'],
        ['mg//dL', 'not-ucum'],
        ['.mg', 'not-ucum'],
        ['(mg', 'not-ucum'],
        ['mg)', 'not-ucum'],
        ['mL/min/1.73', 'not-ucum'],
        ['mL/min/1.73.m2', 'not-ucum'],
        ['0', 'not-ucum'],
        ['mg{', 'not-ucum'],
        ['mg{a b}', 'not-ucum'],
        ['m0', 'not-ucum'],
        ['m999', 'not-ucum'],
        ['10*999', 'not-ucum'],
        ['('.repeat(50), 'not-ucum'],
        ['(((((((((((g)))))))))))', 'not-ucum'],
        ['m g', 'not-ucum'],
        ['gramm', 'unknown-atom'],
        ['__proto__', 'unknown-atom'],
        ['constructor', 'unknown-atom'],
        ['k[in_i]', 'unknown-atom'],
        ['mmg', 'unknown-atom'],
        ['µg', 'not-ucum'],
        ['eV', 'no-exact-factor'],
        ['mg/[e]', 'no-exact-factor'],
        ['%[slope]', 'no-exact-factor'],
        ['W/(m2.Cel)', 'no-exact-factor'],
        ['Cel2', 'no-exact-factor'],
        ['/[pH]', 'no-exact-factor'],
        ['m'.repeat(5_000_000), 'not-ucum'],
    ] as const) {
        it(`refuses ${JSON.stringify(text.slice(0, 24))} (${reason})`, function () {
            const evaluation = evaluateUcum(text, findAtom);
            assert.equal(evaluation.ok ? 'accepted' : evaluation.reason, reason);
        });
    }

    it('answers any text without throwing', function () {
        fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (text) => typeof evaluateUcum(text, findAtom).ok === 'boolean'));
        const alphabet = fc.constantFrom('m', 'g', '/', '.', '(', ')', '{', '}', '[', ']', '1', '0', '*', '-', '^', 'IU', '%', ' ');
        fc.assert(fc.property(fc.array(alphabet, { maxLength: 60 }), (parts) => typeof evaluateUcum(parts.join(''), findAtom).ok === 'boolean'));
    });
});
