// What the check of the wording reads in a text: values with their units and bounds, what is no value, and enumerations of terms.
import assert from 'node:assert/strict';
import { listsOfTerms } from '@crit-lang/language/checks/wording/listed-terms.js';
import { plainWording } from '@crit-lang/language/checks/wording/plain-wording.js';
import type { Counted } from '@crit-lang/language/checks/wording/spoken-value.js';
import { termsIn } from '@crit-lang/language/checks/wording/term-names.js';
import { wordingValues } from '@crit-lang/language/checks/wording/wording-values.js';
import { compile } from '@crit-lang/language/compile.js';
import { parseFile } from '@crit-lang/language/resolve/parsed-file.js';
import { quoteText } from '@crit-lang/language/syntax/written-values.js';
import { shippedTerms } from '@crit-lang/vocabulary/shipped.js';
import fc from 'fast-check';

/** "≥ 3 month" for a claim, "(3 month)" for what is only mentioned. */
function read(text: string): string[] {
    const plain = plainWording(text);
    return wordingValues(plain, termsIn(plain, shippedTerms())).map(({ operator, value, counted, claim }) => {
        const said = [operator, value.toString(), unitOf(counted)].filter((part) => part !== null && part !== '').join(' ');
        return claim ? said : `(${said})`;
    });
}

function unitOf(counted: Counted): string {
    switch (counted.kind) {
        case 'time':
            return counted.unit;
        case 'unit':
            return counted.unit.ucum;
        case 'limit':
            return counted.limit;
        case 'titer':
            return 'titer';
        case 'count':
            return '';
    }
}

const VALUES: readonly (readonly [string, string[]])[] = [
    ['at least six months', ['>= 6 month']],
    ['a minimum of two (2) of the following', ['>= 2']],
    ['Two (2) or more prior lines', ['>= 2']],
    ['6 (six) months', ['6 month']],
    ['no more than three times the upper limit of normal (ULN)', ['<= 3 ULN']],
    ['below the lower limit of normal (LLN)', ['< 1 LLN']],
    ['platelets <25,000/mm³', ['< 25000 /mm3']],
    ['ANC ≥0.5 × 10^9/L', ['>= 0.5 10*9/L']],
    ['urine protein >4 g/24 hours', ['> 4 g/d']],
    ['FVC 45–70% predicted', ['>= 45 %{predicted}', '<= 70 %{predicted}']],
    ['≥18 and ≤75 years of age', ['>= 18 year', '<= 75 year']],
    ['between 40 and 120 kg', ['>= 40 kg', '<= 120 kg']],
    ['a score of 10 or above', ['>= 10']],
    ['BP ≥ 140/90 mmHg', ['>= 140 mm[Hg]', '90 mm[Hg]']],
    ['titer ≥1:8', ['>= 8 titer']],
    ['within the previous month', ['(1 month)']],
    // No values.
    ['the 2019 EULAR/ACR criteria (2023 Edition), LeRoy et al. (1988)', ['(2019)', '(2023)']],
    ['1)The subject; (2) Hepatic: 3.1 Relapsed. 4. Documented', ['(3.1)']],
    ['on a 66/68 joint count', ['(66)', '(68)']],
    ['(0-10 scale), on a 10 cm scale', ['(>= 0)', '(<= 10)', '(10 cm)']],
    ['SLEDAI-2K, CD20, IL-6, COVID-19, MMT-8, T2 lesion, CC-97540', []],
    ['see Annex 2, Section 5, Table 4', ['(2)', '(5)', '(4)']],
    ['NYHA class III or IV, grade 3 or higher', []],
];

describe('values of a wording', function () {
    for (const [text, expected] of VALUES) {
        it(text, function () {
            assert.deepEqual(read(text), expected);
        });
    }
});

describe('enumerations of a wording', function () {
    const lists = (text: string): string[][] => {
        const plain = plainWording(text);
        return listsOfTerms(plain, termsIn(plain, shippedTerms())).map((list) => list.map(({ start, end }) => plain.slice(start, end)));
    };

    it('go over commas, and, or, abbreviations in parentheses and limits of their own', function () {
        assert.deepEqual(lists('Alanine aminotransferase (ALT), aspartate aminotransferase (AST), or alkaline phosphatase'), [
            ['Alanine aminotransferase', 'aspartate aminotransferase', 'alkaline phosphatase'],
        ]);
        assert.deepEqual(lists('INR ≤1.5 × ULN and APTT ≤1.5 × ULN'), [['INR', 'APTT']]);
        assert.deepEqual(lists('tuberculosis (TB) infection or bacterial infection'), [['tuberculosis', 'bacterial infection']]);
    });

    it('end where another clause begins', function () {
        assert.deepEqual(lists('stroke within 6 months, and hepatitis B'), []);
        assert.deepEqual(lists('interstitial lung disease treated with rituximab'), []);
    });
});

describe('the check of the wording', function () {
    it('ends on every text', function () {
        this.timeout(120_000);
        const piece = fc.constantFrom(
            ...['(', ')', '[', '1', '2.', '3)', '10^9', '/', '-', '≥', '<', '%', 'mg', 'mg/dL', 'x', 'ULN', 'of', 'or', 'and', ',', ';', '.', 'AST', 'SLE'],
            ...['at least', 'two', 'within', 'months', 'class', 'III', '"', '\\', '\n', 'creatinine'],
        );
        fc.assert(
            fc.property(fc.array(piece, { maxLength: 300 }), fc.constantFrom('', ' '), (pieces, joint) => {
                const text = `exclude E-1 "Any" {\n  wording ${quoteText(pieces.join(joint))}\n  any of { AST, ALT } > 3 x ULN\n}\n`;
                compile(parseFile('any.crit', text));
            }),
            { numRuns: 100, seed: 11 },
        );
    });

    it('ends on a long text of numbers and names', function () {
        this.timeout(120_000);
        compile(parseFile('long.crit', `exclude E-1 "Long" {\n  wording ${quoteText('( AST ≥ 2 x ULN or (1) '.repeat(800))}\n  AST > 3 x ULN\n}\n`));
    });
});
