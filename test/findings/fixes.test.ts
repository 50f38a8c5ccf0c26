// Every fix that is offered helps: its text compiles, the finding is gone, nothing new is found; and there is a fix for nearly every planted defect.
import assert from 'node:assert/strict';
import { applied, assertHelps, findingsIn, type FoundWithFixes, planted } from './fixed-text.js';

/** What is planted, by kind: how many, and for how many a fix is offered. */
const offered = new Map<string, { all: number; fixed: number }>();
/** Findings to which no fix is an answer: they ask for a number or a decision that only the author knows. */
const UNFIXED: Readonly<Record<string, readonly string[]>> = {
    'assertion-fails-in-one-cohort.crit': ['assertion-failed'],
    'assertion-implies-never-used.crit': ['assertion-failed'],
    // To keep two cohorts apart that only differ in a washout would make that a rule for the other.
    'redundant-in-every-cohort.crit': ['cohorts-overlap'],
    'undeclared-half-life.crit': ['knowledge-undeclared'],
    'undeclared-term-of-the-file.crit': ['knowledge-undeclared'],
};

describe('fixes of the planted defects', function () {
    for (const { name, text } of planted()) {
        it(name, function () {
            const found = findingsIn(text);
            const unfixed = found.filter(({ fixes }) => fixes.length === 0).map(({ finding }) => finding.name);
            assert.deepEqual(unfixed, UNFIXED[name] ?? []);
            for (const each of found) {
                const count = offered.get(each.finding.name) ?? { all: 0, fixed: 0 };
                offered.set(each.finding.name, { all: count.all + 1, fixed: count.fixed + (each.fixes.length > 0 ? 1 : 0) });
                assert.ok(each.fixes.length <= 4);
                for (const fix of each.fixes) assertHelps(text, found, each, fix);
            }
        });
    }

    after(function () {
        if (process.env['CRIT_SHOW_FIXES'] === undefined) return;
        for (const [name, { all, fixed }] of [...offered].sort()) console.log(`${name}: ${String(fixed)} of ${String(all)}`);
    });
});

const HEADER = 'protocol P "Test" {\n  age from 18 years\n  timeline consent, screening, infusion\n  assessed screening\n}\n';

/** The fixes of the one finding of this name: title and text after it, without the header. */
function fixesOf(criteria: string, name: FoundWithFixes['finding']['name']): Record<string, string> {
    const text = `${HEADER}${criteria}`;
    const found = findingsIn(text);
    const ones = found.filter(({ finding }) => finding.name === name);
    const [one] = ones;
    assert.ok(one !== undefined, `${name} is not found`);
    for (const fix of one.fixes) assertHelps(text, found, one, fix);
    return Object.fromEntries(one.fixes.map((fix) => [fix.title, applied(text, fix).slice(HEADER.length)]));
}

describe('the text of a fix', function () {
    it('adds an exception behind the name, with quotes where the name needs them', function () {
        const fixes = fixesOf("include I-1 { has 'type 1 diabetes' }\nexclude E-1 { has any autoimmune disease }\n", 'cohort-unsatisfiable');
        assert.deepEqual(fixes, {
            "Add the exception 'type 1 diabetes' to E-1: re-admits patients with type 1 diabetes":
                "include I-1 { has 'type 1 diabetes' }\nexclude E-1 { has any autoimmune disease except 'type 1 diabetes' }\n",
        });
    });

    it('adds an exception to a single one, in braces', function () {
        const fixes = fixesOf('include I-1 { has SLE }\nexclude E-1 { has any autoimmune disease except psoriasis }\n', 'cohort-unsatisfiable');
        assert.deepEqual(Object.values(fixes), ['include I-1 { has SLE }\nexclude E-1 { has any autoimmune disease except { psoriasis, SLE } }\n']);
    });

    it('adds an exception on a line of its own where the others have theirs', function () {
        const rest = 'exclude E-1 {\n  has any autoimmune disease except {\n    psoriasis // allowed\n    celiac disease\n';
        const fixes = fixesOf(`include I-1 { has SLE }\n${rest}  }\n}\n`, 'cohort-unsatisfiable');
        assert.deepEqual(Object.values(fixes), [`include I-1 { has SLE }\n${rest}    SLE\n  }\n}\n`]);
    });

    it('adds an exception in braces where a comma follows', function () {
        const fixes = fixesOf('include I-1 { has SLE }\nexclude E-1 { has any of { autoimmune disease, asthma } }\n', 'cohort-unsatisfiable');
        assert.deepEqual(Object.values(fixes), ['include I-1 { has SLE }\nexclude E-1 { has any of { autoimmune disease except { SLE }, asthma } }\n']);
    });

    const cohorts = 'cohort SLE with SLE\ncohort RA with rheumatoid arthritis\n';

    it('excepts the index disease before other exceptions, or scopes to the other cohorts', function () {
        const line = (selection: string, scope = ''): string =>
            `${cohorts}exclude E-1 "Other disease"${scope} { has any systemic autoimmune disease${selection} }\n`;
        const fixes = fixesOf(line(' except { SLE }'), 'cohort-unguarded');
        assert.deepEqual(Object.values(fixes), [
            line(' except { SLE, rheumatoid arthritis }'),
            line(' other than the index disease except { SLE }'),
            line(' except { SLE }', ' for SLE'),
        ]);
    });

    it('takes a cohort out of a scope that is written', function () {
        const three = `${cohorts}cohort SSc with SSc\n`;
        const rule = '{ ever had any malignancy\n has rheumatoid arthritis }';
        const fixes = fixesOf(`${three}exclude E-1 for SLE, RA ${rule}\n`, 'cohort-unsatisfiable');
        assert.ok(Object.values(fixes).includes(`${three}exclude E-1 for SLE ${rule}\n`), JSON.stringify(fixes));
    });

    it('moves a limit to the other or just beyond it, and says what that admits', function () {
        const fixes = fixesOf('include I-1 { SLEDAI-2K <= 3 }\nexclude E-1 { SLEDAI-2K >= 3 }\n', 'boundary-mismatch');
        assert.deepEqual(fixes, {
            'Move the limit of I-1 to < 3: admits whom both criteria admit, as now': 'include I-1 { SLEDAI-2K < 3 }\nexclude E-1 { SLEDAI-2K >= 3 }\n',
            'Move the limit of E-1 to > 3: admits the value at the limit': 'include I-1 { SLEDAI-2K <= 3 }\nexclude E-1 { SLEDAI-2K > 3 }\n',
        });
    });

    it('moves the limit behind a list of values for all of them', function () {
        const fixes = fixesOf('include I-1 { all of { AST, ALT } <= 3 x ULN }\nexclude E-1 { any of { AST, ALT } > 2.5 x ULN }\n', 'boundary-mismatch');
        assert.ok(
            Object.values(fixes).some((text) => text.includes('all of { AST, ALT } <= 2.5 x ULN')),
            JSON.stringify(fixes),
        );
    });

    it('moves an end of a range, and the age of the header', function () {
        const fixes = fixesOf('include I-1 { age from 16 years to 70 years }\n', 'boundary-mismatch');
        assert.deepEqual(Object.values(fixes), ['include I-1 { age from 18 years to 70 years }\n', 'include I-1 { age from 16 years to 70 years }\n']);
    });

    it('moves no end of a range to another unit, which the other end would take over', function () {
        const range = (to: string): string => `include I-1 { platelet count from 25 to ${to} }\nexclude E-1 { platelet count > 45000 /mm3 }\n`;
        const fixes = Object.values(fixesOf(range('50 x 10^9/L'), 'boundary-mismatch'));
        assert.deepEqual(fixes, [`include I-1 { platelet count from 25 to 50 x 10^9/L }\nexclude E-1 { platelet count > 50 x 10^9/L }\n`]);
    });

    it('drops an item with its comma, its line and its comment', function () {
        const drop = (list: string): string[] => Object.values(fixesOf(`exclude E-1 { has any of {${list}} }\n`, 'alternative-never-decisive'));
        assert.deepEqual(drop(' infection, pneumonia, asthma '), ['exclude E-1 { has any of { infection, asthma } }\n']);
        assert.deepEqual(drop(' pneumonia, infection '), ['exclude E-1 { has any of { infection } }\n']);
        assert.deepEqual(drop('\n  infection\n  pneumonia // of any kind\n  asthma\n'), ['exclude E-1 { has any of {\n  infection\n  asthma\n} }\n']);
        assert.deepEqual(drop('\n  asthma,\n  infection,\n  pneumonia\n'), ['exclude E-1 { has any of {\n  asthma,\n  infection\n} }\n']);
        assert.deepEqual(drop(' infection\n  pneumonia }\n  '.replace(' }\n  ', ' ')), ['exclude E-1 { has any of { infection } }\n']);
    });

    it("drops an item with its 'or'", function () {
        const fixes = fixesOf('exclude E-1 { has infection or has pneumonia or has asthma }\n', 'alternative-never-decisive');
        assert.deepEqual(Object.values(fixes), ['exclude E-1 { has infection or has asthma }\n']);
    });

    it('drops an exception, with the word where it was the only one', function () {
        const text = 'exclude E-1 { has any lung disease except { celiac disease } }\n';
        assert.deepEqual(Object.values(fixesOf(text, 'alternative-never-decisive')), ['exclude E-1 { has any lung disease }\n']);
        assert.deepEqual(Object.values(fixesOf(text.replace(/[{] (celiac disease) [}]/u, '$1'), 'alternative-never-decisive')), [
            'exclude E-1 { has any lung disease }\n',
        ]);
    });

    it('drops a criterion with its own comment, and leaves headings', function () {
        const wide = 'exclude E-1 { has any infection }\n';
        assert.deepEqual(Object.values(fixesOf(`${wide}\n// Twice.\nexclude E-2 { has pneumonia }\n\nexclude E-3 { has asthma }\n`, 'criterion-redundant')), [
            `${wide}\nexclude E-3 { has asthma }\n`,
        ]);
        assert.deepEqual(Object.values(fixesOf(`${wide}\n// Lungs.\nexclude E-2 { has pneumonia }\nexclude E-3 { has asthma }\n`, 'criterion-redundant')), [
            `${wide}\n// Lungs.\nexclude E-3 { has asthma }\n`,
        ]);
    });

    it('drops a row of a washout table and of a table of cases', function () {
        const table = (rows: string): string =>
            `exclude E-1 {\n  used before screening {\n    natalizumab: within 8 weeks\n${rows}    mitoxantrone: within 52 weeks\n  }\n}\nexclude E-2 { ever used any anti-CD20 antibody }\n`;
        assert.deepEqual(Object.values(fixesOf(table('    rituximab: within 24 weeks // as labelled\n'), 'alternative-unreachable')), [table('')]);
        const cases = (row: string): string => `include I-1 {\n  creatinine <= case {\n${row}    otherwise: 1.5 mg/dL\n  }\n}\n`;
        assert.deepEqual(Object.values(fixesOf(cases('    age from 12 to under 18 years: 1.2 mg/dL\n'), 'alternative-unreachable')), [cases('')]);
    });

    it("writes 'all of' for 'any of' and 'and' for 'or'", function () {
        const rest = 'exclude E-1 { any of { creatinine > 1.5 x ULN, creatinine clearance < 30 mL/min } }\n';
        const list = (word: string): string => `include I-1 { ${word} of { creatinine <= 1.5 x ULN, creatinine clearance >= 30 mL/min } }\n${rest}`;
        assert.equal(Object.values(fixesOf(list('any'), 'alternative-never-decisive'))[0], list('all'));
        const line = (word: string): string => `include I-1 { creatinine <= 1.5 x ULN ${word} creatinine clearance >= 30 mL/min }\n${rest}`;
        assert.equal(Object.values(fixesOf(line('or'), 'alternative-never-decisive'))[0], line('and'));
    });

    it('offers to drop one of two that say the same', function () {
        const text = `${HEADER}exclude E-1 {\n  platelet count < 30000 /mm3\n  platelet count < 30 x 10^9/L\n}\nexclude E-2 { has asthma }\nexclude E-3 { has asthma }\n`;
        const titles = findingsIn(text).flatMap(({ fixes }) => fixes.map(({ title }) => title));
        assert.deepEqual(titles, [
            "Drop 'platelet count < 30 x 10^9/L' from E-1: changes nobody's eligibility",
            "Drop E-3: changes nobody's eligibility; E-2 says it already",
        ]);
    });

    it('says so where the wording names what goes', function () {
        const fixes = fixesOf('exclude E-1 {\n  wording "Infection or pneumonia."\n  has any of { infection, pneumonia }\n}\n', 'alternative-never-decisive');
        assert.deepEqual(Object.keys(fixes), ["Drop 'pneumonia' from E-1: changes nobody's eligibility; its wording still names it"]);
    });

    it('says under which reading a fix changes nobody', function () {
        const text =
            'include I-1 { LVEF >= 40 % }\nexclude E-1 {\n  reading strict "Strictly" { LVEF < 50 %; has asthma }\n  reading mild "Mildly" { LVEF < 45 %; has asthma }\n}\nexclude E-2 { LVEF < 47 % }\n';
        for (const { finding, fixes } of findingsIn(`${HEADER}${text}`)) {
            if (finding.reading !== null) for (const { title } of fixes) assert.match(title, /\(if E-1 is read as 'mild'\)$/u);
        }
    });

    it('keeps a criterion that something else names', function () {
        const text = 'exclude E-1 { has any infection }\nexclude E-2 { has pneumonia }\npatient "x" { has pneumonia\n expect ineligible because E-2 }\n';
        assert.deepEqual(fixesOf(text, 'criterion-redundant'), {});
    });

    it('keeps line ends as they are', function () {
        const text = 'exclude E-1 {\r\n  has infection\r\n  has pneumonia\r\n}\r\n';
        assert.deepEqual(Object.values(fixesOf(text, 'alternative-never-decisive')), ['exclude E-1 {\r\n  has infection\r\n}\r\n']);
    });
});
