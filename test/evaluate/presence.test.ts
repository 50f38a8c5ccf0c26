// Conditions, drugs, procedures and events in time: what a patient's facts settle, and what silence does.
import { testRows } from './evaluate-text.js';

describe('presence', function () {
    testRows([
        {
            rule: 'has interstitial lung disease',
            met: ['has interstitial lung disease', 'has interstitial lung disease for at least 3 months', 'has progressive interstitial lung disease'],
            notMet: ['not has interstitial lung disease', 'never had interstitial lung disease', 'nothing else', 'never had lung disease'],
            unknown: ['', 'has lung disease', 'ever had interstitial lung disease', 'had interstitial lung disease within 3 months before screening'],
        },
        {
            rule: 'had myocardial infarction within 6 months before screening',
            met: [
                'had myocardial infarction within 3 months before screening',
                'has myocardial infarction',
                'had myocardial infarction between 2 months and 6 months before screening',
                'onset of myocardial infarction within 4 weeks before screening',
                'had myocardial infarction within 25 weeks before screening',
            ],
            notMet: [
                'never had myocardial infarction',
                'not had myocardial infarction within 12 months before screening',
                'had myocardial infarction between 7 months and 12 months before screening\nnothing else',
                'has myocardial infarction at infusion\nnothing else',
            ],
            unknown: [
                'had myocardial infarction within 12 months before screening',
                'had myocardial infarction between 7 months and 12 months before screening',
                'had myocardial infarction between 6 months and 12 months before screening\nnothing else',
                'had myocardial infarction within 26 weeks before screening\nnothing else',
                'diagnosed with myocardial infarction within 3 months before screening',
                'not had myocardial infarction within 3 months before screening',
            ],
        },
        {
            rule: 'ever had malignancy',
            met: ['has breast cancer', 'had lymphoma at least 5 years before screening', 'diagnosed with lung cancer at least 2 years before screening'],
            notMet: ['nothing else', 'never had malignancy'],
            unknown: ['', 'never had lymphoma', 'has lymphoma at infusion'],
        },
        {
            rule: 'never had tuberculosis',
            met: ['nothing else', 'never had tuberculosis'],
            notMet: ['ever had tuberculosis', 'has active tuberculosis'],
            unknown: [''],
        },
        {
            rule: 'onset of seizure within 3 months before screening',
            met: ['onset of seizure within 2 months before screening'],
            notMet: ['nothing else', 'had seizure between 4 months and 5 months before screening\nnothing else', 'never had seizure'],
            unknown: ['had seizure within 2 months before screening\nnothing else', ''],
        },
        {
            rule: 'diagnosed with SLE at least 6 months before screening',
            met: ['diagnosed with SLE at least 12 months before screening'],
            notMet: ['never had SLE', 'diagnosed with SLE within 3 months before screening\nnothing else'],
            unknown: ['has SLE', 'diagnosed with SLE within 12 months before screening\nnothing else'],
        },
        {
            rule: 'used any live vaccine within 6 weeks before leukapheresis',
            met: ['used any live vaccine within 4 weeks before leukapheresis'],
            notMet: ['nothing else', 'never used any live vaccine\nnot used any live vaccine within 8 weeks before leukapheresis'],
            unknown: ['', 'used any live vaccine within 4 weeks before screening', 'used any live vaccine within 8 weeks before leukapheresis'],
        },
        {
            rule: 'uses prednisone',
            met: ['uses prednisone', 'dose of prednisone = 20 mg/day', 'uses prednisone at a stable dose'],
            notMet: ['not uses glucocorticoid', 'nothing else', 'stopped prednisone at least 4 weeks before screening\nnothing else'],
            unknown: ['', 'uses glucocorticoid', 'ever used prednisone', 'uses methylprednisolone'],
        },
        {
            rule: 'started methotrexate at least 12 weeks before screening',
            met: ['started methotrexate at least 16 weeks before screening'],
            notMet: ['nothing else', 'started methotrexate within 4 weeks before screening\nnothing else'],
            unknown: ['uses methotrexate\nnothing else', 'started methotrexate within 16 weeks before screening\nnothing else'],
        },
        {
            rule: 'stopped any biologic at least 4 weeks before screening',
            met: ['stopped rituximab at least 8 weeks before screening'],
            notMet: ['nothing else', 'uses rituximab\nnothing else'],
            unknown: ['ever used rituximab\nnothing else', 'stopped rituximab within 6 weeks before screening\nnothing else'],
        },
        {
            rule: 'plans major surgery within 24 weeks after screening',
            met: ['plans major surgery within 12 weeks after screening'],
            notMet: ['nothing else', 'had major surgery within 12 weeks before screening\nnothing else'],
            unknown: ['', 'plans major surgery'],
        },
        {
            rule: 'has interstitial lung disease for at least 3 months',
            met: ['has interstitial lung disease for at least 6 months', 'has interstitial lung disease for 3 months'],
            notMet: ['nothing else', 'has interstitial lung disease for less than 2 months\nnothing else'],
            unknown: [
                'has interstitial lung disease\nnothing else',
                'has interstitial lung disease for at least 2 months\nnothing else',
                'has interstitial lung disease for at least 90 days\nnothing else',
            ],
        },
        {
            rule: 'used prednisone between 3 months and 4 months before screening',
            met: ['uses prednisone for at least 6 months', 'uses prednisone for at least 15 weeks'],
            notMet: ['uses prednisone\nnothing else'],
            unknown: ['uses prednisone for at least 1 month\nnothing else'],
        },
        {
            rule: 'had relapse at least 2 times within 12 months before screening',
            met: [
                'had relapse at least 3 times within 12 months before screening',
                'had relapse within 3 months before screening\nhad relapse between 5 months and 7 months before screening',
            ],
            notMet: ['nothing else', 'had relapse within 3 months before screening\nnothing else', 'never had relapse'],
            unknown: [
                'had relapse within 3 months before screening',
                'had relapse at least 3 times within 24 months before screening',
                'had relapse within 3 months before screening\nhad relapse within 6 months before screening',
            ],
        },
        {
            rule: 'uses any antimalarial at a stable dose for at least 8 weeks before screening',
            met: ['uses hydroxychloroquine at a stable dose for at least 12 weeks before screening'],
            notMet: ['nothing else', 'not uses any antimalarial'],
            unknown: ['uses hydroxychloroquine\nnothing else', 'uses hydroxychloroquine at a stable dose for at least 4 weeks before screening\nnothing else'],
        },
        {
            rule: 'has stroke at each of { screening, leukapheresis }',
            met: ['has stroke at each of { screening, leukapheresis }', 'has stroke\nhas stroke at leukapheresis'],
            notMet: ['nothing else', 'has stroke\nnothing else'],
            unknown: ['has stroke'],
        },
        {
            rule: 'had hypersensitivity within 2 days after first dose of rituximab',
            met: ['had hypersensitivity within 1 day after first dose of rituximab'],
            notMet: ['nothing else'],
            unknown: ['had hypersensitivity within 1 day after infusion\nnothing else'],
        },
        { rule: 'has childbearing potential', met: ['childbearing potential'], notMet: ['not childbearing potential'], unknown: ['nothing else'] },
    ]);
});

describe('windows', function () {
    testRows([
        // How far the visits are apart is not known.
        { rule: 'had stroke less than 2 weeks before leukapheresis', unknown: ['has stroke\nnothing else'], notMet: ['has stroke at infusion\nnothing else'] },
        // A response says that the drug was used, and the record says when.
        {
            rule: 'used any biologic less than 4 weeks before screening',
            notMet: ['inadequate response to belimumab\nstopped belimumab at least 12 weeks before screening\nnothing else'],
            unknown: ['inadequate response to belimumab\nnothing else'],
        },
        {
            rule: 'had stroke before infusion',
            met: ['has stroke', 'has stroke at leukapheresis'],
            unknown: ['had stroke within 1 month after screening', 'has stroke at infusion'],
            notMet: ['has stroke at infusion\nnothing else'],
        },
        {
            rule: 'had stroke between screening and infusion',
            met: ['has stroke', 'has stroke at leukapheresis', 'had stroke between screening and leukapheresis'],
            notMet: ['has stroke at consent\nnothing else'],
        },
        {
            rule: 'had stroke within 12 months before screening',
            met: ['had stroke within 1 year before screening', 'had stroke within 360 days before screening'],
            unknown: ['had stroke within 366 days before screening'],
        },
        {
            rule: 'had stroke more than 6 months before screening',
            met: ['had stroke at least 7 months before screening'],
            unknown: ['had stroke at least 6 months before screening'],
        },
        {
            rule: 'had stroke within 3 days after infusion',
            met: ['had stroke within 2 days after infusion', 'has stroke at infusion'],
            notMet: ['had stroke at least 1 week after infusion\nnothing else'],
        },
        {
            rule: 'had stroke within 48 hours before screening',
            met: ['had stroke within 24 hours before screening'],
            unknown: ['had stroke within 2 days before screening\nnothing else'],
        },
    ]);
});
