// A criteria document with every kind of condition, built by hand, for the patient text.
import type { Condition } from '@crit-lang/model/criteria/condition.js';
import type { CriteriaDocument, Criterion } from '@crit-lang/model/criteria/document.js';
import type { Term } from '@crit-lang/model/criteria/term.js';
import * as build from '../fixtures/build.js';

const { all, any, at, before, compare, criterion, duration, end, ever, fact, presence, response, result, select, statement, term, used, vague, within } = build;

/** A name that is markup: it must show as text. */
export const HOSTILE_TERM = '<img src=x onerror=alert(1)>';

const TERMS: Term[] = [
    term('SLE', 'condition', {
        title: 'systemic lupus erythematosus',
        synonyms: ['lupus'],
        plain: 'lupus',
        explain: "a disease in which the body's defenses attack its own tissues",
    }),
    term('rheumatoid arthritis', 'condition', { plain: 'rheumatoid arthritis' }),
    term('type 1 diabetes', 'condition', { plain: 'type 1 diabetes' }),
    term('celiac disease', 'condition', { plain: 'celiac disease' }),
    term('autoimmune disease', 'condition', { plain: 'an autoimmune disease' }),
    term('stroke', 'condition', { plain: 'a stroke' }),
    term('malignancy', 'condition', { plain: 'cancer' }),
    term('prostate cancer', 'condition', { plain: 'prostate cancer' }),
    term('interstitial lung disease', 'condition', { plain: 'scarring of the lungs' }),
    term('kidney inflammation', 'condition'),
    term('neuropathy', 'condition', { plain: 'nerve damage' }),
    term(HOSTILE_TERM, 'condition'),
    term('rituximab', 'drug', { parents: ['B-cell depleting therapy'] }),
    term('methotrexate', 'drug', { plain: 'methotrexate' }),
    term('azathioprine', 'drug'),
    term('mycophenolate', 'drug'),
    term('prednisone', 'drug'),
    term('glucocorticoid', 'drug', { plain: 'steroid medicine' }),
    term('bDMARD', 'drug', { plain: 'biologic medicine' }),
    term('etanercept', 'drug', { parents: ['bDMARD'] }),
    term('JAK inhibitor', 'drug', { plain: 'JAK blocker' }),
    term('tofacitinib', 'drug', { parents: ['JAK inhibitor'] }),
    term('B-cell depleting therapy', 'drug', { plain: 'B-cell removing treatment' }),
    term('live vaccine', 'drug', { parents: ['vaccine'], plain: 'a live vaccine' }),
    term('vaccine', 'drug', { plain: 'a vaccine' }),
    term('kidney transplant', 'procedure', { plain: 'a kidney transplant' }),
    term('trial participation', 'event', { plain: 'another research study' }),
    term('creatinine', 'lab', { plain: 'creatinine level', unit: 'mg/dL', explain: 'a blood test of how well the kidneys work' }),
    term('ALT', 'lab', { plain: 'liver enzyme level (ALT)' }),
    term('AST', 'lab', { plain: 'liver enzyme level (AST)' }),
    term('platelets', 'lab', { plain: 'platelets' }),
    term('FVC', 'measure', { title: 'forced vital capacity', plain: 'lung capacity' }),
    term('systolic blood pressure', 'measure', { plain: 'upper blood pressure value' }),
    term('diastolic blood pressure', 'measure', { plain: 'lower blood pressure value' }),
    term('SLEDAI-2K', 'score', { plain: 'lupus activity score (SLEDAI)' }),
    term('BILAG', 'grade', { plain: 'lupus activity grade (BILAG)', components: ['renal', 'mucocutaneous'] }),
    term('NYHA class', 'grade', { plain: 'heart failure grade (NYHA)' }),
    term('CTCAE grade', 'grade', { plain: 'severity grade of a side effect' }),
    term('anti-dsDNA', 'test', { plain: 'lupus antibody (anti-dsDNA)' }),
    term('anti-Sm', 'test', { plain: 'lupus antibody (anti-Sm)' }),
    term('pregnancy test', 'test', { plain: 'pregnancy test' }),
    term('RPR', 'test', { plain: 'syphilis test' }),
    term('EULAR-ACR-2019-SLE', 'criteria', {
        title: '2019 EULAR/ACR classification criteria for systemic lupus erythematosus',
        plain: 'the 2019 checklist for lupus',
        classifies: ['SLE'],
    }),
    term('female', 'fact', { plain: 'female' }),
    term('male', 'fact', { plain: 'male' }),
    term('pregnant', 'fact', { plain: 'pregnant' }),
    term('childbearing potential', 'fact', { plain: 'able to become pregnant' }),
];

const inadequate = (drugs: string[], month: string): Condition[] => drugs.map((drug) => response(drug, { lasting: build.forAtLeast(month, 'month') }));

const include = (id: string, of: Condition[], more: Partial<Criterion> = {}): Criterion => criterion(id, 'include', all(...of), more);
const exclude = (id: string, of: Condition[], more: Partial<Criterion> = {}): Criterion => criterion(id, 'exclude', any(...of), more);

const CRITERIA: Criterion[] = [
    include('protocol.age', [compare('age', '>=', build.amount('18', 'years')), compare('age', '<', build.amount('66', 'years'))], { origin: 'header' }),
    include('SLE.index', [presence('SLE')], { origin: 'index', cohorts: ['SLE'] }),
    include('RA.index', [presence('rheumatoid arthritis')], { origin: 'index', cohorts: ['RA'] }),
    include(
        'I-1',
        [
            build.meets('EULAR-ACR-2019-SLE'),
            any(result('anti-dsDNA', 'positive', { window: at('screening') }), result('anti-Sm', 'positive', { window: at('screening') })),
            any(build.grade('BILAG', '=', 'A', { component: 'renal' }), build.grade('BILAG', '=', 'A', { component: 'mucocutaneous' })),
            compare('SLEDAI-2K', '>=', build.amount('10')),
        ],
        { cohorts: ['SLE'] },
    ),
    include(
        'I-2',
        [
            build.atLeast(
                2,
                [
                    ...inadequate(['methotrexate', 'mycophenolate'], '3'),
                    any(...inadequate(['azathioprine', 'rituximab'], '3')),
                    response(build.anyOfClass('JAK inhibitor'), { lasting: build.forAtLeast('3', 'month') }),
                ],
                [false, false, false, true],
            ),
            response('glucocorticoid', {}, ['intolerance', 'contraindication']),
        ],
        { cohorts: ['SLE', 'RA'] },
    ),
    include('I-3', [
        build.guard(
            all(fact('female'), fact('childbearing potential')),
            all(
                result('pregnancy test', 'negative', { window: at('screening') }),
                statement('Use effective contraception', {
                    class: 'attestation',
                    verb: 'agrees to',
                    window: {
                        form: 'until',
                        from: end('screening'),
                        to: { anchor: build.anchor('infusion'), offset: { duration: duration('24', 'month'), direction: 'after' }, open: false },
                        written: true,
                    },
                }),
            ),
        ),
        statement('give written informed consent', { class: 'attestation', verb: 'able to' }),
    ]),
    include('I-4', [
        all(compare('ALT', '<=', build.normal('5')), compare('AST', '<=', build.normal('5'))),
        compare('FVC', '>=', build.amount('45', '% predicted'), { window: at('screening') }),
        compare('FVC', '<=', build.amount('70', '% predicted'), { window: at('screening') }),
        any(build.grade('NYHA class', '=', 'I'), build.grade('NYHA class', '=', 'II')),
        compare(
            { kind: 'arithmetic', operator: '-', left: build.measure('systolic blood pressure'), right: build.measure('diastolic blood pressure') },
            '>',
            build.amount('40', 'mmHg'),
        ),
        build.reference('enough platelets', build.amount('20', '10^9/L')),
        build.not(presence('interstitial lung disease')),
        build.not(any(presence('stroke', { window: ever() }), presence('malignancy', { window: ever() }), presence('neuropathy', { window: ever() }))),
        used('prednisone', {
            window: build.now,
            stableDose: { bound: { operator: '>=', duration: duration('8', 'week') }, before: build.anchor('screening') },
        }),
    ]),
    include('I-5', [
        statement('You can follow the study plan', { class: 'judgement', by: 'the investigator' }),
        build.hole('Which medicines are allowed'),
        statement('Estimated life expectancy greater than 6 months'),
    ]),
    exclude('E-1', [
        presence({
            term: 'autoimmune disease',
            index: false,
            any: true,
            except: [
                { ...build.except(''), form: 'other than', selection: build.indexDisease },
                build.except('type 1 diabetes'),
                build.except('celiac disease'),
                build.except('rheumatoid arthritis'),
            ],
        }),
        vague('clinically significant', presence('stroke', { window: within('12', 'month') })),
    ]),
    exclude('E-2', [
        any(
            compare('creatinine', '>', build.normal('1.5'), { window: within('8', 'week') }),
            compare('platelets', '<', build.amount('25000', '/mm3'), { window: within('8', 'week') }),
        ),
        compare('creatinine', '>', {
            kind: 'cases',
            rows: [
                { when: all(compare('age', '<', build.amount('18', 'years')), fact('male')), limit: build.amount('1.3', 'mg/dL') },
                { when: null, limit: build.amount('1.2', 'mg/dL') },
            ],
        }),
        { kind: 'repeated', of: compare('platelets', '<', build.amount('100', 'x 10^9/L')), bound: { operator: '>=', count: 2 }, apart: duration('4', 'hour') },
        compare({ kind: 'dose', of: select('glucocorticoid'), inEquivalentsOf: 'prednisone' }, '>', build.amount('30', 'mg/day')),
        compare('RPR', '>=', { kind: 'titer', numerator: 1, denominator: 8 }),
    ]),
    exclude('E-3', [
        build.washout(
            'leukapheresis',
            { what: select('rituximab'), minus: [], duration: duration('6', 'month') },
            { what: build.anyOfClass('JAK inhibitor'), minus: [], duration: { kind: 'longer', of: [duration('1', 'week'), duration('5', 'half-life')] } },
            { what: build.anyOfClass('bDMARD'), minus: ['rituximab'], duration: duration('12', 'week') },
        ),
        used('live vaccine', { window: within('6', 'week', 'lymphodepletion') }),
        build.not(used('methotrexate', { window: ever() })),
    ]),
    exclude('E-4', [
        presence('malignancy', {
            window: ever(),
            what: build.anyOfClass('malignancy', [build.except('prostate cancer', { provided: build.elapsed('2', 'year', 'prostate cancer') })]),
        }),
        build.elapsed('6', 'month', 'stroke', { orNever: true }),
        build.change('FVC', 'falls', build.amount('10', '%'), { from: build.anchor('baseline'), over: duration('6', 'month') }),
        presence('neuropathy', { refinements: [{ relation: 'due to', text: "the participant's diabetes" }] }),
        build.grade('CTCAE grade', '>=', '2', { of: select('neuropathy') }),
        presence('trial participation', { window: within('3', 'month', 'consent') }),
        presence('kidney transplant', { aspect: 'planned', verb: 'plans' }),
        build.guard(fact('male'), presence('kidney inflammation', { times: { operator: '>=', count: 2 }, window: within('1', 'year') })),
        fact('pregnant'),
    ]),
    exclude('E-5', [presence('stroke')], {
        readings: [
            { id: 'recent', title: 'Recent', cohorts: null, rule: any(presence('stroke', { window: within('3', 'month') })) },
            { id: 'ever', title: 'Ever', cohorts: ['SLE'], rule: any(presence('stroke', { window: ever() })) },
        ],
    }),
    exclude('E-6', [used('rituximab', { window: { form: 'between', from: before('24', 'week'), to: before('4', 'week'), written: true } })], {
        cohorts: ['SLE'],
        replaces: 'E-3',
    }),
    exclude('E-7', [presence('stroke', { window: ever() })], { plain: ['You have had a bad reaction to <b>this</b> *drug*.'] }),
    exclude('E-8', [presence(HOSTILE_TERM), { kind: 'unresolved', text: 'has <script>' }]),
    exclude('E-9', [
        {
            kind: 'cases',
            rows: [
                { when: fact('male'), then: compare('platelets', '<', build.amount('90', '10^9/L')) },
                { when: null, then: compare('platelets', '<', build.amount('80', '10^9/L')) },
            ],
        },
    ]),
];

/** Two cohorts, a part for everyone, and a criterion or line for each kind of condition. */
export function wideDocument(): CriteriaDocument {
    return build.document({
        protocol: build.protocol('Wide', {
            title: 'A study of <i>cells</i> & more',
            registry: 'NCT00000001',
            version: '2',
            timeline: ['consent', 'screening', 'baseline', 'leukapheresis', 'lymphodepletion', 'infusion'],
        }),
        cohorts: [build.cohort('SLE', 'SLE'), build.cohort('RA', 'rheumatoid arthritis')],
        criteria: CRITERIA,
        definitions: [
            { id: 'enough platelets', parameters: ['limit'], rule: all(compare('platelets', '>=', { kind: 'parameter', name: 'limit' })), plain: [] },
        ],
        terms: TERMS,
    });
}
