// Laws that hold for any criterion and any patient: three-valued logic, more facts never turn a verdict round, splitting changes nothing.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Truth, Verdict } from '@crit-lang/evaluate/verdict.js';
import { allOf, anyOf, every, negationOf, opposite, some } from '@crit-lang/evaluate/verdict.js';
import { intervalOf, compareInterval } from '@crit-lang/evaluate/values/interval.js';
import { Rational } from '@crit-lang/model/exact/rational.js';
import { HEADER, cohortResult, documentOf, resultOf } from './evaluate-text.js';

const truth = fc.constantFrom<Truth>('met', 'not-met', 'unknown');
const verdict = fc.constantFrom<Verdict>('met', 'not-met', 'unknown', 'not-applicable');

describe('three-valued logic', function () {
    it('all and any are dual', function () {
        fc.assert(fc.property(fc.array(verdict, { minLength: 1 }), (all) => assert.equal(negationOf(allOf(all)), anyOf(all.map(negationOf)))));
        fc.assert(fc.property(fc.array(truth), (all) => assert.equal(opposite(every(all)), some(all.map(opposite)))));
    });

    it('order, repetition and grouping do not matter', function () {
        fc.assert(
            fc.property(fc.array(verdict, { minLength: 1 }), fc.array(verdict, { minLength: 1 }), (one, two) => {
                for (const join of [allOf, anyOf]) {
                    assert.equal(join([...one, ...two]), join([...two, ...one]));
                    assert.equal(join([...one, ...one]), join(one));
                    assert.equal(join([join(one), join(two)]), join([...one, ...two]));
                }
            }),
        );
    });

    it('is as good as trying out every value of what is unknown', function () {
        const possible = (each: Truth): Truth[] => (each === 'unknown' ? ['met', 'not-met'] : [each]);
        const worlds = (all: readonly Truth[]): Truth[][] =>
            all.reduce<Truth[][]>((sofar, each) => sofar.flatMap((world) => possible(each).map((value) => [...world, value])), [[]]);
        fc.assert(
            fc.property(fc.array(truth, { maxLength: 6 }), (all) => {
                for (const join of [every, some]) {
                    const outcomes = new Set(worlds(all).map((world) => join(world)));
                    assert.equal(join(all), outcomes.size === 1 ? [...outcomes][0] : 'unknown');
                }
            }),
        );
    });

    it('what does not apply changes nothing', function () {
        fc.assert(
            fc.property(fc.array(truth, { minLength: 1 }), (all) => {
                assert.equal(allOf([...all, 'not-applicable']), allOf(all));
                assert.equal(anyOf([...all, 'not-applicable']), anyOf(all));
            }),
        );
    });
});

describe('comparisons of exact numbers', function () {
    const operator = fc.constantFrom<'<' | '<=' | '=' | '>=' | '>'>('<', '<=', '=', '>=', '>');
    const number = fc
        .tuple(fc.integer({ min: -40, max: 40 }), fc.integer({ min: 1, max: 7 }))
        .map(([above, below]) => Rational.of(BigInt(above), BigInt(below)));
    const holds = (order: number, asked: string): boolean =>
        ({ '<': order < 0, '<=': order <= 0, '=': order === 0, '>=': order >= 0, '>': order > 0 })[asked] ?? false;

    it('agree with plain arithmetic', function () {
        fc.assert(
            fc.property(number, operator, number, (value, asked, limit) => {
                assert.equal(compareInterval(intervalOf('=', value), asked, intervalOf('=', limit)), holds(value.compare(limit), asked) ? 'met' : 'not-met');
            }),
        );
    });

    it('of a value known within bounds say only what holds of each possible value', function () {
        fc.assert(
            fc.property(number, operator, operator, number, number, (bound, known, asked, limit, sample) => {
                if (!holds(sample.compare(bound), known)) return;
                const found = compareInterval(intervalOf(known, bound), asked, intervalOf('=', limit));
                if (found !== 'unknown') assert.equal(found, holds(sample.compare(limit), asked) ? 'met' : 'not-met');
            }),
        );
    });
});

// Lines about a few subjects, and facts that fit together: everything that is true of one imagined patient.
const LINES = [
    'has stroke',
    'had stroke within 6 months before screening',
    'ever had stroke',
    'had stroke between 6 months and 12 months before screening',
    'onset of stroke within 3 months before screening',
    'at least 6 months since stroke',
    'at least 6 months since stroke or never',
    'has any malignancy except { lymphoma }',
    'ever had malignancy',
    'ever had "severe" malignancy',
    'uses prednisone',
    'ever used any glucocorticoid',
    'inadequate response to at least 2 of { mycophenolate, any csDMARD } each used for at least 3 months',
    'inadequate response to rituximab',
    'dose of glucocorticoid <= 30 mg/day of prednisone or equivalent',
    'creatinine <= 1.5 mg/dL',
    'creatinine <= 1.5 x ULN',
    'creatinine > 1.5 mg/dL within 4 weeks before screening',
    'any value of creatinine > 1.5 mg/dL within 4 weeks before screening',
    'worst value of creatinine <= 1.5 mg/dL within 4 weeks before screening',
    'NYHA class <= II',
    'pregnant',
    'female',
    'anti-dsDNA positive',
    'ANA positive at or before screening',
    'agrees to "come"',
    'ANC >= 1000 /mm3',
    'creatinine <= case { female: 1.2 mg/dL; otherwise: 1.4 mg/dL }',
    'used before infusion { rituximab: within 6 months; any other biologic: within 12 weeks }',
    'meets EULAR-ACR-2019-SLE',
];
const SUBJECTS: string[][][] = [
    [
        ['has stroke', 'onset of stroke within 2 months before screening', 'had stroke within 5 months before screening', 'ever had stroke'],
        ['never had stroke', 'not has stroke'],
        ['had stroke between 7 months and 9 months before screening', 'not has stroke', 'at least 7 months since stroke'],
        ['ever had stroke', 'not had stroke within 12 months before screening'],
    ],
    [
        ['has lymphoma', 'ever had "severe" lymphoma'],
        ['never had malignancy', 'not has lymphoma'],
        ['has breast cancer', 'not has lymphoma'],
        ['has malignancy'],
    ],
    [
        ['uses prednisone', 'dose of prednisone = 20 mg/day', 'not uses dexamethasone'],
        ['never used glucocorticoid'],
        ['dose of prednisone = 40 mg/day', 'dose of methylprednisolone = 4 mg/day'],
        ['stopped prednisone at least 8 weeks before screening'],
    ],
    [
        ['inadequate response to mycophenolate used for 6 months', 'inadequate response to methotrexate used for 4 months'],
        ['inadequate response to methotrexate', 'used methotrexate for at least 4 months before screening'],
        ['never used any immunosuppressant', 'never used any csDMARD'],
    ],
    [
        ['inadequate response to rituximab', 'used rituximab within 3 months before infusion'],
        ['not used any biologic within 12 months before infusion', 'not inadequate response to rituximab'],
        ['intolerance to rituximab'],
    ],
    [
        ['creatinine = 1 mg/dL', 'creatinine < 1.2 mg/dL', 'every value of creatinine <= 1.4 mg/dL within 8 weeks before screening', 'creatinine = 0.9 x ULN'],
        ['creatinine = 1.5 mg/dL', 'creatinine >= 1.3 mg/dL'],
        ['creatinine = 3 mg/dL', 'creatinine > 2 x ULN', 'any value of creatinine > 2 mg/dL within 2 weeks before screening'],
    ],
    [['NYHA class is I', 'NYHA class <= II'], ['NYHA class is III'], ['not NYHA class <= II']],
    [
        ['female', 'pregnant'],
        ['male', 'not pregnant'],
        ['female', 'not pregnant', 'childbearing potential'],
    ],
    [['anti-dsDNA positive', 'ANA positive'], ['anti-dsDNA negative', 'not ANA positive at or before screening'], ['ANA positive at consent']],
    [['agrees to "come"'], ['not agrees to "come"']],
    [['ANC = 1.2 x 10^9/L', 'WBC = 4 x 10^9/L'], ['WBC = 0.8 x 10^9/L']],
    [['meets EULAR-ACR-2019-SLE'], ['not meets EULAR-ACR-2019-SLE']],
];

const line = fc.constantFrom(...LINES);
const guarded = fc.tuple(fc.constantFrom('if', 'unless'), line, line).map(([word, when, then]) => `${word} ${when} { ${then} }`);
const group = fc
    .tuple(fc.constantFrom('any of', 'all of', 'none of', 'at least 2 of', 'at most 1 of', 'exactly 1 of'), fc.array(line, { minLength: 2, maxLength: 4 }))
    .map(([word, items]) => `${word} { ${items.join('; ')} }`);
const rule = fc.oneof(
    line,
    line.map((each) => `not ${each}`),
    guarded,
    group,
);
const world = fc.tuple(...SUBJECTS.map((options) => fc.constantFrom(...options))).map((chosen) => chosen.flat());
const kind = fc.constantFrom<'include' | 'exclude'>('include', 'exclude');
const RUNS = { numRuns: 150 };

describe('more facts', function () {
    this.timeout(60_000);

    it('never turn a verdict round', function () {
        fc.assert(
            fc.property(
                rule,
                kind,
                world,
                fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }),
                fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }),
                fc.boolean(),
                (text, side, facts, keep, keepMore, closed) => {
                    const some = facts.filter((_, index) => keep[index]);
                    const more = facts.filter((_, index) => keep[index] || keepMore[index]);
                    const asked = { rule: text, kind: side };
                    const before = resultOf(asked, some.join('\n')).passes;
                    const after = resultOf(asked, [...more, ...(closed ? ['nothing else'] : [])].join('\n')).passes;
                    if (before !== 'unknown') assert.equal(after, before, `${text}\n${some.join('; ')}\n${more.join('; ')}`);
                },
            ),
            RUNS,
        );
    });
});

describe('writing a rule in another way', function () {
    this.timeout(60_000);

    it('two exclusions in place of one of two lines exclude the same patients', function () {
        fc.assert(
            fc.property(rule, rule, world, (one, two, facts) => {
                const together = cohortResult({ rule: `${one}\n${two}`, kind: 'exclude' }, facts.join('\n'));
                const apart = cohortResult({ rule: two, kind: 'exclude', declarations: `exclude T-0 {\n${one}\n}` }, facts.join('\n'));
                assert.equal(together.eligibility, apart.eligibility);
            }),
            RUNS,
        );
    });

    it('not all is any not; none is all not', function () {
        fc.assert(
            fc.property(line, line, world, fc.boolean(), (one, two, facts, closed) => {
                const patient = [...facts.slice(0, 9), ...(closed ? ['nothing else'] : [])].join('\n');
                const of = (text: string): Verdict => resultOf({ rule: text }, patient).verdict;
                assert.equal(of(`not all of { ${one}; ${two} }`), of(`any of { not ${one}; not ${two} }`));
                assert.equal(of(`none of { ${one}; ${two} }`), of(`all of { not ${one}; not ${two} }`));
            }),
            RUNS,
        );
    });

    it('a definition says what its lines say', function () {
        fc.assert(
            fc.property(line, line, world, (one, two, facts) => {
                const patient = facts.slice(0, 7).join('\n');
                assert.equal(
                    resultOf({ rule: 'both', declarations: `define both {\n${one}\n${two}\n}` }, patient).verdict,
                    resultOf({ rule: `${one}\n${two}` }, patient).verdict,
                );
            }),
            RUNS,
        );
    });

    it('compiles every line that the laws are tried on', function () {
        for (const each of LINES) documentOf(`${HEADER}include I-1 {\n${each}\n}`);
    });
});
