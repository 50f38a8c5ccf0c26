// Classes, exceptions, refinements, vague words, implications and disjointness.
import { testRows } from './evaluate-text.js';

describe('classes and exceptions', function () {
    testRows([
        {
            rule: 'has any systemic autoimmune disease other than the index disease except { celiac disease }',
            met: ['has rheumatoid arthritis', 'has SLE\nhas systemic sclerosis', 'has systemic autoimmune disease'],
            notMet: [
                'has SLE\nnothing else',
                'has lupus nephritis\nnothing else',
                'has SLE\nhas celiac disease\nnothing else',
                'not has any systemic autoimmune disease',
            ],
            unknown: ['has SLE', 'has autoimmune disease', 'has SLE\nnot has rheumatoid arthritis'],
        },
        {
            rule: 'has any systemic autoimmune disease other than the index disease',
            cohort: 'RA',
            met: ['has SLE\nhas rheumatoid arthritis'],
            notMet: ['has rheumatoid arthritis\nnothing else'],
        },
        {
            rule: 'has the index disease',
            met: ['has SLE', 'has lupus nephritis', 'has the index disease'],
            notMet: ['has rheumatoid arthritis\nnothing else'],
            unknown: ['has rheumatoid arthritis'],
        },
        {
            rule: 'ever had any malignancy except { basal cell carcinoma, localized prostate cancer treated with "curative intent" provided disease-free time >= 2 years }',
            met: [
                'ever had malignancy',
                'ever had lymphoma',
                'ever had localized prostate cancer\nnothing else',
                'ever had localized prostate cancer treated with "curative intent"\ndisease-free time = 1 year',
            ],
            notMet: [
                'ever had basal cell carcinoma\nnothing else',
                'ever had localized prostate cancer treated with "curative intent"\ndisease-free time = 3 years\nnothing else',
            ],
            unknown: [
                'ever had basal cell carcinoma',
                'ever had localized prostate cancer treated with "curative intent"\nnothing else',
                'ever had localized prostate cancer\ndisease-free time = 3 years',
            ],
        },
        {
            rule: 'has any gizmo except { blue gizmo }',
            declarations:
                'condition gizmo\ncondition blue gizmo { is a gizmo }\ncondition round gizmo { is a gizmo }\ncondition blue round gizmo { is a blue gizmo, round gizmo }',
            met: ['has gizmo', 'has round gizmo'],
            notMet: ['has blue gizmo\nnothing else', 'has blue round gizmo\nnothing else'],
            unknown: ['has blue gizmo', 'has blue round gizmo'],
        },
    ]);
});

describe('refinements', function () {
    testRows([
        {
            rule: 'has SSc-related PAH requiring "active treatment"',
            met: ['has SSc-related PAH requiring "active treatment"', 'has SSc-related PAH requiring "Active  treatment"'],
            notMet: ['has SSc-related PAH\nnothing else', 'nothing else', 'not has SSc-related PAH'],
            unknown: ['has SSc-related PAH', ''],
        },
        { rule: 'has SSc-related PAH', met: ['has SSc-related PAH requiring "active treatment"'] },
        {
            rule: 'has SSc lower GI involvement requiring parenteral nutrition',
            met: ['has SSc lower GI involvement requiring parenteral nutrition'],
            notMet: ['has SSc lower GI involvement\nnothing else'],
            unknown: ['has SSc lower GI involvement'],
        },
        {
            rule: 'has nephritis requiring { dose of glucocorticoid > 500 mg/day of prednisone or equivalent for at least 14 days }',
            met: ['has nephritis requiring { dose of glucocorticoid = 600 mg/day of prednisone or equivalent for at least 20 days }'],
            notMet: ['has nephritis\ndose of glucocorticoid = 20 mg/day of prednisone or equivalent', 'nothing else'],
            unknown: ['has nephritis'],
        },
        {
            rule: 'has depression with any suicidality',
            met: ['has depression\nhas suicidal ideation', 'has depression with suicidal ideation'],
            notMet: ['has depression\nnothing else', 'has depression\nnot has any suicidality'],
            unknown: ['has depression'],
        },
        {
            rule: 'has infection without fever',
            declarations: 'condition fever',
            met: ['has infection\nnothing else', 'has infection without fever', 'has infection\nnot has fever'],
            notMet: ['has infection with fever\nhas fever\nnothing else'],
            unknown: ['has infection'],
        },
        {
            rule: 'has infection without "complications"',
            met: ['has infection\nnothing else', 'has infection without "complications"'],
            notMet: ['has infection with "complications"\nnothing else'],
            unknown: ['has infection'],
        },
    ]);
});

describe('vague words', function () {
    testRows([
        {
            rule: 'had "severe" pulmonary disease within 3 months before screening',
            met: ['has "severe" pulmonary disease', 'has "Severe" interstitial lung disease'],
            notMet: [
                'has pulmonary disease\nnothing else',
                'never had pulmonary disease',
                'not had "severe" pulmonary disease within 6 months before screening',
            ],
            unknown: ['has pulmonary disease', 'has "moderate" pulmonary disease', ''],
        },
        { rule: 'has pulmonary disease', met: ['has "severe" pulmonary disease'], unknown: ['not has "severe" pulmonary disease'] },
        {
            rule: 'inadequate response to "sufficient" glucocorticoid',
            met: ['inadequate response to "sufficient" glucocorticoid'],
            unknown: ['inadequate response to glucocorticoid'],
            notMet: ['inadequate response to glucocorticoid\nnothing else'],
        },
        {
            rule: '"recent" creatinine > 2 mg/dL',
            met: ['"recent" creatinine > 2 mg/dL'],
            notMet: ['creatinine = 1 mg/dL'],
            unknown: ['creatinine = 3 mg/dL', ''],
        },
        { rule: '"recent" BILAG is A in at least 1 of { any BILAG organ system }', met: ['"recent" BILAG(renal) is A'], unknown: ['BILAG(renal) is A'] },
    ]);
});

describe('what follows from facts', function () {
    testRows([
        { rule: 'female', met: ['female', 'pregnant'], notMet: ['male', 'not female'], unknown: ['', 'nothing else', 'not male'] },
        { rule: 'pregnant', met: ['pregnant'], notMet: ['male', 'not female', 'not pregnant'], unknown: ['female', 'nothing else'] },
        { rule: 'has SSc', met: ['has SSc-related PAH'], notMet: ['nothing else'], unknown: [''] },
        { rule: 'has SSc-related PAH', notMet: ['not has SSc'], unknown: ['has SSc'] },
        { rule: "has 'CKD stage 4'", notMet: ["has 'CKD stage 5'", "has 'CKD stage 3'"], met: ["has 'CKD stage 4'"], unknown: ["ever had 'CKD stage 5'"] },
        {
            rule: 'ever used rituximab',
            met: ['inadequate response to rituximab', 'intolerance to rituximab'],
            unknown: ['contraindication to rituximab', ''],
            notMet: ['never used any biologic'],
        },
        { rule: 'night owl', declarations: 'fact night owl { implies owl }\nfact owl', met: ['night owl'], notMet: ['not owl'], unknown: ['owl'] },
    ]);
});
