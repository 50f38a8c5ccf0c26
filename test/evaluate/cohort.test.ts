// Cohorts, header criteria, scopes, readings, replaced criteria, assertions, and patient cases.
import assert from 'node:assert/strict';
import { evaluateAssertion } from '@crit-lang/evaluate/assertion.js';
import { evaluateCohort } from '@crit-lang/evaluate/cohort.js';
import type { CohortResult } from '@crit-lang/evaluate/cohort.js';
import { coverageOf } from '@crit-lang/evaluate/coverage.js';
import { Knowledge } from '@crit-lang/evaluate/knowledge/knowledge.js';
import { testPatients } from '@crit-lang/evaluate/patient-test.js';
import { patientFromCase } from '@crit-lang/evaluate/patient/from-case.js';
import { HEADER, documentOf } from './evaluate-text.js';

/** What is found of a patient with these facts in a file with these criteria. */
function resultFor(criteria: string, facts: string, cohort = 'SLE', header = HEADER): CohortResult {
    const document = documentOf(`${header}${criteria}\npatient "p" in ${cohort} {\n${facts}\nexpect unknown\n}\n`);
    const knowledge = new Knowledge(document);
    const [patient] = document.patients;
    assert.ok(patient !== undefined);
    return evaluateCohort(cohort, patientFromCase(patient, knowledge), knowledge);
}

const verdicts = (result: CohortResult): Record<string, string> => Object.fromEntries(result.criteria.map(({ id, verdict }) => [id, verdict]));

describe('cohorts', function () {
    const criteria = 'include I-1 { SLEDAI-2K >= 6 }\nexclude E-1 { pregnant }\ninclude R-1 for RA { swollen joint count >= 6 }';

    it('takes who meets every inclusion and no exclusion, and leaves out what is for others', function () {
        const result = resultFor(criteria, 'has SLE\nSLEDAI-2K = 8\nnot pregnant');
        assert.equal(result.eligibility, 'eligible');
        assert.deepEqual(verdicts(result), { 'SLE.index': 'met', 'RA.index': 'not-applicable', 'I-1': 'met', 'E-1': 'not-met', 'R-1': 'not-applicable' });
    });

    it('names what keeps a patient out', function () {
        const result = resultFor(criteria, 'has SLE\nSLEDAI-2K = 4\npregnant');
        assert.deepEqual([result.eligibility, result.failed], ['ineligible', ['I-1', 'E-1']]);
    });

    it('is unknown where something is missing, and says what; missing data is never no', function () {
        const result = resultFor(criteria, 'has SLE');
        assert.equal(result.eligibility, 'unknown');
        assert.deepEqual(result.unsettled, [
            { id: 'I-1', missing: ['SLEDAI-2K at screening'] },
            { id: 'E-1', missing: ['whether: pregnant'] },
        ]);
    });

    it('is ineligible by one failed criterion, whatever else is unknown', function () {
        assert.equal(resultFor(criteria, 'pregnant').eligibility, 'ineligible');
    });

    it('judges age, sex and healthy volunteers of the header', function () {
        const header =
            'protocol P "Test" { age from 18 years to under 75 years; sex female; healthy volunteers no; timeline consent, screening; assessed screening }\ncohort SLE with SLE\n';
        const found = (facts: string): Record<string, string> => verdicts(resultFor('include I-1 { has SLE }', facts, 'SLE', header));
        const yes = found('age = 18 years\nfemale\nnot healthy volunteer\nhas SLE');
        assert.deepEqual([yes['protocol.age'], yes['protocol.sex'], yes['protocol.healthy-volunteers'], yes['SLE.index']], ['met', 'met', 'not-met', 'met']);
        const no = found('age = 75 years\nmale\nhealthy volunteer\nnot has SLE');
        assert.deepEqual(
            [no['protocol.age'], no['protocol.sex'], no['protocol.healthy-volunteers'], no['SLE.index']],
            ['not-met', 'not-met', 'met', 'not-met'],
        );
    });

    it('gives a protocol without cohorts its implicit one', function () {
        const header = 'protocol P "Test" { timeline screening; assessed screening }\n';
        const document = documentOf(`${header}include I-1 { has SLE }\npatient "p" { has SLE\nexpect eligible\n}`);
        assert.deepEqual(
            testPatients(document).map(({ cohort, passed }) => [cohort, passed]),
            [['P', true]],
        );
    });
});

describe('readings', function () {
    const criteria = 'exclude E-3 {\n  reading everybody { has rheumatoid arthritis }\n  reading lupus-only for SLE { has rheumatoid arthritis }\n}';

    it('gives each reading a verdict; the first one decides', function () {
        const result = resultFor(criteria, 'has rheumatoid arthritis', 'RA');
        const found = result.criteria.find(({ id }) => id === 'E-3');
        assert.equal(found?.verdict, 'met');
        assert.deepEqual(
            found?.readings.map(({ id, verdict }) => [id, verdict]),
            [
                ['everybody', 'met'],
                ['lupus-only', 'not-applicable'],
            ],
        );
    });

    it('takes a reading without cohorts as said of those of the criterion, whatever the others have', function () {
        const swapped = 'exclude E-3 {\n  reading lupus-only for SLE { has rheumatoid arthritis }\n  reading everybody { has rheumatoid arthritis }\n}';
        const found = resultFor(swapped, 'has rheumatoid arthritis', 'RA').criteria.find(({ id }) => id === 'E-3');
        assert.deepEqual(
            found?.readings.map(({ verdict }) => verdict),
            ['not-applicable', 'met'],
        );
        assert.equal(found?.verdict, 'not-applicable');
    });
});

describe('instead of', function () {
    const criteria =
        'exclude E-9 { used any biologic within 12 weeks before screening\ncreatinine > 2 mg/dL }\nexclude E-9a instead of E-9 { used rituximab within 4 weeks before screening }';

    it('replaces for the terms that the new criterion names', function () {
        const found = verdicts(resultFor(criteria, 'used rituximab within 8 weeks before screening\ncreatinine = 1 mg/dL\nnothing else'));
        assert.deepEqual([found['E-9'], found['E-9a']], ['not-met', 'unknown']);
        const longAgo = verdicts(resultFor(criteria, 'used rituximab between 6 weeks and 8 weeks before screening\ncreatinine = 1 mg/dL\nnothing else'));
        assert.deepEqual([longAgo['E-9'], longAgo['E-9a']], ['not-met', 'not-met']);
    });

    it('leaves the rest as it is', function () {
        const other = verdicts(resultFor(criteria, 'used belimumab within 8 weeks before screening\nnothing else'));
        assert.deepEqual([other['E-9'], other['E-9a']], ['met', 'not-met']);
        assert.equal(verdicts(resultFor(criteria, 'creatinine = 3 mg/dL\nnothing else'))['E-9'], 'met');
    });

    it('takes a whole line away, so that it does not apply', function () {
        const lines = 'include I-1 { creatinine <= 1.5 mg/dL\nhemoglobin >= 8 g/dL }\ninclude I-2 instead of I-1 { creatinine <= 2 mg/dL }';
        const found = verdicts(resultFor(lines, 'creatinine = 1.8 mg/dL\nhemoglobin = 9 g/dL'));
        assert.deepEqual([found['I-1'], found['I-2']], ['met', 'met']);
    });

    it('does so only in the cohorts that the new criterion is for', function () {
        const scoped = criteria.replace('E-9a', 'E-9a for RA');
        const found = verdicts(
            resultFor(
                scoped.replace('E-9a for RA instead of E-9', 'E-9a for RA instead of E-9'),
                'used rituximab within 8 weeks before screening\nnothing else',
            ),
        );
        assert.equal(found['E-9'], 'met');
    });
});

describe('contradictions', function () {
    it('between facts settle nothing, and are told', function () {
        const result = resultFor('exclude E-1 { has stroke }', 'has stroke\nnever had stroke');
        assert.equal(verdicts(result)['E-1'], 'unknown');
        assert.match(result.defects.join(), /contradict each other: .*has stroke.*never had stroke|contradict each other: .*stroke/);
        assert.match(resultFor('exclude E-1 { creatinine > 2 mg/dL }', 'creatinine = 1 mg/dL\ncreatinine = 3 mg/dL').defects.join(), /contradict/);
    });

    it('between facts fail a patient case, even where no criterion asks for them', function () {
        const contradictory = [
            'age = 30 years\nage = 40 years',
            'has stroke\nnever had stroke',
            'male\npregnant',
            'ANC = 2 x 10^9/L\nWBC = 1 x 10^9/L',
            'inadequate response to rituximab\nnever used rituximab',
            "has 'CKD stage 4'\nhas 'CKD stage 5'",
        ];
        for (const facts of contradictory) {
            const document = documentOf(`${HEADER}exclude E-1 { has seizure }\npatient "p" in SLE {\n${facts}\nhas seizure\nexpect ineligible\n}`);
            assert.match(
                testPatients(document)
                    .flatMap((test) => test.failures)
                    .join(),
                /contradict/,
                facts,
            );
        }
    });

    it('between rows of a table settle nothing, and are told', function () {
        const table = 'include I-1 {\n  creatinine <= case {\n    age >= 18 years: 1 mg/dL\n    age >= 12 years: 2 mg/dL\n    otherwise: 1 mg/dL\n  }\n}';
        const result = resultFor(table, 'age = 30 years\ncreatinine = 1.5 mg/dL');
        assert.equal(verdicts(result)['I-1'], 'unknown');
        assert.match(result.defects.join(), /Several rows of a table/);
    });
});

describe('assertions', function () {
    const text = `${HEADER}include I-1 { SLEDAI-2K >= 6 }\nassert A-1 for SLE implies { SLEDAI-2K >= 8 }\nassert A-2 for SLE admits { SLEDAI-2K >= 20 }\n`;
    const outcome = (assertion: string, facts: string): string | undefined => {
        const document = documentOf(`${text}patient "p" in SLE {\n${facts}\nexpect unknown\n}`);
        const knowledge = new Knowledge(document);
        const found = document.assertions.find(({ id }) => id === assertion);
        const [patient] = document.patients;
        assert.ok(found !== undefined && patient !== undefined);
        return evaluateAssertion(found, 'SLE', patientFromCase(patient, knowledge), knowledge).outcome;
    };

    it('are refuted by an eligible patient of whom the claim does not hold', function () {
        assert.equal(outcome('A-1', 'has SLE\nSLEDAI-2K = 7'), 'refutes');
        assert.equal(outcome('A-1', 'has SLE\nSLEDAI-2K = 9'), 'silent');
        assert.equal(outcome('A-1', 'has SLE\nSLEDAI-2K = 4'), 'silent');
        assert.equal(outcome('A-1', 'has SLE'), 'unknown');
    });

    it('are supported by an eligible patient with the admitted properties', function () {
        assert.equal(outcome('A-2', 'has SLE\nSLEDAI-2K = 30'), 'supports');
        assert.equal(outcome('A-2', 'has SLE\nSLEDAI-2K = 7'), 'silent');
    });
});

describe('patient cases', function () {
    const text = (expect: string): string =>
        `${HEADER}exclude E-1 { pregnant }\nexclude E-2 { has stroke }\npatient "p" in SLE {\nhas SLE\nnot pregnant\nnothing else\nexpect ${expect}\n}`;
    const failures = (expect: string): string[] => testPatients(documentOf(text(expect))).flatMap((test) => test.failures);

    it('pass when it comes out as expected', function () {
        assert.deepEqual(failures('eligible'), []);
    });

    it('say what was expected and what was found', function () {
        assert.deepEqual(failures('ineligible'), ['Expected ineligible, found eligible.']);
    });

    it('need the criterion that was named', function () {
        const document = documentOf(text('ineligible because E-2').replace('not pregnant', 'pregnant'));
        assert.deepEqual(
            testPatients(document).flatMap((test) => test.failures),
            ['Expected ineligible because of E-2, but E-2 does not keep the patient out because of E-1.'],
        );
    });

    it('tell which criteria and lines no case decides', function () {
        const document = documentOf(`${HEADER}exclude E-1 { pregnant\nbreastfeeding }\npatient "p" in SLE { pregnant\nexpect ineligible because E-1 }`);
        const own = document.criteria.filter(({ origin }) => origin === 'written');
        const { criteria, decided, gaps } = coverageOf(own, testPatients(document));
        assert.deepEqual([criteria, decided], [1, 1]);
        assert.deepEqual(
            gaps.map(({ criterion, part, never }) => [criterion, part, never]),
            [
                ['E-1', null, ['not-met']],
                ['E-1', 'pregnant', ['not-met']],
                ['E-1', 'breastfeeding', ['met', 'not-met']],
            ],
        );
    });
});
