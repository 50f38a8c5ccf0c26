// What the phrasing says for each kind of condition, word for word.
import assert from 'node:assert/strict';
import type { Condition } from '@crit-lang/model/criteria/condition.js';
import type { CriteriaDocument } from '@crit-lang/model/criteria/document.js';
import { conditionPhrase, phraseContext } from '@crit-lang/generate/phrase/condition.js';
import { capitalised, joinWords } from '@crit-lang/generate/phrase/join.js';
import { onOneLine } from '@crit-lang/generate/phrase/phrase.js';
import {
    all,
    amount,
    anchor,
    any,
    anyOfClass,
    at,
    atLeast,
    before,
    change,
    cohort,
    compare,
    document,
    duration,
    elapsed,
    end,
    ever,
    except,
    fact,
    forAtLeast,
    grade,
    guard,
    hole,
    indexDisease,
    measure,
    meets,
    normal,
    not,
    presence,
    quantity,
    reference,
    requiring,
    response,
    result,
    select,
    statement,
    term,
    used,
    vague,
    washout,
    within,
} from './fixtures/build.js';

const terms = [
    term('SLE', 'condition', { title: 'systemic lupus erythematosus' }),
    term('EULAR-ACR-2019-SLE', 'criteria', { title: '2019 EULAR/ACR classification criteria for SLE' }),
    term('BILAG', 'grade', { componentName: 'organ system' }),
    term('creatinine', 'lab', { title: 'serum creatinine' }),
];
const plain = document({ terms });

function says(condition: Condition, expected: string, base: CriteriaDocument = plain, polarity: 'include' | 'exclude' = 'include'): void {
    assert.equal(onOneLine(conditionPhrase(condition, phraseContext(base, { polarity }))), expected);
}

describe('phrase: leaves', () => {
    it('says conditions, present, past and refined', () => {
        says(presence('SLE'), 'systemic lupus erythematosus (SLE)');
        says(presence('stroke', { verb: 'ever had', window: ever() }), 'history of stroke');
        says(presence('stroke', { verb: 'had', window: within('12', 'month') }), 'stroke within 12 months before screening');
        says(presence('PAH', { refinements: [requiring('treatment')] }), 'PAH requiring treatment');
        says(
            presence('relapse', { verb: 'had', times: { operator: '>=', count: 2 }, window: within('1', 'year') }),
            'relapse, at least 2 times, within 1 year before screening',
        );
        says(
            vague('clinically significant', presence('CNS pathology', { window: within('12', 'month') })),
            'clinically significant CNS pathology within 12 months before screening',
        );
        says(not(presence('stroke', { window: ever() })), 'no history of stroke');
    });

    it('says exposure, its duration and its dose', () => {
        says(used('rituximab', { window: within('6', 'month', 'leukapheresis') }), 'use of rituximab within 6 months before leukapheresis');
        says(used('warfarin', { verb: 'ever used', window: ever() }), 'any prior or current use of warfarin');
        says(
            used('mycophenolate', { verb: 'uses', window: at('screening'), lasting: forAtLeast('12', 'week') }),
            'use of mycophenolate for at least 12 weeks at screening',
        );
        says(
            presence('glucocorticoid', { aspect: 'exposure', verb: 'uses', stableDose: { bound: forAtLeast('7', 'day'), before: anchor('screening') } }),
            'use of glucocorticoid at a stable dose for at least 7 days before screening',
        );
        says(presence('surgery', { aspect: 'planned', verb: 'plans' }), 'planned surgery');
    });

    it('says exceptions with their conditions', () => {
        says(
            presence(
                anyOfClass('malignancy', [
                    except('basal cell carcinoma', { refinements: [{ relation: 'treated with', text: 'curative intent' }] }),
                    except('carcinoma in situ', { provided: compare('disease-free time', '>=', amount('2', 'years')) }),
                ]),
            ),
            'any malignancy, except basal cell carcinoma treated with curative intent or carcinoma in situ (provided: disease-free time ≥ 2 years)',
        );
        says(
            presence(anyOfClass('autoimmune disease', [{ ...except(''), form: 'other than', selection: indexDisease }])),
            'any autoimmune disease other than the disease under study',
        );
        const lupus = document({ terms, cohorts: [cohort('SLE', 'SLE')] });
        says(
            presence(anyOfClass('autoimmune disease', [{ ...except(''), form: 'other than', selection: indexDisease }])),
            'any autoimmune disease other than systemic lupus erythematosus (SLE)',
            lupus,
        );
    });

    it('says responses', () => {
        says(response('methotrexate', { lasting: forAtLeast('3', 'month') }), 'inadequate response to methotrexate, used for at least 3 months');
        says(response('DMT', {}, ['inadequate response', 'intolerance', 'relapse']), 'inadequate response or intolerance to, or relapse after, DMT');
    });

    it('says comparisons with every kind of limit', () => {
        says(compare('creatinine', '>', normal('1.5')), 'serum creatinine > 1.5 × ULN');
        says(
            compare('creatinine clearance', '<', amount('30', 'mL/min'), { method: 'Cockcroft-Gault', window: within('8', 'week') }),
            'creatinine clearance < 30 mL/min by Cockcroft-Gault within 8 weeks before screening',
        );
        says(compare('oxygen saturation', '>=', amount('92', '%'), { circumstance: 'room air' }), 'oxygen saturation ≥ 92% on room air');
        says(compare('ANC', '>=', amount('1500', '/mm3')), 'ANC ≥ 1500/mm3');
        says(compare('RPR', '>=', { kind: 'titer', numerator: 1, denominator: 8 }), 'RPR ≥ 1:8');
        says(
            compare({ kind: 'dose', of: select('glucocorticoid'), inEquivalentsOf: 'prednisone' }, '>', amount('30', 'mg/day')),
            'dose of glucocorticoid > 30 mg/day of prednisone or equivalent',
        );
        says(
            compare(
                { kind: 'arithmetic', operator: '-', left: measure('systolic blood pressure'), right: measure('diastolic blood pressure') },
                '>',
                amount('40', 'mmHg'),
            ),
            '(systolic blood pressure − diastolic blood pressure) > 40 mmHg',
        );
        says(
            compare('platelets', '<', amount('100', 'x 10^9/L'), { pick: 'any', window: within('4', 'week') }),
            'any value of platelets < 100 × 10^9/L within 4 weeks before screening',
        );
        says(not(compare('platelets', '<', amount('100', 'x 10^9/L'))), 'platelets ≥ 100 × 10^9/L');
    });

    it('says a table of limits', () => {
        const limit = {
            kind: 'cases' as const,
            rows: [
                { when: all(fact('male'), compare('age', '>=', amount('12', 'years'))), limit: amount('1.3', 'mg/dL') },
                { when: null, limit: amount('1.2', 'mg/dL') },
            ],
        };
        says(
            compare('creatinine', '<=', limit),
            'serum creatinine ≤ the limit that applies: (1) for participants who are male, aged ≥ 12 years: 1.3 mg/dL; (2) for all others: 1.2 mg/dL',
        );
    });

    it('says grades, tests, criteria, facts, changes, elapsed time', () => {
        says(grade('BILAG', '=', 'A', { component: 'renal' }), 'BILAG A in the renal organ system');
        says(grade('CTCAE', '>=', '2', { of: select('neuropathy') }), 'neuropathy of CTCAE grade ≥ 2');
        says(any(grade('NYHA class', '=', 'I'), grade('NYHA class', '=', 'II')), 'NYHA class I or II');
        says(result('anti-dsDNA', 'positive', { window: at('screening') }), 'positive anti-dsDNA at screening');
        says(meets('EULAR-ACR-2019-SLE'), 'meets the 2019 EULAR/ACR classification criteria for SLE');
        says(not(meets('EULAR-ACR-2019-SLE')), 'does not meet the 2019 EULAR/ACR classification criteria for SLE');
        says(fact('childbearing potential'), 'of childbearing potential');
        says(
            change('FVC', 'falls', amount('10', '%'), { from: anchor('baseline'), over: duration('6', 'month') }),
            'decrease in FVC of ≥ 10% (relative change) from baseline over 6 months',
        );
        says(
            change('FVC', 'falls', amount('10', '%'), { basis: null }),
            'decrease in FVC of ≥ 10% [not specified in the source: whether relative or absolute]',
        );
        says(elapsed('6', 'month', 'stroke', { orNever: true }), 'at least 6 months since stroke, or never');
    });
});

describe('phrase: lists', () => {
    it('says what all items share once', () => {
        const three = { lasting: forAtLeast('3', 'month') };
        says(
            atLeast(2, [response('A', three), response('B', three), response('C', three)]),
            'inadequate response to at least 2 of the following, each used for at least 3 months: A, B, C',
        );
        says(
            atLeast(2, [response(anyOfClass('bDMARD'), three), response(anyOfClass('tsDMARD'), three)], [true, true]),
            'inadequate response to at least 2 of the following (each member of a class counts), each used for at least 3 months: any bDMARD, any tsDMARD',
        );
        says(atLeast(1, [response(anyOfClass('csDMARD'))], [true]), 'inadequate response to at least 1 csDMARD');
        says(atLeast(2, [response('A'), any(response('B'), response('C'))]), 'inadequate response to at least 2 of the following: A, B or C (counted as one)');
        says(all(compare('AST', '<=', normal('5')), compare('ALT', '<=', normal('5'))), 'AST and ALT ≤ 5 × ULN');
        const tests = ['anti-dsDNA', 'anti-Ro', 'anti-La', 'anti-Sm'].map((id) => result(id, 'positive', { window: at('screening') }));
        says(any(...tests), 'at least one of the following positive at screening: anti-dsDNA, anti-Ro, anti-La, anti-Sm');
        const organs = ['renal', 'cardiorespiratory'].map((component) => grade('BILAG', '=', 'A', { component }));
        says(atLeast(1, organs), 'BILAG A in at least 1 of the following organ systems: renal, cardiorespiratory');
    });

    it('says a common window once', () => {
        const eight = { window: within('8', 'week') };
        says(
            any(compare('urine protein', '>', amount('4', 'g/24 h'), eight), compare('creatinine', '>', normal('1.5'), eight)),
            'any of the following within 8 weeks before screening: (1) urine protein > 4 g/24 h; (2) serum creatinine > 1.5 × ULN',
            plain,
            'exclude',
        );
    });

    it('joins two short clauses, and a range', () => {
        says(all(compare('swollen joint count', '>=', amount('3')), compare('CRP', '>', amount('6', 'mg/L'))), 'swollen joint count ≥ 3 and CRP > 6 mg/L');
        says(all(compare('FVC', '>=', amount('45', '% predicted')), compare('FVC', '<=', amount('70', '% predicted'))), 'FVC from 45 to 70% predicted');
        says(all(compare('age', '>=', amount('12', 'years')), compare('age', '<', amount('18', 'years'))), 'age ≥ 12 years and < 18 years');
    });

    it('nests readably', () => {
        says(
            any(all(presence('A', { window: ever() }), compare('B', '>', amount('1')), fact('C')), presence('D')),
            'at least one of the following: (1) all of the following: (a) history of A; (b) B > 1; (c) C; (2) D',
        );
        says(not(any(presence('A'), compare('B', '>', amount('1')))), 'none of the following: (1) A; (2) B > 1');
        says(not(any(presence('A'), presence('B'))), 'no A or B');
        says(not(any(presence('A'))), 'no A');
        says(all(presence('A', { window: ever() }), all(compare('B', '>', amount('1')), fact('C'))), 'all of the following: (1) history of A; (2) B > 1 and C');
        says(
            all(fact('D'), all(presence('A', { window: ever() }), compare('B', '>', amount('1')), fact('C'))),
            'all of the following: (1) D; (2) history of A; (3) B > 1; (4) C',
        );
    });
});

describe('phrase: the rest', () => {
    it('says guards, washouts, statements, holes', () => {
        says(
            guard(all(fact('female'), fact('childbearing potential')), result('pregnancy test', 'negative', { window: at('screening') })),
            'for participants who are female and of childbearing potential: negative pregnancy test at screening',
        );
        says(
            washout(
                'leukapheresis',
                { what: select('rituximab'), minus: [], duration: duration('6', 'month') },
                { what: anyOfClass('JAK inhibitor'), minus: [], duration: { kind: 'longer', of: [duration('1', 'week'), duration('5', 'half-life')] } },
                { what: anyOfClass('bDMARD'), minus: ['rituximab'], duration: duration('12', 'week') },
            ),
            'use of any of the following before leukapheresis: (1) rituximab: within 6 months; (2) any JAK inhibitor: within the longer of 1 week or 5 half-lives; (3) any other bDMARD (not named above): within 12 weeks',
        );
        says(
            statement('use effective contraception', {
                class: 'attestation',
                verb: 'agrees to',
                window: {
                    form: 'until',
                    from: end('screening'),
                    to: { anchor: anchor('infusion'), offset: { duration: duration('24', 'month'), direction: 'after' }, open: false },
                    written: true,
                },
            }),
            'agrees to use effective contraception from screening until 24 months after infusion',
        );
        says(statement('Unsuitable for the study.', { class: 'judgement', by: 'investigator' }), 'Unsuitable for the study (as judged by the investigator)');
        says(hole('The list is missing.'), '[not specified in the source: The list is missing]');
    });

    it('explains a definition at its first use, with its values', () => {
        const defined = document({
            definitions: [
                { id: 'progressive ILD', parameters: [], rule: all(presence('ILD'), statement('The ILD is progressive')), plain: [] },
                {
                    id: 'liver function',
                    parameters: ['multiple'],
                    rule: all(compare('AST', '<=', { kind: 'parameter', name: 'multiple' }), compare('bilirubin', '<=', normal('1.5'))),
                    plain: [],
                },
            ],
        });
        says(
            any(reference('progressive ILD'), all(reference('progressive ILD'), presence('A'))),
            'at least one of the following: (1) progressive ILD (ILD and the ILD is progressive); (2) progressive ILD and A',
            defined,
        );
        says(reference('liver function', normal('5')), 'liver function (5 × ULN), that is, AST ≤ 5 × ULN and bilirubin ≤ 1.5 × ULN', defined);
    });

    it('names windows', () => {
        const window = (form: Parameters<typeof at>[0] extends string ? NonNullable<Parameters<typeof presence>[1]>['window'] : never): Condition =>
            presence('X', { window: form as never });
        says(window({ form: 'at-least-before', from: null, to: before('6', 'month'), written: true }), 'X at least 6 months before screening');
        says(
            window({ form: 'between', from: before('12', 'month'), to: before('6', 'month'), written: true }),
            'X between 6 months and 12 months before screening',
        );
        says(
            window({ form: 'at-each-of', from: end('screening'), to: end('baseline'), points: [anchor('screening'), anchor('baseline')], written: true }),
            'X at each of screening and baseline',
        );
        says(
            window({ form: 'since', from: { ...end('RA'), anchor: anchor('RA', 'diagnosis') }, to: end('screening'), written: true }),
            'X since the diagnosis of RA',
        );
    });

    it('neutralises hostile names', () => {
        says(presence('__proto__'), '__proto__');
        says(presence('a\u202eb\u0000c\nd'), 'abc d');
        says(compare('constructor', '>', { kind: 'quantity', ...quantity('1', 'toString') }), 'constructor > 1 toString');
    });
});

describe('phrase: English', () => {
    it('joins lists and leaves unusual capitals alone', () => {
        assert.equal(joinWords(['A', 'B', 'C'], 'or'), 'A, B, or C');
        assert.equal(joinWords(['A, x', 'B'], 'or'), 'A, x; or B');
        assert.deepEqual(['history of X', 'anti-dsDNA', 'pH < 7', 'eGFR', 'anti-histone'].map(capitalised), [
            'History of X',
            'anti-dsDNA',
            'pH < 7',
            'eGFR',
            'Anti-histone',
        ]);
    });
});
