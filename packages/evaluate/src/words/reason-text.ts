// A reason tree as lines of text: each part with its verdict, why, the facts that were used and what is missing.
import type { PatientTest } from '../patient-test.js';
import type { Reason } from '../reason.js';
import { decisiveParts } from '../reason.js';
import type { Verdict } from '../verdict.js';

const VERDICT_WORDS: Readonly<Record<Verdict, string>> = { met: 'met', 'not-met': 'not met', unknown: 'unknown', 'not-applicable': 'does not apply' };

/** "not met", "does not apply". */
export function verdictWords(verdict: Verdict): string {
    return VERDICT_WORDS[verdict];
}

/** The lines, each part below what it is part of; parts that made no difference are left out. */
export function reasonLines(reason: Reason, indent: string): string[] {
    const why = [
        reason.because,
        ...reason.facts.map(({ words, derived }) => `By the fact: ${words}.${derived === null ? '' : ` ${derived}`}`),
        ...reason.missing.map((each) => `Missing: ${each}.`),
    ];
    return [
        `${indent}${verdictWords(reason.verdict)}: ${reason.says}`,
        ...why.flatMap((each) => (each === null ? [] : [`${indent}    ${each}`])),
        ...decisiveParts(reason).flatMap((part) => reasonLines(part, `${indent}  `)),
    ];
}

/** The criteria that a failure is explained by: those that keep the patient out or are unsettled, and those that were expected to. */
export function decidingCriteria({ patient, result }: PatientTest): NonNullable<PatientTest['result']>['criteria'] {
    const expected = new Set(patient.expect.flatMap(({ because }) => because));
    return result?.criteria.filter(({ id, passes }) => passes !== 'yes' || expected.has(id)) ?? [];
}
