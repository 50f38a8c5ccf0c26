// Measured values, doses, grades, test results and changes: exact, in windows, and linked.
import assert from 'node:assert/strict';
import { HEADER, resultOf, testRows } from './evaluate-text.js';

describe('comparisons', function () {
    testRows([
        {
            rule: 'creatinine <= 1.5 mg/dL',
            met: ['creatinine = 1.5 mg/dL', 'creatinine = 100 µmol/L', 'creatinine < 1.5 mg/dL', 'creatinine from 1 to 1.2 mg/dL'],
            notMet: ['creatinine = 1.51 mg/dL', 'creatinine > 1.5 mg/dL', 'not creatinine <= 1.6 mg/dL'],
            unknown: ['', 'nothing else', 'creatinine <= 2 mg/dL', 'creatinine = 1 mg/dL at infusion', 'creatinine = 1 x ULN', 'creatinine >= 1.5 mg/dL'],
        },
        {
            rule: 'creatinine <= 1.5 x ULN',
            met: ['creatinine = 1.5 x ULN', 'creatinine = ULN'],
            notMet: ['creatinine = 1.6 x ULN'],
            unknown: ['creatinine = 1 mg/dL'],
        },
        {
            // In doubles, 1.8 <= 1.5 x 1.2 is false.
            rule: 'creatinine <= 1.5 x ULN',
            declarations: 'declare ULN of creatinine from 1.2 to 1.2 mg/dL',
            met: ['creatinine = 1.8 mg/dL'],
            notMet: ['creatinine = 1.800000000000001 mg/dL'],
        },
        {
            rule: 'ALT <= 3 x ULN',
            declarations: 'declare ULN of ALT from 35 to 50 U/L',
            met: ['ALT = 105 U/L', 'ALT = 2 x ULN'],
            notMet: ['ALT = 151 U/L'],
            unknown: ['ALT = 120 U/L'],
        },
        {
            rule: 'ALT <= 100 U/L',
            declarations: 'declare ULN of ALT from 35 to 50 U/L',
            met: ['ALT = 2 x ULN'],
            notMet: ['ALT = 3 x ULN'],
            unknown: ['ALT = 2.5 x ULN'],
        },
        {
            rule: 'age from 12 to under 18 years',
            met: ['age = 12 years', 'age = 17.9 years'],
            notMet: ['age = 18 years', 'age = 11 years'],
            unknown: ['age >= 12 years'],
        },
        { rule: 'ANC >= 500 /mm3', notMet: ['WBC = 0.3 x 10^9/L', 'ANC = 400 /mm3'], met: ['ANC = 0.5 x 10^9/L'], unknown: ['WBC = 3 x 10^9/L'] },
        { rule: 'WBC >= 1000 /mm3', met: ['ANC = 1200 /mm3', 'lymphocyte count = 1000 /mm3'], unknown: ['ANC = 900 /mm3'] },
        { rule: 'ANC <= WBC', met: ['', 'ANC = 2 x 10^9/L'] },
        {
            rule: '( systolic blood pressure - diastolic blood pressure ) > 60 mmHg',
            met: ['systolic blood pressure = 150 mmHg\ndiastolic blood pressure = 80 mmHg'],
            notMet: ['systolic blood pressure = 140 mmHg\ndiastolic blood pressure = 80 mmHg'],
            unknown: ['systolic blood pressure = 150 mmHg'],
        },
        { rule: 'EDSS = 0', met: ['EDSS = 0', 'EDSS < 1'], notMet: ['EDSS = 1', 'EDSS > 0'], unknown: ['EDSS <= 1'] },
        { rule: 'SLEDAI-2K >= 6', met: ['SLEDAI-2K > 5'], notMet: ['SLEDAI-2K < 6'], unknown: [''] },
        {
            rule: 'creatinine clearance >= 30 mL/min by Cockcroft-Gault',
            met: ['creatinine clearance = 60 mL/min by Cockcroft-Gault'],
            notMet: ['creatinine clearance = 20 mL/min by Cockcroft-Gault'],
            unknown: ['creatinine clearance = 60 mL/min'],
        },
        { rule: 'creatinine clearance >= 30 mL/min', met: ['creatinine clearance = 60 mL/min by Cockcroft-Gault'] },
        { rule: 'oxygen saturation >= 92 % on room air', met: ['oxygen saturation = 95 % on room air'], unknown: ['oxygen saturation = 95 %'] },
        {
            rule: 'total bilirubin >= 17.1 µmol/L with "predominantly indirect bilirubin"',
            met: ['total bilirubin = 20 µmol/L with "predominantly indirect bilirubin"'],
            notMet: ['total bilirubin = 1 µmol/L'],
            unknown: ['total bilirubin = 20 µmol/L'],
        },
        { rule: 'RPR >= 1:8', met: ['RPR = 1:16', 'RPR = 1:8'], notMet: ['RPR = 1:4'], unknown: [''] },
        {
            rule: 'hemoglobin >= 8 g/dL at each of { screening, leukapheresis }',
            met: ['hemoglobin = 9 g/dL at each of { screening, leukapheresis }'],
            notMet: ['hemoglobin = 9 g/dL\nhemoglobin = 7 g/dL at leukapheresis'],
            unknown: ['hemoglobin = 9 g/dL'],
        },
    ]);
});

describe('values in a window', function () {
    const window = 'within 4 weeks before screening';
    testRows([
        {
            rule: `every value of creatinine <= 3 mg/dL ${window}`,
            met: [`not any value of creatinine > 2 mg/dL ${window}`],
            notMet: [`not every value of creatinine <= 4 mg/dL ${window}`],
        },
        {
            rule: `creatinine <= 2 mg/dL ${window}`,
            met: [
                'creatinine = 1 mg/dL',
                `creatinine = 1 mg/dL ${window}`,
                'creatinine = 1 mg/dL within 2 weeks before screening',
                `every value of creatinine <= 1 mg/dL ${window}`,
            ],
            notMet: ['creatinine = 3 mg/dL', `creatinine = 3 mg/dL ${window}`],
            unknown: ['creatinine = 1 mg/dL within 8 weeks before screening', `any value of creatinine = 1 mg/dL ${window}`],
        },
        {
            rule: `any value of creatinine > 2 mg/dL ${window}`,
            met: ['creatinine = 3 mg/dL', `any value of creatinine = 3 mg/dL ${window}`],
            notMet: [`every value of creatinine <= 2 mg/dL ${window}`],
            unknown: ['creatinine = 1 mg/dL', ''],
        },
        {
            rule: `every value of creatinine <= 2 mg/dL ${window}`,
            met: [`every value of creatinine <= 1 mg/dL within 8 weeks before screening`],
            notMet: ['creatinine = 3 mg/dL', `any value of creatinine = 3 mg/dL ${window}`],
            unknown: ['creatinine = 1 mg/dL'],
        },
        {
            rule: `worst value of platelets >= 50 x 10^9/L ${window}`,
            notMet: ['platelets = 40 x 10^9/L', `worst value of platelets = 40 x 10^9/L ${window}`],
            unknown: [
                'platelets = 60 x 10^9/L',
                `worst value of platelets >= 40 x 10^9/L ${window}`,
                `worst value of platelets <= 60 x 10^9/L ${window}`,
                'worst value of platelets >= 60 x 10^9/L within 1 week before screening',
            ],
            met: [
                `every value of platelets >= 60 x 10^9/L ${window}`,
                `platelets = 80 x 10^9/L\nworst value of platelets >= 60 x 10^9/L ${window}`,
                `worst value of platelets = 60 x 10^9/L ${window}`,
                'worst value of platelets >= 60 x 10^9/L within 1 year before screening',
            ],
        },
        {
            rule: `worst value of creatinine <= 2 mg/dL ${window}`,
            met: [`worst value of creatinine = 1.5 mg/dL ${window}`],
            notMet: [`worst value of creatinine >= 2.5 mg/dL ${window}`],
            unknown: [`worst value of creatinine >= 1 mg/dL ${window}`],
        },
        {
            rule: `hemoglobin < 11 g/dL ${window}`,
            header: HEADER.replace('screening }', 'screening; values worst }'),
            met: [`worst value of hemoglobin < 11 g/dL ${window}`, `hemoglobin < 10 g/dL ${window}`],
            notMet: [`worst value of hemoglobin = 12 g/dL ${window}`],
        },
        {
            // Either end is the worst one, so only a fact in the same words settles it.
            rule: `worst value of potassium from 3.5 to 5 mmol/L ${window}`,
            met: [`worst value of potassium from 3.5 to 5 mmol/L ${window}`],
            unknown: [`worst value of potassium = 4 mmol/L ${window}`],
        },
        {
            rule: `worst value of platelets < 50 x 10^9/L ${window}`,
            kind: 'exclude',
            met: ['platelets = 40 x 10^9/L'],
            unknown: ['platelets = 60 x 10^9/L'],
            notMet: [`every value of platelets >= 60 x 10^9/L ${window}`],
        },
        {
            rule: 'platelets < 100 x 10^9/L on at least 2 occasions at least 4 hours apart',
            met: [
                'platelets < 100 x 10^9/L on at least 3 occasions at least 6 hours apart',
                'platelets < 100 x 10^9/L on at least 2 occasions at least 4 hours apart',
            ],
            notMet: ['platelets = 200 x 10^9/L'],
            unknown: ['platelets = 50 x 10^9/L', 'platelets < 100 x 10^9/L on at least 2 occasions at least 1 hour apart'],
        },
    ]);
});

describe('doses', function () {
    testRows([
        {
            rule: 'dose of glucocorticoid <= 30 mg/day of prednisone or equivalent',
            met: [
                'dose of prednisone = 20 mg/day\nnothing else',
                'dose of methylprednisolone = 16 mg/day\nnothing else',
                'dose of glucocorticoid = 30 mg/day of prednisone or equivalent',
                'not uses any glucocorticoid',
                'dose of prednisone = 10 mg/day\ndose of methylprednisolone = 16 mg/day\nnothing else',
                // The dose of the class is not added to that of its member.
                'dose of prednisone = 20 mg/day\ndose of glucocorticoid = 20 mg/day of prednisone or equivalent\nnothing else',
                'dose of prednisone >= 5 mg/day\ndose of prednisone <= 20 mg/day\nnothing else',
                'dose of glucocorticoid = 20 mg/day of methylprednisolone or equivalent',
            ],
            notMet: [
                'dose of prednisone = 40 mg/day',
                'dose of methylprednisolone = 25 mg/day',
                'dose of prednisone = 15 mg/day\ndose of methylprednisolone = 16 mg/day',
            ],
            unknown: ['', 'dose of prednisone = 20 mg/day', 'uses dexamethasone\ndose of prednisone = 20 mg/day\nnothing else'],
        },
        {
            rule: 'dose of methotrexate <= 25 mg/week',
            met: ['dose of methotrexate = 25 mg/week'],
            notMet: ['dose of methotrexate = 4 mg/day'],
            unknown: ['uses methotrexate'],
        },
    ]);
});

describe('grades', function () {
    testRows([
        {
            rule: 'NYHA class <= II',
            met: ['NYHA class is I', 'NYHA class < III'],
            notMet: ['NYHA class is III'],
            unknown: ['', 'NYHA class >= II', 'nothing else'],
        },
        { rule: 'ECOG is in { 0, 1 }', met: ['ECOG is 1'], notMet: ['ECOG is 2', 'ECOG > 1'], unknown: ['ECOG is in { 1, 2 }'] },
        {
            rule: 'BILAG is A in at least 1 of { any BILAG organ system except { musculoskeletal } }',
            met: ['BILAG(renal) is A'],
            unknown: ['BILAG(musculoskeletal) is A', 'BILAG(renal) is B'],
            notMet: ['not BILAG is A in any BILAG organ system'],
        },
        {
            rule: 'peripheral neuropathy is grade >= 2 in CTCAE',
            met: ['peripheral neuropathy is grade = 3 in CTCAE', 'peripheral neuropathy is grade >= 2 in CTCAE'],
            notMet: [
                'never had peripheral neuropathy',
                'nothing else',
                'not peripheral neuropathy is grade >= 2 in CTCAE',
                'peripheral neuropathy is grade = 1 in CTCAE\nnothing else',
                'peripheral neuropathy is grade <= 1 in CTCAE\nnothing else',
                'has peripheral neuropathy\nperipheral neuropathy is grade = 1 in CTCAE\nnothing else',
                'has chronic inflammatory demyelinating polyneuropathy\nperipheral neuropathy is grade = 1 in CTCAE\nnothing else',
            ],
            unknown: [
                'has peripheral neuropathy\nnothing else',
                'peripheral neuropathy is grade = 1 in CTCAE',
                'peripheral neuropathy is grade <= 2 in CTCAE\nnothing else',
                'has chronic inflammatory demyelinating polyneuropathy\nnothing else',
            ],
        },
        { rule: 'pneumonia is grade >= 3 in CTCAE', notMet: ['not infection is grade >= 3 in CTCAE'], unknown: ['infection is grade = 4 in CTCAE'] },
        {
            rule: 'infection is grade >= 3 in CTCAE',
            met: ['pneumonia is grade = 4 in CTCAE'],
            unknown: ['not pneumonia is grade >= 3 in CTCAE', 'pneumonia is grade = 1 in CTCAE'],
        },
        {
            rule: 'any infection is grade >= 3 in CTCAE',
            met: ['pneumonia is grade = 4 in CTCAE\ntuberculosis is grade = 1 in CTCAE'],
            notMet: ['pneumonia is grade = 1 in CTCAE\nnothing else', 'has pneumonia\npneumonia is grade = 1 in CTCAE\nnothing else'],
            unknown: [
                'pneumonia is grade = 1 in CTCAE\nhas tuberculosis\nnothing else',
                'infection is grade = 1 in CTCAE\nhas pneumonia\nnothing else',
                'pneumonia is grade = 1 in CTCAE',
            ],
        },
        { rule: 'infection is grade <= 2 in CTCAE', unknown: ['not infection is grade >= 3 in CTCAE'] },
    ]);
});

describe('test results', function () {
    testRows([
        {
            rule: 'anti-dsDNA positive',
            met: ['anti-dsDNA positive'],
            notMet: ['anti-dsDNA negative', 'not anti-dsDNA positive'],
            unknown: ['', 'nothing else', 'anti-dsDNA positive at infusion'],
        },
        {
            rule: 'ANA positive at or before screening',
            met: ['ANA positive', 'ANA positive at consent'],
            notMet: ['not ANA positive at or before screening'],
            unknown: ['ANA negative', 'ANA positive at infusion'],
        },
        {
            rule: 'any myositis-specific antibody positive',
            met: ['anti-Jo-1 positive'],
            notMet: ['not any myositis-specific antibody positive'],
            unknown: ['anti-Jo-1 negative', 'ANA positive'],
        },
        { rule: 'HCV RNA detectable', met: ['HCV RNA detectable'], notMet: ['HCV RNA undetectable'], unknown: ['anti-HCV positive'] },
    ]);
});

describe('changes', function () {
    testRows([
        {
            rule: 'FVC falls by >= 10 % relative from consent',
            met: ['FVC = 80 % predicted at consent\nFVC = 72 % predicted', 'FVC falls by = 12 % relative from consent'],
            notMet: [
                'FVC = 80 % predicted at consent\nFVC = 73 % predicted',
                'FVC rises by = 12 % relative from consent',
                'FVC changes by <= 5 % relative from consent',
            ],
            unknown: [
                'FVC = 72 % predicted',
                'FVC falls by = 12 % absolute from consent',
                'FVC falls by >= 5 % relative from consent',
                'FVC changes by >= 20 % relative from consent',
            ],
        },
        {
            rule: 'FVC falls by >= 10 % absolute from consent',
            met: ['FVC = 80 % predicted at consent\nFVC = 70 % predicted'],
            notMet: ['FVC = 80 % predicted at consent\nFVC = 72 % predicted'],
        },
        {
            rule: 'EDSS rises by >= 1 from consent sustained for at least 6 months',
            met: ['EDSS rises by = 2 from consent sustained for at least 7 months'],
            notMet: ['EDSS = 3 at consent\nEDSS = 3'],
            unknown: ['EDSS = 3 at consent\nEDSS = 5', 'EDSS rises by = 2 from consent sustained for at least 3 months'],
        },
        {
            rule: 'mRSS rises by >= 10 % relative over 6 months',
            met: ['mRSS rises by = 20 % relative over 6 months'],
            unknown: ['mRSS rises by = 20 % relative over 3 months'],
        },
    ]);
});

describe('exact arithmetic', function () {
    it('never rounds: 0.1 + 0.2 is 0.3', function () {
        const asked = { rule: '( systolic blood pressure + diastolic blood pressure ) = 0.3 mmHg' };
        const { verdict } = resultOf(asked, 'systolic blood pressure = 0.2 mmHg\ndiastolic blood pressure = 0.1 mmHg');
        assert.equal(verdict, 'met');
    });
});
