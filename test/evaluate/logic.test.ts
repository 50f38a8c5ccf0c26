// Lists, counts, guards, tables, definitions, readings, replacements, responses, washouts, statements.
import { testRows } from './evaluate-text.js';

describe('lists and counts', function () {
    testRows([
        {
            rule: 'has none of { pericardial effusion, pleural effusion }',
            met: ['nothing else'],
            notMet: ['has pleural effusion'],
            unknown: ['not has pleural effusion'],
        },
        {
            rule: 'at least 2 of { AST > 3 x ULN; ALT > 3 x ULN; ALP > 3 x ULN }',
            met: ['AST = 4 x ULN\nALT = 4 x ULN'],
            notMet: ['AST = 1 x ULN\nALT = 1 x ULN'],
            unknown: ['AST = 4 x ULN\nALT = 1 x ULN'],
        },
        {
            rule: 'at most 1 of { AST > 3 x ULN; ALT > 3 x ULN }',
            met: ['AST = 1 x ULN'],
            notMet: ['all of { AST, ALT } = 4 x ULN'],
            unknown: ['AST = 4 x ULN'],
        },
        {
            rule: 'exactly 1 of { AST > 3 x ULN; ALT > 3 x ULN }',
            met: ['AST = 4 x ULN\nALT = 1 x ULN'],
            notMet: ['all of { AST, ALT } = 4 x ULN'],
            unknown: ['AST = 4 x ULN'],
        },
        {
            rule: 'inadequate response to at least 2 of { mycophenolate, belimumab, any of { azathioprine, methotrexate } as one } each used for at least 3 months',
            met: [
                'inadequate response to all of { belimumab, methotrexate } each used for 6 months',
                'inadequate response to belimumab used for 6 months\ninadequate response to mycophenolate mofetil used for 3 months',
            ],
            notMet: [
                'inadequate response to all of { azathioprine, methotrexate } each used for 6 months\nnothing else',
                'nothing else',
                'never used any immunosuppressant\nnever used any biologic',
            ],
            unknown: [
                'inadequate response to all of { azathioprine, methotrexate } each used for 6 months',
                'inadequate response to all of { belimumab, methotrexate }\nnothing else',
            ],
        },
        {
            rule: 'inadequate response or intolerance to at least 2 of { any csDMARD }',
            met: ['inadequate response to methotrexate\nintolerance to leflunomide'],
            notMet: ['inadequate response to methotrexate\nnothing else', 'inadequate response to methotrexate\nintolerance to methotrexate\nnothing else'],
            unknown: ['inadequate response to methotrexate', 'inadequate response to csDMARD'],
        },
        {
            // Each member counts once over the whole list.
            rule: 'inadequate response to at least 2 of { rituximab, any anti-CD20 antibody, any biologic DMARD }',
            met: ['inadequate response to all of { rituximab, abatacept }'],
            notMet: ['inadequate response to rituximab\nnothing else'],
            unknown: ['inadequate response to rituximab'],
        },
        {
            rule: 'at least 2 of { AST > 3 x ULN; ALT > 3 x ULN } together',
            met: ['all of { AST, ALT } = 4 x ULN'],
            notMet: ['AST = 1 x ULN'],
            unknown: ['AST = 4 x ULN'],
        },
        {
            rule: 'at least 2 of { any value of AST > 3 x ULN; any value of ALT > 3 x ULN } together within 4 weeks before screening',
            met: ['all of { AST, ALT } = 4 x ULN'],
            unknown: ['AST = 4 x ULN\nany value of ALT = 4 x ULN within 2 weeks before screening'],
            notMet: ['every value of AST < ULN within 4 weeks before screening'],
        },
        {
            rule: 'has SLE or has rheumatoid arthritis',
            met: ['has SLE or has rheumatoid arthritis', 'has SLE'],
            notMet: ['not has any of { SLE, rheumatoid arthritis }'],
            unknown: ['not has SLE'],
        },
    ]);
});

describe('if and unless', function () {
    const contraception = 'if female and childbearing potential { pregnancy test negative at screening }';
    testRows([
        {
            rule: contraception,
            met: ['childbearing potential\npregnancy test negative', 'pregnancy test negative'],
            notMet: ['childbearing potential\npregnancy test positive'],
            unknown: ['', 'childbearing potential', 'pregnancy test positive'],
            notApplicable: ['male', 'not childbearing potential\npregnancy test positive'],
        },
        {
            rule: 'if male { pregnant or breastfeeding }',
            kind: 'exclude',
            notMet: ['not pregnant\nnot breastfeeding'],
            unknown: ['breastfeeding'],
            notApplicable: ['female\nbreastfeeding'],
            met: ['male\nbreastfeeding'],
        },
        {
            rule: 'unless has lupus hepatitis { ALT >= 3 x ULN }',
            kind: 'exclude',
            met: ['ALT = 4 x ULN\nnot has lupus hepatitis'],
            notMet: ['ALT = 1 x ULN'],
            notApplicable: ['ALT = 4 x ULN\nhas lupus hepatitis'],
            unknown: ['ALT = 4 x ULN'],
        },
        {
            rule: 'if male { weight >= 50 kg } otherwise { weight >= 45 kg }',
            met: ['male\nweight = 50 kg', 'female\nweight = 46 kg', 'weight = 60 kg'],
            notMet: ['male\nweight = 46 kg', 'weight = 40 kg'],
            unknown: ['weight = 46 kg'],
        },
        { rule: 'if male { weight >= 50 kg }\nhas SLE', met: ['female\nhas SLE'], notMet: ['female\nnot has SLE'] },
    ]);
});

describe('tables of cases', function () {
    testRows([
        {
            rule: 'creatinine <= case {\n  age from 12 to under 18 years and male: 1.3 mg/dL\n  age from 12 to under 18 years and female: 1.1 mg/dL\n  otherwise: 1.2 mg/dL\n}',
            met: ['age = 14 years\nmale\ncreatinine = 1.3 mg/dL', 'age = 30 years\ncreatinine = 1.2 mg/dL', 'creatinine = 1 mg/dL'],
            notMet: ['age = 14 years\nfemale\ncreatinine = 1.2 mg/dL', 'creatinine = 2 mg/dL'],
            unknown: ['age = 14 years\ncreatinine = 1.2 mg/dL', 'age = 30 years'],
        },
        {
            rule: 'case {\n  has liver metastasis: ALT <= 5 x ULN\n  otherwise: ALT <= 2 x ULN\n}',
            met: ['has liver metastasis\nALT = 4 x ULN', 'not has liver metastasis\nALT = 2 x ULN', 'ALT = 1 x ULN'],
            notMet: ['nothing else\nALT = 3 x ULN'],
            unknown: ['ALT = 3 x ULN'],
        },
    ]);
});

describe('definitions', function () {
    const declarations =
        'define liver fine(multiple) {\n  all of { AST, ALT } <= multiple\n}\ndefine ill {\n  has lupus nephritis\n  urine protein >= 0.5 g/24 h\n}\ndefine was ill { had stroke within 2 weeks before infusion }';
    testRows([
        { rule: 'liver fine(3 x ULN)', declarations, met: ['all of { AST, ALT } = 3 x ULN'], notMet: ['AST = 4 x ULN'], unknown: ['AST = 1 x ULN'] },
        {
            rule: 'ill',
            declarations,
            met: ['has lupus nephritis\nurine protein = 1 g/24 h', 'ill'],
            notMet: ['nothing else', 'not ill'],
            unknown: ['has lupus nephritis'],
        },
        { rule: 'urine protein >= 0.4 g/24 h', declarations, met: ['ill'] },
        { rule: 'ill with "crescents"', declarations, met: ['ill with "crescents"'], notMet: ['nothing else'], unknown: ['ill'] },
        { rule: 'ill at infusion', declarations, met: ['has lupus nephritis at infusion\nurine protein = 1 g/24 h at infusion'], unknown: ['ill'] },
    ]);
});

describe('responses', function () {
    testRows([
        {
            rule: 'inadequate response to glucocorticoid',
            met: ['inadequate response to prednisone', 'inadequate response to glucocorticoid'],
            notMet: ['nothing else', 'never used glucocorticoid', 'not inadequate response to glucocorticoid', 'intolerance to prednisone\nnothing else'],
            unknown: ['ever used prednisone', 'inadequate response or intolerance to prednisone', ''],
        },
        {
            rule: 'inadequate response or intolerance to prednisone',
            met: ['inadequate response or intolerance to prednisone', 'intolerance to prednisone'],
            unknown: ['relapse to prednisone'],
        },
        { rule: 'contraindication to methotrexate', met: ['contraindication to methotrexate'], unknown: ['never used methotrexate'], notMet: ['nothing else'] },
        {
            rule: 'inadequate response to belimumab used for at least 3 months',
            met: [
                'inadequate response to belimumab used for at least 4 months',
                'inadequate response to belimumab\nused belimumab for at least 4 months before screening',
            ],
            notMet: ['inadequate response to belimumab used for less than 2 months\nnothing else'],
            unknown: ['inadequate response to belimumab'],
        },
    ]);
});

describe('time since, and washouts', function () {
    testRows([
        {
            rule: 'at least 6 months since stroke',
            met: ['had stroke between 6 months and 9 months before screening\nnothing else'],
        },
        {
            rule: 'more than 6 months since stroke',
            met: ['had stroke between 7 months and 9 months before screening\nnothing else'],
            unknown: ['had stroke between 6 months and 9 months before screening\nnothing else'],
        },
        {
            rule: 'at least 6 months since stroke',
            met: ['had stroke between 7 months and 9 months before screening\nnothing else', 'at least 8 months since stroke'],
            notMet: ['nothing else', 'had stroke within 3 months before screening', 'never had stroke'],
            unknown: ['had stroke between 7 months and 9 months before screening', '', 'at least 26 weeks since stroke', 'ever had stroke\nnothing else'],
        },
        {
            rule: 'at least 6 months since stroke or never',
            met: ['nothing else', 'never had stroke', 'at least 8 months since stroke', 'at least 8 months since stroke or never'],
            notMet: ['has stroke'],
            unknown: [''],
        },
        {
            rule: 'at most 6 months since stroke',
            met: ['had stroke within 3 months before screening'],
            notMet: ['at least 8 months since stroke', 'nothing else'],
            unknown: ['ever had stroke'],
        },
        {
            rule: 'used before leukapheresis {\n  rituximab: within 6 months\n  any JAK inhibitor: within the longer of 1 week or 5 half-lives\n  any other biologic: within 12 weeks\n}',
            kind: 'exclude',
            met: [
                'used rituximab within 5 months before leukapheresis',
                'used tofacitinib within 3 days before leukapheresis',
                'used belimumab within 8 weeks before leukapheresis',
            ],
            notMet: [
                'nothing else',
                'used belimumab between 13 weeks and 20 weeks before leukapheresis\nnothing else',
                'used rituximab between 7 months and 8 months before leukapheresis\nnothing else',
            ],
            unknown: ['', 'used rituximab within 12 months before leukapheresis', 'used tofacitinib within 1 year before leukapheresis\nnothing else'],
        },
        {
            rule: 'used before leukapheresis { EX-1: within 5 half-lives }',
            kind: 'exclude',
            declarations: 'drug EX-1 { half-life 14 days to 18 days source "x" }',
            met: ['used EX-1 within 65 days before leukapheresis'],
            notMet: ['used EX-1 at least 91 days before leukapheresis\nnothing else'],
            unknown: ['used EX-1 within 80 days before leukapheresis\nnothing else', 'used EX-1 at least 75 days before leukapheresis\nnothing else'],
        },
    ]);
});

describe('statements, judgements, holes', function () {
    testRows([
        {
            rule: 'agrees to "use contraception"',
            met: ['agrees to "use contraception"', 'assume "use contraception"', 'agrees to "Use  contraception"'],
            notMet: ['not agrees to "use contraception"', 'assume not "use contraception"'],
            unknown: ['', 'nothing else', 'willing to "use contraception"'],
        },
        {
            rule: 'judgement "Unfit" by investigator',
            kind: 'exclude',
            met: ['judgement "Unfit" by investigator'],
            notMet: ['assume not "Unfit"'],
            unknown: ['nothing else'],
        },
        {
            rule: 'unspecified "The list is missing"',
            met: ['assume "The list is missing"'],
            notMet: ['assume not "The list is missing"'],
            unknown: ['', 'nothing else'],
        },
        { rule: 'meets EULAR-ACR-2019-SLE', met: ['meets EULAR-ACR-2019-SLE'], notMet: ['not meets EULAR-ACR-2019-SLE'], unknown: ['has SLE', 'nothing else'] },
    ]);
});
