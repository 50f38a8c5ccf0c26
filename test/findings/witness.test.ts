// Witnesses construct by construct: what they say, and that the evaluator finds of them what is claimed.
import assert from 'node:assert/strict';
import { witnessTexts } from './witnesses.js';

const HEADER = 'protocol P "Test" { timeline consent, screening, infusion; assessed screening }\n';

/** What the witness of these criteria says, without the lines that every witness has. */
function facts(criteria: string, header = HEADER): string[] {
    const [text, ...others] = witnessTexts(`${header}${criteria}`);
    assert.ok(text !== undefined && others.length === 0);
    return text
        .split('\n')
        .slice(1, -1)
        .map((line) => line.trim())
        .filter((line) => line !== 'nothing else' && line !== 'expect eligible');
}

interface Row {
    readonly says: string;
    readonly criteria: string;
    readonly expected?: readonly string[];
}

const ROWS: readonly Row[] = [
    { says: 'a condition that is there now', criteria: 'include I-1 { has psoriasis }', expected: ['has psoriasis'] },
    {
        says: 'an event between two windows, by durations that every calendar agrees on',
        criteria: 'include I-1 { had stroke within 12 months before screening }\nexclude E-1 { had stroke within 6 months before screening }',
        expected: ['had stroke between 9 months and 10 months before screening'],
    },
    {
        says: 'an event of long ago',
        criteria: 'include I-1 { at least 6 months since stroke }',
        expected: ['had stroke between 2 years and 3 years before screening'],
    },
    {
        says: 'an event after a visit',
        criteria: 'include I-1 { plans major surgery }\nexclude E-1 { plans major surgery within 4 weeks after screening }',
    },
    {
        says: 'a usual value, where the limits allow it',
        criteria: 'include I-1 { hemoglobin >= 8 g/dL }\nexclude E-1 { creatinine > 2 mg/dL }',
    },
    {
        says: 'a value in the unit of the protocol',
        criteria: 'include I-1 { ANC from 500 to under 1000 /mm3 }',
        expected: ['ANC = 750 /mm3'],
    },
    { says: 'linked values in agreement', criteria: 'include I-1 { ANC > 6000 /mm3 }\ninclude I-2 { WBC < 7000 /mm3 }' },
    {
        says: 'a multiple and a value, where the limit of normal is declared',
        criteria: 'declare ULN of ALT from 30 U/L to 40 U/L\ninclude I-1 { ALT > 2 x ULN }\nexclude E-1 { ALT > 100 U/L }',
    },
    {
        says: 'the worst and the latest of several values',
        criteria: 'include I-1 { any value of platelets >= 100 x 10^9/L within 4 weeks before screening }\ninclude I-2 { platelets < 50 x 10^9/L }',
    },
    { says: 'every value in a window', criteria: 'include I-1 { every value of platelets >= 50 x 10^9/L within 4 weeks before screening }' },
    { says: 'a score in its steps', criteria: 'include I-1 { EDSS > 3 }\nexclude E-1 { EDSS >= 4 }', expected: ['EDSS = 3.5'] },
    { says: 'a grade', criteria: 'include I-1 { NYHA class is II }', expected: ['NYHA class is II'] },
    {
        says: 'the grade of a condition',
        criteria: 'include I-1 { peripheral neuropathy is grade >= 2 in CTCAE }\nexclude E-1 { peripheral neuropathy is grade >= 3 in CTCAE }',
    },
    { says: 'a test result and one that is denied', criteria: 'include I-1 { anti-dsDNA positive }\nexclude E-1 { anti-Sm positive }' },
    { says: 'facts about the person, those denied too', criteria: 'include I-1 { female }\nexclude E-1 { pregnant }', expected: ['female', 'not pregnant'] },
    { says: 'classification criteria', criteria: 'include I-1 { meets EULAR-ACR-2019-SLE }', expected: ['meets EULAR-ACR-2019-SLE'] },
    { says: 'a response and how long the drug was used', criteria: 'include I-1 { inadequate response to methotrexate used for at least 3 months }' },
    { says: 'a stable dose between two bounds', criteria: 'include I-1 { uses methotrexate at a stable dose for at least 4 weeks before screening }' },
    {
        says: 'how long something lasts, between two bounds',
        criteria: 'include I-1 { uses methotrexate for at least 3 months }\nexclude E-1 { uses methotrexate for at least 12 months }',
    },
    { says: 'that a use did not last so long', criteria: 'include I-1 { uses methotrexate }\nexclude E-1 { uses methotrexate for at least 6 months }' },
    {
        says: 'how often',
        criteria:
            'include I-1 { had relapse at least 2 times within 12 months before screening }\nexclude E-1 { had relapse at least 4 times within 24 months before screening }',
    },
    { says: 'on how many occasions', criteria: 'include I-1 { platelets < 100 x 10^9/L on at least 2 occasions at least 4 hours apart }' },
    { says: 'a change', criteria: 'include I-1 { FVC falls by >= 10 % relative from consent over 6 months }' },
    {
        says: 'a change that follows from two values',
        criteria: 'include I-1 { EDSS rises by >= 1 from consent }\ninclude I-2 { EDSS <= 5 }\ninclude I-3 { EDSS >= 3.5 at consent }',
    },
    {
        says: 'a difference of two values',
        criteria:
            'include I-1 { ( systolic blood pressure - diastolic blood pressure ) > 60 mmHg; systolic blood pressure < 140 mmHg; diastolic blood pressure > 60 mmHg }',
    },
    { says: 'a vague word', criteria: 'include I-1 { has "severe" psoriasis }', expected: ['has "severe" psoriasis'] },
    {
        says: 'two vague words of one thing, a line each',
        criteria: 'include I-1 { has "severe" psoriasis }\ninclude I-2 { has "active" psoriasis }',
        expected: ['has "severe" psoriasis', 'has "active" psoriasis'],
    },
    { says: 'a vague word of a grade', criteria: 'include I-1 { "recent" BILAG is A in at least 1 of { renal, neuropsychiatric } }' },
    { says: 'a refinement', criteria: 'include I-1 { has psoriasis requiring "phototherapy" }', expected: ['has psoriasis requiring "phototherapy"'] },
    { says: 'an exception', criteria: 'include I-1 { ever had any malignancy }\nexclude E-1 { ever had any malignancy except basal cell carcinoma }' },
    { says: 'two members of a class', criteria: 'include I-1 { at least 2 of { inadequate response to any NSAID } }' },
    {
        says: 'statements, judgements and agreements',
        criteria: 'include I-1 { statement "lives nearby"; agrees to "come back"; judgement "fit" by investigator }\nexclude E-1 { statement "moves away" }',
    },
    { says: 'who is able and not willing', criteria: 'include I-1 { able to "keep a diary" }\nexclude E-1 { willing to "keep a diary" }' },
    { says: 'a hole in the source', criteria: 'include I-1 { has psoriasis }\nexclude E-1 { unspecified "the list is missing" }' },
    {
        says: 'what a template asks',
        criteria:
            "define 'normal liver'(most) { ALT <= most; bilirubin <= 1.5 mg/dL }\ninclude I-1 { 'normal liver'(2 x ULN) within 2 weeks before screening }",
    },
    {
        says: 'a line that is only for some',
        criteria: 'include I-1 { if childbearing potential { pregnancy test negative } }\ninclude I-2 { childbearing potential }',
    },
    { says: 'a table of cases', criteria: 'include I-1 { hemoglobin >= case { female: 11 g/dL; otherwise: 12 g/dL } }\ninclude I-2 { female }' },
    {
        says: 'a washout table',
        criteria:
            'include I-1 { ever used rituximab }\nexclude E-1 { used before screening { rituximab: within 6 months; any other biologic: within 12 weeks } }',
    },
    {
        says: 'doses',
        criteria: 'include I-1 { dose of glucocorticoid from 5 to 20 mg/day of prednisone or equivalent }\nexclude E-1 { dose of dexamethasone > 0 mg/day }',
    },
    { says: 'a method', criteria: 'include I-1 { creatinine clearance >= 60 mL/min by Cockcroft-Gault }' },
    { says: 'a titer', criteria: 'include I-1 { RPR >= 1:8 }' },
    {
        says: 'the time since an event of the patient',
        criteria: 'include I-1 { onset of interstitial lung disease within 3 years after onset of dermatomyositis }',
    },
    {
        says: 'the index disease and its exception',
        criteria: 'cohort RA "RA" with rheumatoid arthritis\nexclude E-1 { has any systemic autoimmune disease except the index disease }',
    },
];

describe('witnesses', function () {
    for (const { says, criteria, expected } of ROWS) {
        it(`say ${says}`, function () {
            const found = facts(criteria);
            if (expected !== undefined) assert.deepEqual(found, expected);
        });
    }
});
