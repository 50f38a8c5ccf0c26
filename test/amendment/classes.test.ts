// Each class of change in small cases: what changed, what it comes to, and what is said of it.
import assert from 'node:assert/strict';
import type { Change } from '@crit-lang/analysis/amendment/report.js';
import { changeOf, classes, compareTexts } from './compare-texts.js';

interface Case {
    readonly name: string;
    readonly old: string;
    readonly new: string;
    readonly change: Change;
    /** What the message has to say. */
    readonly says?: RegExp;
    readonly lacks?: RegExp;
}

const include = (lines: string): string => `include E-1 { ${lines} }`;
const exclude = (lines: string): string => `exclude E-1 { ${lines} }`;

const CASES: readonly Case[] = [
    { name: 'the same', old: include('creatinine <= 1.5 x ULN'), new: include('creatinine <= 1.5 x ULN'), change: 'unchanged' },
    { name: 'a looser limit of an inclusion', old: include('creatinine <= 1.5 mg/dL'), new: include('creatinine <= 2 mg/dL'), change: 'broadened' },
    { name: 'a stricter limit of an inclusion', old: include('creatinine <= 2 mg/dL'), new: include('creatinine <= 1.5 mg/dL'), change: 'narrowed' },
    { name: 'a stricter limit of an exclusion', old: exclude('creatinine > 1.5 mg/dL'), new: exclude('creatinine > 2 mg/dL'), change: 'broadened' },
    { name: 'one point', old: include('creatinine < 2 mg/dL'), new: include('creatinine <= 2 mg/dL'), change: 'broadened' },
    { name: 'a range that moved', old: include('age from 18 to 60 years'), new: include('age from 20 to 65 years'), change: 'both' },
    {
        name: 'the same value in another unit',
        old: include('hemoglobin >= 9 g/dL'),
        new: include('hemoglobin >= 90 g/L'),
        change: 'wording',
        says: /written otherwise and means the same/,
    },
    { name: 'lines in another order', old: include('pregnant\nhas asthma'), new: include('has asthma\npregnant'), change: 'wording' },
    { name: 'an item more in an exclusion', old: exclude('has any of { asthma }'), new: exclude('has any of { asthma, psoriasis }'), change: 'narrowed' },
    { name: 'one disease for another', old: exclude('has asthma'), new: exclude('has psoriasis'), change: 'both' },
    {
        name: 'an exception more',
        old: exclude('has any systemic autoimmune disease'),
        new: exclude('has any systemic autoimmune disease except SLE'),
        change: 'broadened',
    },
    { name: 'a class for one of its kinds', old: exclude('has SLE'), new: exclude('has any systemic autoimmune disease'), change: 'narrowed' },
    {
        name: 'a wider window',
        old: exclude('had stroke within 6 months before screening'),
        new: exclude('had stroke within 12 months before screening'),
        change: 'narrowed',
    },
    {
        name: 'a longer use',
        old: include('used methotrexate for at least 3 months'),
        new: include('used methotrexate for at least 6 months'),
        change: 'narrowed',
    },
    {
        name: 'one more of a list',
        old: include('used at least 1 of { methotrexate, azathioprine, leflunomide }'),
        new: include('used at least 2 of { methotrexate, azathioprine, leflunomide }'),
        change: 'narrowed',
    },
    {
        name: 'one more member of a class',
        old: include('inadequate response to at least 1 of { any csDMARD }'),
        new: include('inadequate response to at least 2 of { any csDMARD }'),
        change: 'narrowed',
    },
    {
        name: 'one more member of two classes',
        old: include('inadequate response to at least 2 of { any bDMARD, any tsDMARD }'),
        new: include('inadequate response to at least 3 of { any bDMARD, any tsDMARD }'),
        change: 'narrowed',
    },
    { name: 'another measure', old: include('hemoglobin >= 9 g/dL'), new: include('hematocrit >= 30 %'), change: 'incomparable', says: /different facts/ },
    {
        name: 'another measure beside a line that is the same',
        old: include('pregnant\nhemoglobin >= 9 g/dL'),
        new: include('pregnant\nhematocrit >= 30 %'),
        change: 'incomparable',
    },
    {
        name: 'another measure beside a limit that moved',
        old: include('creatinine <= 2 mg/dL\nhemoglobin >= 9 g/dL'),
        new: include('creatinine <= 1 mg/dL\nhematocrit >= 30 %'),
        change: 'both',
    },
    { name: 'another visit', old: include('creatinine <= 2 mg/dL at screening'), new: include('creatinine <= 2 mg/dL at infusion'), change: 'incomparable' },
    { name: 'another visit for a disease', old: exclude('has asthma at screening'), new: exclude('has asthma at infusion'), change: 'incomparable' },
    { name: 'multiples of normal for a value', old: include('creatinine <= 2 mg/dL'), new: include('creatinine <= 1.5 x ULN'), change: 'incomparable' },
    {
        name: 'a statement that was rewritten',
        old: include('statement "Agrees to come back"'),
        new: include('statement "Agrees to come back twice"'),
        change: 'incomparable',
        says: /Only words changed|different facts/,
    },
    { name: 'a statement that was typed', old: include('statement "Good kidneys"'), new: include('creatinine <= 2 mg/dL'), change: 'incomparable' },
    {
        name: 'a statement more',
        old: include('pregnant'),
        new: include('pregnant\nstatement "Agrees to come back"'),
        change: 'narrowed',
        says: /agrees to come back/,
    },
    {
        name: 'a statement that was rewritten beside a limit that moved',
        old: include('creatinine <= 2 mg/dL\nstatement "Comes back"'),
        new: include('creatinine <= 3 mg/dL\nstatement "Comes back twice"'),
        change: 'broadened',
        says: /"comes back" became "comes back twice"/,
    },
    {
        name: 'a vague word for another one',
        old: exclude('has "severe" asthma'),
        new: exclude('has "severe or moderate" asthma'),
        change: 'incomparable',
        says: /"severe" became "severe or moderate"/,
    },
    {
        name: 'a vague word more',
        old: exclude('has asthma'),
        new: exclude('has "severe" asthma'),
        change: 'broadened',
        says: /gained by "severe" \(new\) alone/,
    },
    {
        name: 'a vague word less',
        old: exclude('has "severe" asthma'),
        new: exclude('has asthma'),
        change: 'narrowed',
        says: /lost by "severe" \(no longer said\) alone/,
    },
    {
        name: 'a vague word for another one beside an item more',
        old: exclude('has any of { "severe" asthma }'),
        new: exclude('has any of { "severe or moderate" asthma, psoriasis }'),
        change: 'narrowed',
        says: /"severe" became "severe or moderate"/,
    },
    {
        name: 'a vague word for another one on a value',
        old: include('"recent" BILAG(renal) is A'),
        new: include('"current" BILAG(renal) is A'),
        change: 'incomparable',
    },
    { name: 'an inclusion for an exclusion that means the same', old: include('not pregnant'), new: exclude('pregnant'), change: 'wording' },
    { name: 'an inclusion for an exclusion', old: include('pregnant'), new: exclude('pregnant'), change: 'both' },
    {
        name: 'list marks, full stops, quotation marks, blanks',
        old: include('wording "a) Has Sjögren\'s   disease"\npregnant'),
        new: include('wording "1. Has Sjögren’s disease."\npregnant'),
        change: 'unchanged',
    },
    {
        name: 'other words',
        old: include('wording "Is pregnant"\npregnant'),
        new: include('wording "Is with child"\npregnant'),
        change: 'wording',
        says: /words differ; the rule is the same/,
    },
    { name: 'another title', old: 'include E-1 "One" { pregnant }', new: 'include E-1 "Two" { pregnant }', change: 'wording' },
    { name: 'another note', old: include('pregnant\nnote "one"'), new: include('pregnant\nnote "two"'), change: 'unchanged' },
    { name: 'a guard more', old: include('pregnancy test negative'), new: include('if female { pregnancy test negative }'), change: 'broadened' },
];

describe('classes of changes', function () {
    for (const { name, old, new: current, change, says, lacks } of CASES) {
        it(`${name}: ${change}`, function () {
            const found = changeOf(compareTexts(old, current), 'E-1');
            assert.equal(found.change, change, found.message);
            if (says !== undefined) assert.match(found.message, says);
            if (lacks !== undefined) assert.doesNotMatch(found.message, lacks);
            assert.equal(found.gained !== null, ['broadened', 'both', 'incomparable'].includes(change), 'gained');
            assert.equal(found.lost !== null, ['narrowed', 'both', 'incomparable'].includes(change), 'lost');
        });
    }

    it('added and removed, with who is lost and gained', function () {
        const report = compareTexts(
            'include A { pregnant }\nexclude B { has asthma }',
            'include A { pregnant }\nexclude C { has psoriasis\nhas celiac disease\nhad stroke }',
        );
        assert.deepEqual(classes(report), [
            ['A', 'A', 'unchanged'],
            ['B', null, 'removed'],
            [null, 'C', 'added'],
        ]);
        assert.ok(changeOf(report, 'B').gained !== null && changeOf(report, 'B').lost === null);
        assert.ok(changeOf(report, 'C').lost !== null && changeOf(report, 'C').gained === null);
    });
});

describe('matching of criteria', function () {
    it('follows criteria whose ids were given anew', function () {
        const report = compareTexts(
            'exclude E-1 { has asthma }\nexclude E-2 { has psoriasis }',
            'exclude E-1 { had stroke }\nexclude E-2 { has asthma }\nexclude E-3 { has psoriasis }',
        );
        assert.deepEqual(classes(report), [
            [null, 'E-1', 'added'],
            ['E-1', 'E-2', 'unchanged'],
            ['E-2', 'E-3', 'unchanged'],
        ]);
    });

    it('knows a criterion by what it means, whatever it is called', function () {
        const report = compareTexts('exclude A { creatinine > 2 mg/dL }', 'exclude Kidney { not creatinine <= 2 mg/dL }');
        assert.deepEqual(classes(report), [['A', 'Kidney', 'wording']]);
    });

    it('knows a criterion by its words', function () {
        const wording = 'wording "Serum creatinine above the limit at the screening visit"';
        const report = compareTexts(`exclude A { ${wording}\ncreatinine > 2 mg/dL }`, `exclude B { ${wording}\ncreatinine > 3 mg/dL }`);
        assert.deepEqual(classes(report), [['A', 'B', 'broadened']]);
    });
});
