// `crit stats`: the counts, and how a criterion is put into its class.
import assert from 'node:assert/strict';
import { compile } from '@crit-lang/language/compile.js';
import { parseFile } from '@crit-lang/language/resolve/parsed-file.js';
import type { CriterionClass } from '@crit-lang/model/criteria/classify.js';
import { CRITERION_CLASSES, criterionClassifier } from '@crit-lang/model/criteria/classify.js';
import { expectGolden } from '../support/golden.js';
import { crit, critIn, folderWith, transcript } from './crit.js';

const TRIAL = 'test/fixtures/cli/trial.crit';

/** The class of the criterion with these lines, in a file with these declarations. */
function classOf(lines: string, declarations = ''): CriterionClass | undefined {
    const text = `protocol P { timeline screening; assessed screening }\n${declarations}\nexclude E-1 {\n${lines}\n}\n`;
    const { document } = compile(parseFile('p.crit', text));
    const criterion = document.criteria.find(({ id }) => id === 'E-1');
    return criterion === undefined ? undefined : criterionClassifier(document)(criterion);
}

describe('class of a criterion', function () {
    const cases: [CriterionClass, string, string?][] = [
        ['typed', 'creatinine > 1.5 x ULN'],
        ['typed', 'has any systemic autoimmune disease other than the index disease'],
        ['typed', 'if female { pregnant }'],
        ['typed', 'has grey gout', 'condition grey gout { definition "Gout that is grey." }'],
        ['typed', 'has grey gout', 'condition grey gout { is a gout }'],
        ['typed', 'has grey gout', 'condition grey gout { codes mesh:D006073 }'],
        ['typed', 'has grey gout\nhas rheumatoid arthritis', 'condition grey gout'],
        ['declaredOnly', 'has grey gout', 'condition grey gout'],
        ['declaredOnly', 'has grey gout\nhas red gout', 'condition grey gout\ncondition red gout'],
        ['flagged', 'has "severe" rheumatoid arthritis'],
        ['flagged', 'has "severe" grey gout', 'condition grey gout'],
        ['flagged', 'has rheumatoid arthritis requiring "a wheelchair"'],
        ['attestation', 'agrees to "come back"\nhas "severe" rheumatoid arthritis'],
        ['judgement', 'judgement "Unfit" by investigator\nagrees to "come back"'],
        ['prose', 'statement "Something"\njudgement "Unfit" by investigator'],
        ['holes', 'unspecified "The list"\nstatement "Something"'],
        ['holes', 'has an illness that nobody knows'],
        ['prose', 'worn out', 'define worn out { statement "Is worn out" }'],
        ['prose', 'any of { not all of { creatinine > 1.5 x ULN, worn out } }', 'define worn out { statement "Is worn out" }'],
        ['typed', 'used rituximab within 6 months before screening'],
    ];
    for (const [expected, lines, declarations] of cases) {
        it(`${expected}: ${[lines, declarations ?? ''].join(' ').replaceAll('\n', '; ')}`, function () {
            assert.equal(classOf(lines, declarations), expected);
        });
    }

    it('ends on definitions that use each other', function () {
        assert.equal(classOf('one', 'define one { two }\ndefine two { one\nstatement "x" }'), 'prose');
    });

    it('looks into every reading', function () {
        assert.equal(classOf('reading a { creatinine > 1.5 x ULN }\nreading b { statement "x" }'), 'prose');
    });
});

describe('crit stats', function () {
    for (const format of ['human', 'json']) {
        it(`reports in ${format} as recorded`, async function () {
            const args = ['stats', 'test/fixtures/cli', '--format', format];
            expectGolden(`cli/stats-${format}.txt`, transcript(args, await crit(...args)));
        });
    }

    it('counts each written criterion once', async function () {
        const { out } = await crit('stats', 'examples', '--format', 'json');
        const { files } = JSON.parse(out) as { files: (Record<CriterionClass, number> & { path: string; criteria: number })[] };
        assert.ok(files.length > 0);
        for (const file of files) {
            const sum = CRITERION_CLASSES.reduce((total, each) => total + file[each], 0);
            assert.equal(sum, file.criteria, file.path);
        }
    });

    it('counts what is imported in its own file only', async function () {
        const { folder, remove } = folderWith({
            'a.crit': 'import "b.crit"\nexclude A { pregnant }',
            'b.crit': 'exclude B { pregnant }\nexclude C { pregnant }',
        });
        try {
            const { out } = await critIn(folder, 'stats', '.', '--format', 'json');
            const { files } = JSON.parse(out) as { files: { path: string; criteria: number }[] };
            assert.deepEqual(
                files.map(({ path, criteria }) => [path, criteria]),
                [
                    ['a.crit', 1],
                    ['b.crit', 2],
                ],
            );
        } finally {
            remove();
        }
    });

    it('ends with 2 when a file cannot be read, and counts the others', async function () {
        const { code, out, err } = await crit('stats', 'missing.crit', TRIAL, '--format', 'json');
        assert.equal(code, 2);
        assert.match(err, /missing\.crit: There is no such file/);
        assert.equal((JSON.parse(out) as { files: unknown[] }).files.length, 1);
    });
});
