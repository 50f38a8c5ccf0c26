// What `crit test` prints for people.
import type { CoverageGap } from '@crit-lang/evaluate/coverage.js';
import type { PatientTest } from '@crit-lang/evaluate/patient-test.js';
import { decidingCriteria, reasonLines } from '@crit-lang/evaluate/words/reason-text.js';
import { countOf } from '../terminal/count-of.js';
import type { Output } from '../terminal/terminal.js';
import type { TestedFile } from './tested-file.js';

export function testHuman(out: Output, { path, problem, errors, tests, coverage }: TestedFile): void {
    if (problem !== null) return;
    out.line({ style: 'bold', text: path });
    if (errors > 0) out.line({ style: 'red', text: `  It has ${countOf(errors, 'error')}: what stands on such a line is unknown. See crit check.` });
    if (tests.length === 0) out.line('  It has no patient cases.');
    for (const test of tests) writeTest(out, test);
    if (coverage === null) return;
    out.line(`  ${coverage.decided} of ${countOf(coverage.criteria, 'criterion', 'criteria')} decided by a patient case.`);
    for (const gap of coverage.gaps) out.line(`  ${gapText(gap)}`);
}

function writeTest(out: Output, test: PatientTest): void {
    const { patient, cohort, passed, failures, result } = test;
    const name = `"${patient.title}"${cohort === null ? '' : ` in ${cohort}`}`;
    if (passed) {
        out.line('  ', { style: 'green', text: 'ok     ' }, `${name}: ${result?.eligibility ?? ''}`);
        return;
    }
    out.line('  ', { style: 'red', text: 'FAILED ' }, name);
    for (const failure of failures) out.line(`         ${failure}`);
    for (const criterion of decidingCriteria(test)) {
        out.line(`         ${criterion.id} (${criterion.kind === 'include' ? 'inclusion' : 'exclusion'})`);
        for (const line of reasonLines(criterion.reason, '           ')) out.line(line);
    }
}

function gapText({ criterion, part, never }: CoverageGap): string {
    const what = part === null ? criterion : `${criterion}, ${part}`;
    if (never.length === 2) return `No case decides ${what}.`;
    return `No case ${never.includes('met') ? 'meets' : 'fails to meet'} ${what}.`;
}

export function testSummary(out: Output, files: readonly TestedFile[]): void {
    const tests = files.flatMap((file) => file.tests);
    const failed = tests.filter(({ passed }) => !passed).length;
    out.line(`${tests.length - failed} passed, ${failed} failed.`);
}
