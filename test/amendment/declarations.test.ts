// Criteria whose text is the same and whose meaning is not: what changed beside them is found and named.
import assert from 'node:assert/strict';
import type { AmendmentReport, Change } from '@crit-lang/analysis/amendment/report.js';
import { changeOf, compareTexts } from './compare-texts.js';

interface Case {
    readonly name: string;
    readonly old: string;
    readonly new: string;
    readonly changes: Readonly<Record<string, Change>>;
    readonly says: RegExp;
    /** The declaration that has to be listed, and what it alters. */
    readonly declared: readonly [kind: string, name: RegExp, alters: readonly string[]];
}

const E2 = 'exclude E-2 { has any systemic autoimmune disease }\nexclude E-3 { pregnant }';
const header = (more: string): string => `protocol P { timeline screening, infusion; assessed screening\n${more} }\n`;

const CASES: readonly Case[] = [
    {
        name: 'a definition',
        old: 'define good kidneys { creatinine <= 1.5 mg/dL }\ninclude I-1 { good kidneys }\ninclude I-2 { pregnant }',
        new: 'define good kidneys { creatinine <= 2 mg/dL }\ninclude I-1 { good kidneys }\ninclude I-2 { pregnant }',
        changes: { 'I-1': 'broadened', 'I-2': 'unchanged' },
        says: /written as before; its meaning changed because the definition 'good kidneys' changed/,
        declared: ['definition', /good kidneys/, ['I-1']],
    },
    {
        name: 'a definition in a definition',
        old: 'define limit { creatinine <= 2 mg/dL }\ndefine good kidneys { limit }\ninclude I-1 { good kidneys }',
        new: 'define limit { creatinine <= 1 mg/dL }\ndefine good kidneys { limit }\ninclude I-1 { good kidneys }',
        changes: { 'I-1': 'narrowed' },
        says: /the definition 'limit' changed/,
        declared: ['definition', /limit/, ['I-1']],
    },
    {
        name: 'a definition that is written otherwise',
        old: 'define good kidneys { creatinine <= 2 mg/dL }\ninclude I-1 { good kidneys }',
        new: 'define good kidneys { not creatinine > 2 mg/dL }\ninclude I-1 { good kidneys }',
        changes: { 'I-1': 'unchanged' },
        says: /Same rule, same words/,
        declared: ['definition', /good kidneys/, []],
    },
    {
        name: 'membership of a class',
        old: E2,
        new: `declare psoriasis is a systemic autoimmune disease source "protocol"\n${E2}`,
        changes: { 'E-2': 'narrowed', 'E-3': 'unchanged' },
        says: /its meaning changed because psoriasis now counts as systemic autoimmune disease/,
        declared: ['relation', /psoriasis/, ['E-2']],
    },
    {
        name: 'membership of a class that is gone, of a class and all its kinds',
        old: `declare inflammatory bowel disease is a systemic autoimmune disease source "protocol"\n${E2}`,
        new: E2,
        changes: { 'E-2': 'broadened', 'E-3': 'unchanged' },
        says: /inflammatory bowel disease no longer counts as systemic autoimmune disease/,
        declared: ['relation', /inflammatory bowel disease/, ['E-2']],
    },
    {
        name: 'the default visit',
        old: 'protocol P { timeline screening, infusion; assessed screening }\ninclude I-1 { creatinine <= 2 mg/dL }\ninclude I-2 { creatinine <= 2 mg/dL at screening }',
        new: 'protocol P { timeline screening, infusion; assessed infusion }\ninclude I-1 { creatinine <= 2 mg/dL }\ninclude I-2 { creatinine <= 2 mg/dL at screening }',
        changes: { 'I-1': 'incomparable', 'I-2': 'unchanged' },
        says: /what has no time of its own is now asked for at infusion/,
        declared: ['header', /assessed/, ['I-1']],
    },
    {
        name: 'which of several values counts',
        old: `${header('')}include I-1 { creatinine <= 2 mg/dL within 4 weeks before screening }`,
        new: `${header('values worst')}include I-1 { creatinine <= 2 mg/dL within 4 weeks before screening }`,
        changes: { 'I-1': 'narrowed' },
        says: /the worst one now counts/,
        declared: ['header', /values/, ['I-1']],
    },
    {
        name: 'the disease of a cohort',
        old: 'cohort A with SLE\nexclude E-2 { has any systemic autoimmune disease other than the index disease }',
        new: 'cohort A with rheumatoid arthritis\nexclude E-2 { has any systemic autoimmune disease other than the index disease }',
        changes: { 'A.index': 'both', 'E-2': 'both' },
        says: /cohort A is now for rheumatoid arthritis, no longer for SLE/,
        declared: ['cohort', /A/, ['A.index', 'E-2']],
    },
    {
        name: 'an order of two measures, which is true of patients and not of one version',
        old: 'include I-1 { ANC >= 1 10*9/L }\ninclude I-2 { platelets >= 100 10*9/L }',
        new: 'declare ANC <= platelets source "protocol"\ninclude I-1 { ANC >= 1 10*9/L }\ninclude I-2 { platelets >= 100 10*9/L }',
        changes: { 'I-1': 'unchanged' },
        says: /Same rule/,
        declared: ['relation', /ANC <= platelet/i, []],
    },
];

const at = (report: AmendmentReport, id: string): string => changeOf(report, id).message;

describe('changes beside the criteria', function () {
    for (const { name, old, new: current, changes, says, declared } of CASES) {
        it(name, function () {
            const report = compareTexts(old, current);
            for (const [id, change] of Object.entries(changes)) assert.equal(changeOf(report, id).change, change, `${id}: ${at(report, id)}`);
            const ids = Object.keys(changes);
            assert.ok(
                ids.some((id) => says.test(at(report, id))),
                ids.map((id) => at(report, id)).join('\n'),
            );
            const [kind, called, alters] = declared;
            const found = report.declarations.find((each) => each.kind === kind && called.test(each.name));
            assert.ok(found !== undefined, JSON.stringify(report.declarations));
            assert.deepEqual(found.alters, alters);
        });
    }

    it('the cohorts that a criterion is for', function () {
        const cohorts = 'cohort A with SLE\ncohort B with rheumatoid arthritis\n';
        const report = compareTexts(`${cohorts}exclude E { has asthma }`, `${cohorts}exclude E for A { has asthma }`);
        const found = changeOf(report, 'E');
        assert.equal(found.change, 'broadened');
        assert.match(found.message, /it is for A and was for everybody/);
        assert.match(found.message, /Unchanged for A\. Broadened for B\./);
        assert.deepEqual(
            report.cohorts.map(({ pair, change }) => [pair.id, change]),
            [
                ['A', 'unchanged'],
                ['B', 'broadened'],
            ],
        );
    });

    it('a score that has other grades is another scale', function () {
        const scale = (values: string): string => `grade wellness { values ${values} }\ninclude I-1 { wellness is good }`;
        const report = compareTexts(scale('bad < good'), scale('bad < fair < good'));
        assert.equal(changeOf(report, 'I-1').change, 'incomparable');
        assert.match(changeOf(report, 'I-1').message, /'wellness' is declared with other values/);
    });

    it('another criterion that stands in its place for some terms', function () {
        const first = 'exclude E-1 { any of { ALT, AST } > 3 x ULN }';
        const report = compareTexts(first, `${first}\nexclude E-2 instead of E-1 { ALT > 5 x ULN }`);
        assert.equal(changeOf(report, 'E-1').change, 'broadened', at(report, 'E-1'));
    });
});
