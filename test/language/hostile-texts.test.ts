// Shows that no text exhausts the reader: deep, long, repetitive and broken texts are read in one go, with diagnostics and what can be kept.
import assert from 'node:assert/strict';
import { parseFile } from '@crit-lang/language/resolve/parsed-file.js';
import fc from 'fast-check';
import fs from 'node:fs';
import { inRoot } from '../support/repository.js';

const inCriterion = (body: string): string => `include A-1 "x" {\n${body}\n}\ninclude A-2 "y" { female }\n`;

/** Each with the name of a diagnostic it must give, or null when it is a good text. */
const texts: Readonly<Record<string, readonly [text: string, diagnostic: string | null]>> = {
    'blocks 5,000 deep': [inCriterion(`${'any of { '.repeat(5000)}female${' }'.repeat(5000)}`), 'nested-too-deep'],
    'blocks 5,000 deep that are not closed': [inCriterion('any of { '.repeat(5000)), 'nested-too-deep'],
    'blocks 38 deep': [inCriterion(`${'any of { '.repeat(38)}female${' }'.repeat(38)}`), null],
    'tables of cases 5,000 deep': [inCriterion(`${'case { female: '.repeat(5000)}male${' }'.repeat(5000)}`), 'nested-too-deep'],
    'guards 5,000 deep': [inCriterion(`${'if female { '.repeat(5000)}male${' }'.repeat(5000)}`), 'nested-too-deep'],
    'parentheses 5,000 deep': [inCriterion(`${'('.repeat(5000)}a${')'.repeat(5000)} > 3`), 'nested-too-deep'],
    "'not' 5,000 times": [inCriterion(`${'not '.repeat(5000)}female`), 'nested-too-deep'],
    'exceptions inside each other without braces': [inCriterion(`has malignancy ${'except SLE provided has RA '.repeat(5000)}`), 'nested-too-deep'],
    "50,000 times 'or'": [inCriterion(`${'female or '.repeat(50_000)}male`), null],
    "50,000 times 'and'": [inCriterion(`${'female and '.repeat(50_000)}male`), null],
    'a list of 50,000': [inCriterion(`any of { ${'female, '.repeat(50_000)}male }`), null],
    '200,000 digits': [inCriterion('1'.repeat(200_000)), 'syntax-error'],
    '50,000 double quotes': [inCriterion('"'.repeat(50_000)), 'syntax-error'],
    '50,000 single quotes': [inCriterion("'".repeat(50_000)), 'syntax-error'],
    '200,000 characters of one line': [inCriterion(`has ${'word '.repeat(40_000)}`), null],
    'a word of 200,000 letters': [inCriterion(`has ${'a'.repeat(200_000)}`), null],
    'a text of 7,000,000 characters': [inCriterion(`statement "${'x'.repeat(7_000_000)}"`), null],
    '100,000 blanks': [inCriterion(`${' '.repeat(100_000)}female`), null],
    'closing braces only': ['}'.repeat(20_000), 'syntax-error'],
    'opening braces only': ['{'.repeat(20_000), 'nested-too-deep'],
    '5,000 criteria that are not closed': ['include A-1 "x" {\n  female\n'.repeat(5000), 'syntax-error'],
    'comments that are not closed': ['/*'.repeat(50_000), 'syntax-error'],
    'units without end': [inCriterion(`creatinine > 3 ${'mg/'.repeat(50_000)}`), 'syntax-error'],
    'all characters there are': [Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).join(''), 'syntax-error'],
};

describe('hostile texts', function () {
    for (const [name, [text, diagnostic]] of Object.entries(texts)) {
        it(name, function () {
            const { syntaxDiagnostics, symbols } = parseFile('hostile.crit', text);
            const names = new Set(syntaxDiagnostics.map((each) => each.name as string));
            if (diagnostic === null) assert.deepEqual([...names], []);
            else assert.ok(names.has(diagnostic), `${diagnostic} is missing among ${[...names].join(', ')}`);
            if (text.includes('include A-2'))
                assert.ok(
                    symbols.criteria.some(({ node }) => node.name === 'A-2'),
                    'the criterion behind it is lost',
                );
        });
    }

    it('random texts', function () {
        fc.assert(
            fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
                parseFile('random.crit', text);
            }),
            { numRuns: 1000, seed: 1 },
        );
    });

    it('examples with random cuts and copies', function () {
        const example = fs.readFileSync(inRoot('examples/breakfree-1.crit'), 'utf8');
        const place = fc.nat(example.length);
        fc.assert(
            fc.property(place, place, place, (from, to, at) => {
                parseFile('random.crit', example.slice(0, at) + example.slice(Math.min(from, to), Math.max(from, to)) + example.slice(at + 20));
            }),
            { numRuns: 150, seed: 1 },
        );
    });
});
