// Every clause, exception and word in front of a line reaches the model or a diagnostic, whatever stands around it: none is dropped in silence.
import assert from 'node:assert/strict';
import { compile } from '@crit-lang/language/compile.js';
import { parseFile } from '@crit-lang/language/resolve/parsed-file.js';

const HEAD =
    'protocol P "x" { timeline consent, screening; assessed screening }\ncohort SLE "x" with SLE\ndefine active disease {\n  SLEDAI-2K >= 6\n}\n' +
    'define frail(limit) {\n  hemoglobin < limit\n}\n';

/** Lines with a place for a clause ($) and for a word in front of what the line speaks of (^). */
const LINES = [
    'had ^lymphoma $',
    'had any of { ^lymphoma, leukemia } $',
    'had any of { ^lymphoma $, leukemia }',
    'had at least 2 of { ^any lymphoma, leukemia } $',
    'had at least 2 of { ^any lymphoma $, leukemia }',
    'had none of { lymphoma, any of { ^leukemia, multiple myeloma } } $',
    'not had any of { ^lymphoma, leukemia } $',
    'used any of { ^rituximab, any bDMARD } $',
    'inadequate response to ^methotrexate $',
    'inadequate response to at least 2 of { ^methotrexate, azathioprine } $',
    '^CRP > 10 mg/L $',
    '^any of { ALT, AST } > 3 x ULN $',
    'any of { ^ALT, AST } > 3 x ULN $',
    'at least 2 of { ^ALT > 3 x ULN $; AST > 3 x ULN }',
    '(^ALT + AST) > 100 U/L $',
    'dose of ^prednisone > 10 mg/day $',
    '^CRP falls by >= 20 % relative $',
    '^anti-dsDNA positive $',
    'any of { ^anti-dsDNA, ANA } positive $',
    '^NYHA class is in { III, IV } $',
    '^peripheral neuropathy is grade >= 2 in CTCAE $',
    'BILAG is A in at least 1 of { ^renal, mucocutaneous } $',
    'meets ^EULAR-ACR-2019-SLE $',
    '^pregnant $',
    'any of { ^pregnant, breastfeeding } $',
    '^active disease $',
    '^frail(10 g/dL) $',
    'any of { ^active disease, has lymphoma } $',
    'statement "A rash" $',
    'any of { statement "A rash", had lymphoma } $',
    'agrees to "come back" $',
    'judgement "Unfit" $',
    'at least 6 months since ^stroke $',
    'at least 6 months since any of { ^stroke $, myocardial infarction }',
    'any of { at least 6 months since ^stroke, had lymphoma } $',
    'any of { used before screening { ^rituximab: within 6 months }, had lymphoma } $',
    'used before screening { any of { ^rituximab $, belimumab }: within 6 months }',
    'case { has ^SLE: had lymphoma; otherwise: had leukemia } $',
    'had ^lymphoma requiring { CRP > 10 mg/L $ }',
    'had malignancy except { lymphoma provided had ^leukemia $ }',
    'had malignancy except { ^lymphoma $ }',
    'had malignancy requiring ^leukemia $',
];

const CLAUSES = [
    'within 8 weeks before screening',
    'at consent',
    'for at least 3 months',
    'sustained for at least 3 months',
    'of prednisone or equivalent',
    'at a stable dose for at least 4 weeks',
    'at least 2 times',
    'on at least 2 occasions',
    'by "ELISA"',
    'on room air',
    'in CTCAE',
    'requiring "treatment"',
    'due to SLE',
    'with { has nephritis }',
    'as one',
    'together',
    'in total',
    'except basal cell carcinoma',
    'within 5 years before screening except chronic lymphocytic leukemia',
    'within 5 years before screening other than the index disease',
    'within 5 years before screening except { basal cell carcinoma requiring "resection" provided had stroke }',
];

const WORDS = ['"severe" ', 'any value of ', 'worst value of ', 'any other ', 'dose of ', 'ever had '];

describe('what is written', function () {
    this.timeout(60_000);
    for (const line of LINES) {
        const plain = line.replace('^', '').replace('$', '').replace(/ +/g, ' ');
        const base = read(plain);
        const variants = [
            ...(line.includes('$') ? CLAUSES.map((clause) => [clause, line.replace('^', '').replace('$', clause)] as const) : []),
            ...(line.includes('^') ? WORDS.map((word) => [word, line.replace('$', '').replace('^', word)] as const) : []),
        ];
        it(`is never lost from: ${plain.trim()}`, function () {
            const lost = variants.filter(([, text]) => {
                const { model, errors } = read(text);
                return model === base.model && errors.every((error) => base.errors.includes(error));
            });
            assert.deepEqual(
                lost.map(([clause]) => clause),
                [],
            );
        });
    }

    it('behind a windowed list is excepted from each item', function () {
        const { model, errors } = read(
            'had any of { lymphoma, any of { leukemia, multiple myeloma } } within 5 years before screening except chronic lymphocytic leukemia',
        );
        assert.deepEqual(errors, []);
        assert.equal(model.match(/"form":"except"/g)?.length, 3);
    });

    it('as an exception that an item cannot take is an error at the exception', function () {
        const { errors } = read('any of { pregnant, had lymphoma } within 5 years before screening except chronic lymphocytic leukemia');
        assert.equal(errors.length, 1);
        assert.match(errors[0] ?? '', /^clause-does-not-fit 'except chronic lymphocytic leukemia' does not go with a fact/);
    });
});

function compiled(line: string) {
    return compile(parseFile('example.crit', `${HEAD}exclude E-1 "x" {\n  ${line}\n}\n`));
}

function read(line: string): { model: string; errors: string[] } {
    const { document, diagnostics } = compiled(line);
    const told = diagnostics.filter(({ severity }) => severity === 'error' || severity === 'warning');
    const withoutPlaces = JSON.stringify(document.criteria, (key, value: unknown) => (key === 'range' ? undefined : value));
    return { model: withoutPlaces, errors: told.map(({ name, message }) => `${name} ${message}`) };
}
