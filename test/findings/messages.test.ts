// What findings say: values in two units, index diseases of several cohorts, alternatives and limits told together, contradictions of imported files.
import assert from 'node:assert/strict';
import type { Log } from 'sarif';
import { checkJson } from '@crit-lang/cli/reports/check-json.js';
import { checkSarif } from '@crit-lang/cli/reports/check-sarif.js';
import { analysed } from '@crit-lang/cli/reports/analysed.js';
import { analyse, type AnalysisReport, type ReportedFinding } from '@crit-lang/findings/report.js';
import { type Compilation, compile } from '@crit-lang/language/compile.js';
import { parseFile } from '@crit-lang/language/resolve/parsed-file.js';
import { planted } from './fixed-text.js';

const HEADER = 'protocol P "P" { age from 18 years }\n';

function reportOn(text: string): AnalysisReport {
    const { document, diagnostics } = compile(parseFile('p.crit', text));
    assert.deepEqual(
        diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message),
        [],
    );
    return analyse(document, { witnesses: 'findings' });
}

function only(text: string, name: string): ReportedFinding {
    const found = reportOn(text).findings.filter((finding) => finding.name === name);
    assert.equal(found.length, 1, found.map(({ message }) => message).join('\n'));
    return found[0] as ReportedFinding;
}

/** As the editor and the command line have it: with imports and acknowledgements. */
function checked(main: string, files: Readonly<Record<string, string>> = {}): Compilation {
    const load = (_from: string, path: string) => ({ file: parseFile(path, files[path] ?? '') });
    return analysed(compile(parseFile('main.crit', main), load), { witnesses: 'findings' }).compilation;
}

describe('messages of the analysis', function () {
    describe('values in two units', function () {
        const contradiction = (criteria: string): string => only(`${HEADER}${criteria}`, 'cohort-unsatisfiable').message;

        for (const [one, other, said] of [
            ['creatinine >= 1.5 mg/dL', 'creatinine > 110 µmol/L', 'creatinine > 110 µmol/L (about 1.24 mg/dL)'],
            ['creatinine <= 2 mg/dL', 'not creatinine > 177 µmol/L', 'creatinine > 177 µmol/L (about 2.002 mg/dL)'],
            ['platelet count < 30 x 10^9/L', 'platelet count < 50000 /µL', 'platelet count < 50000 /µL (50 x 10^9/L)'],
            ['body temperature > 39 °C', 'body temperature > 101 °F', 'temperature > 101 °F (about 38.3 °C)'],
            ['HbA1c > 9 %', 'HbA1c > 53 mmol/mol', 'HbA1c > 53 mmol/mol (about 7 %)'],
            ['WBC < 2 x 10^9/L', 'not ANC >= 3000 /mm3', 'ANC >= 3000 /mm3 (3 x 10^9/L)'],
            ['had stroke within 3 months before screening', 'had stroke within 26 weeks before screening', 'within 26 weeks (about 5.98 months) before'],
            ['had stroke within 2 weeks before screening', 'had stroke within 30 days before screening', 'within 30 days (about 4.29 weeks) before'],
            ['had stroke within 1 years before screening', 'had stroke within 18 months before screening', 'within 18 months (1.5 years) before'],
        ] as const) {
            it(`${one} against ${other}`, function () {
                const message = contradiction(`include I-1 { ${one} }\nexclude E-1 { ${other} }\n`);
                assert.ok(message.includes(said), message);
            });
        }

        it('says nothing beside values in one unit', function () {
            const message = contradiction('include I-1 { creatinine >= 1.5 mg/dL }\nexclude E-1 { creatinine > 1.2 mg/dL }\n');
            assert.doesNotMatch(message, /\(/u);
        });
    });

    it('names the index disease of every cohort spoken of, and of one where it is about one', function () {
        const cohorts = 'cohort A "A" with SLE\ncohort B "B" with SSc\n';
        const excluded = 'exclude E-2 { any systemic autoimmune disease other than the index disease }\n';
        const both = only(`${HEADER}${cohorts}exclude E-1 { has drug-induced SLE }\n${excluded}`.replace('{ any', '{ has any'), 'criterion-redundant');
        assert.match(both.message, /other than the index disease of the cohort \(SLE or SSc\)/u);
        const one = only(`${HEADER}${cohorts}exclude E-1 for A { has drug-induced SLE }\n${excluded}`.replace('{ any', '{ has any'), 'criterion-redundant');
        assert.match(one.message, /other than the index disease \(SLE\)/u);
    });

    describe('alternatives of one list', function () {
        const LIST =
            'include I-1 { inadequate response to any of { azathioprine, methotrexate, any immunosuppressant, leflunomide } used for at least 6 months }\n';

        it('are one finding for one reason, with a place for each', function () {
            const finding = only(`${HEADER}${LIST}`, 'alternative-never-decisive');
            assert.match(
                finding.message,
                /^Three items of one list in I-1 change nothing: whoever meets one of them meets another alternative too\. They are "/u,
            );
            for (const name of ['azathioprine', 'methotrexate', 'leflunomide']) assert.ok(finding.message.includes(name));
            assert.equal(finding.verdict, 'proven');
            assert.equal(finding.findings.length, 3);
            assert.equal(finding.unnecessary, true);
            const places = [finding.range, ...finding.related.map(({ range }) => range)].map((range) =>
                LIST.slice(range?.start.character, range?.end.character),
            );
            assert.deepEqual(places, ['azathioprine', 'methotrexate', 'leflunomide']);
            assert.ok(finding.related.every(({ unnecessary }) => unnecessary === true));
        });

        it('stay apart where the reason is another criterion', function () {
            const drugs = 'include I-1 { used any of { rituximab, adalimumab, methotrexate } within 6 months before screening }\n';
            const text = `${HEADER}${drugs}exclude E-1 { ever used any anti-CD20 antibody }\nexclude E-2 { ever used any TNF inhibitor }\n`;
            const found = reportOn(text).findings.filter(({ name }) => name === 'alternative-unreachable');
            assert.deepEqual(
                found.map(({ criteria }) => criteria.join()),
                ['I-1,E-1', 'I-1,E-2'],
            );
        });

        it('are acknowledged together', function () {
            const accepted = LIST.replace(/ \}\n$/u, '\n  accept alternative-never-decisive "Named for the sites."\n}\n').replace(
                '{ inadequate',
                '{\n  inadequate',
            );
            const { diagnostics, acknowledged } = checked(`${HEADER}${accepted}`);
            assert.deepEqual(
                diagnostics.map(({ name }) => name),
                [],
            );
            assert.deepEqual(
                acknowledged.map(({ name, related }) => [name, related.length]),
                [['alternative-never-decisive', 2]],
            );
        });
    });

    it('are in JSON and SARIF with the place of each', function () {
        const { diagnostics, files } = checked(
            `${HEADER}include I-1 { inadequate response to any of { azathioprine, methotrexate, any immunosuppressant } }\n`,
        );
        const analysis = { cohorts: [], overlaps: [], notAnalysed: [], complete: true, skipped: null };
        const file = { path: 'main.crit', readable: true, diagnostics, files: files.map(({ source }) => source.path), analysis };
        const json = JSON.parse(checkJson([file])) as { files: { diagnostics: { verdict: string; range: object; related: { range: object }[] }[] }[] };
        const [found] = json.files[0]?.diagnostics ?? [];
        assert.deepEqual([found?.verdict, found?.related.length], ['proven', 1]);
        const [result] = (JSON.parse(checkSarif([file], () => null)) as Log).runs[0]?.results ?? [];
        const columns = [...(result?.locations ?? []), ...(result?.relatedLocations ?? [])].map((place) => place.physicalLocation?.region?.startColumn);
        assert.deepEqual([columns, result?.properties?.['verdict']], [[47, 61], 'proven']);
    });

    describe('limits that do not fit', function () {
        it('are one finding for all criteria that give way to one limit, and what is not told is counted', function () {
            const limits = Array.from({ length: 40 }, (_, index) => `include I-${index + 1} { hemoglobin >= ${80 + index} g/L }\n`).join('');
            const finding = only(`${HEADER}${limits}`, 'boundary-mismatch');
            assert.equal(finding.criteria.length, 40);
            assert.match(finding.message, /^40 criteria \(I-1, .*I-8 and 32 more\) limit hemoglobin/u);
            assert.match(finding.message, /; and 34 more\. .*not admitted by I-40: .* The places of 12 limits are shown, and 28 more are not\.$/u);
            assert.equal(finding.related.length, 12);
        });

        it('grow with the criteria and not with their pairs', function () {
            const limits = Array.from(
                { length: 60 },
                (_, index) => `include I-${index + 1} { ${index % 2 === 0 ? 'hemoglobin' : 'albumin'} >= ${20 + index} g/L }\n`,
            );
            assert.equal(reportOn(`${HEADER}${limits.join('')}`).findings.filter(({ name }) => name === 'boundary-mismatch').length, 2);
        });

        it('of several criteria are told apart by the value and the limit', function () {
            const text = `${HEADER}include I-1 { hemoglobin >= 80 g/L }\ninclude I-2 { hemoglobin >= 90 g/L; albumin >= 20 g/L }\nexclude E-1 { hemoglobin < 10 g/dL }\nexclude E-2 { albumin <= 20 g/L }\n`;
            const found = reportOn(text).findings.filter(({ name }) => name === 'boundary-mismatch');
            assert.deepEqual(
                found.map(({ criteria }) => criteria.join()),
                ['I-1,I-2,E-1', 'I-2,E-2'],
            );
            assert.match(found[0]?.message ?? '', /E-1 excludes hemoglobin < 10 g\/dL \(100 g\/L\)/u);
        });

        for (const { name, text } of planted().filter((each) => /^\/\/! boundary-mismatch/mu.test(each.text))) {
            it(`are shown by a patient whom the evaluator excludes: ${name}`, function () {
                assert.match(only(text, 'boundary-mismatch').witness?.text ?? '', /expect ineligible because /u);
            });
        }
    });

    describe('contradictions of an imported file', function () {
        const FILES = {
            'trial.crit': `${HEADER}cohort A "A" with SLE\ncohort B "B" with SSc\nexclude E-1 { has SSc }\ninclude I-1 for A { ALT <= 2 x ULN }\ninclude I-2 for A { ALT > 2 x ULN }\n`,
        };

        it('are one finding where it is imported, with their places', function () {
            const { diagnostics, files } = checked('// A comment.\nimport "trial.crit"\n', FILES);
            assert.deepEqual(
                diagnostics.map(({ name, severity, range }) => [name, severity, range.file, range.start.line]),
                [['cohort-unsatisfiable', 'error', 0, 1]],
            );
            const [finding] = diagnostics;
            assert.match(
                finding?.message ?? '',
                /^Nobody can qualify for cohorts A and B: criteria in the imported "trial\.crit" contradict each other \(I-1 and I-2; E-1 and the disease of cohort B\)\./u,
            );
            assert.deepEqual([...(finding?.cohorts ?? [])].sort(), ['A', 'B']);
            assert.ok(finding?.related.every(({ range }) => files[range.file]?.source.path === 'trial.crit'));
        });

        it('are told of where the file that brings them in is imported', function () {
            const { diagnostics } = checked('import "between.crit"\n', { ...FILES, 'between.crit': 'import "trial.crit"\n' });
            assert.deepEqual(
                diagnostics.map(({ name, range }) => [name, range.start.line]),
                [['cohort-unsatisfiable', 0]],
            );
        });

        it('with a criterion of the file itself are shown at that criterion', function () {
            const { diagnostics } = checked('import "base.crit"\ninclude I-9 { ALT > 3 x ULN }\n', { 'base.crit': `${HEADER}exclude E-1 { ALT > 2 x ULN }\n` });
            assert.deepEqual(
                diagnostics.map(({ name, range }) => [name, range.file, range.start.line]),
                [['cohort-unsatisfiable', 0, 1]],
            );
        });
    });
});
