// What `crit test --format json` prints; docs/cli/test.md documents the shape.
import type { PatientTest } from '@crit-lang/evaluate/patient-test.js';
import type { Reason } from '@crit-lang/evaluate/reason.js';
import { decidingCriteria } from '@crit-lang/evaluate/words/reason-text.js';
import { jsonText } from '../terminal/json-text.js';
import type { TestedFile } from './tested-file.js';

export function testJson(files: readonly TestedFile[]): string {
    const tests = files.flatMap((file) => file.tests);
    const failed = tests.filter(({ passed }) => !passed).length;
    return jsonText({
        version: 1,
        files: files.map(({ path, problem, errors, tests: own, coverage }) => ({
            path,
            problem,
            errors,
            patients: own.map(patientJson),
            ...(coverage === null ? {} : { coverage: { ...coverage, gaps: coverage.gaps.map(({ criterion, part, never }) => ({ criterion, part, never })) } }),
        })),
        summary: { passed: tests.length - failed, failed },
    });
}

function patientJson(test: PatientTest): object {
    const { patient, cohort, passed, failures, result } = test;
    return {
        title: patient.title,
        cohort,
        line: patient.range?.start.line ?? null,
        expected: patient.expect,
        outcome: result?.eligibility ?? null,
        passed,
        failures,
        criteria: Object.fromEntries(result?.criteria.map(({ id, verdict }) => [id, verdict]) ?? []),
        readings: Object.fromEntries(
            result?.criteria
                .filter(({ readings }) => readings.length > 0)
                .map(({ id, readings }) => [id, Object.fromEntries(readings.map((reading) => [reading.id, reading.verdict]))]) ?? [],
        ),
        missing: result?.unsettled.map(({ id, missing }) => ({ criterion: id, missing })) ?? [],
        reasons: passed ? [] : decidingCriteria(test).map(({ id, reason }) => ({ criterion: id, ...reasonJson(reason) })),
    };
}

function reasonJson({ verdict, says, because, facts, missing, parts }: Reason): object {
    return { verdict, says, because, facts: facts.map(({ words, derived }) => ({ words, derived })), missing, parts: parts.map(reasonJson) };
}
