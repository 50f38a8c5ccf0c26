// A reason tree as lines of text: each part with its verdict, why, the facts that were used and what is missing.
import type { Reason } from '@crit-lang/evaluate/reason.js';
import { decisiveParts } from '@crit-lang/evaluate/reason.js';
import type { Verdict } from '@crit-lang/evaluate/verdict.js';

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
