// Which criteria, and which lines and alternatives in them, the patient cases of a file decide.
import type { Condition } from '@crit-lang/model/criteria/condition.js';
import type { Criterion } from '@crit-lang/model/criteria/document.js';
import type { SourceRange } from '@crit-lang/model/criteria/source.js';
import type { PatientTest } from './patient-test.js';
import type { Reason } from './reason.js';
import type { Verdict } from './verdict.js';
import { headingWords } from './words/condition-words.js';

export interface CoverageGap {
    criterion: string;
    /** The line or alternative in words; null for the criterion as a whole. */
    part: string | null;
    range?: SourceRange;
    /** The verdicts that no case brings about; both: no case decides it. */
    never: ('met' | 'not-met')[];
}

export interface Coverage {
    criteria: number;
    /** Criteria that some case meets or does not meet. */
    decided: number;
    gaps: CoverageGap[];
}

/** What is left undecided of these criteria by the cases that were run. */
export function coverageOf(criteria: readonly Criterion[], tests: readonly PatientTest[]): Coverage {
    const coverage: Coverage = { criteria: criteria.length, decided: 0, gaps: [] };
    for (const criterion of criteria) {
        const results = tests.flatMap(({ result }) => result?.criteria.filter(({ id }) => id === criterion.id) ?? []);
        const seen = new Map<Condition, Set<Verdict>>();
        for (const { reason, readings } of results)
            for (const each of readings.length > 0 ? readings.map((reading) => reading.reason) : [reason]) gather(each, seen);
        const whole = new Set(results.map(({ verdict }) => verdict));
        if (whole.has('met') || whole.has('not-met')) coverage.decided += 1;
        const gap = gapIn(criterion.id, null, whole, criterion.range);
        if (gap !== null) coverage.gaps.push(gap);
        const rules = criterion.readings.length > 0 ? criterion.readings.map(({ rule }) => rule) : [criterion.rule];
        for (const part of rules.flatMap(branchesOf)) {
            const found = gapIn(criterion.id, headingWords(part), seen.get(part) ?? new Set(), part.range);
            if (found !== null) coverage.gaps.push(found);
        }
    }
    return coverage;
}

function gather(reason: Reason, seen: Map<Condition, Set<Verdict>>): void {
    const known = seen.get(reason.condition);
    if (known === undefined) seen.set(reason.condition, new Set([reason.verdict]));
    else known.add(reason.verdict);
    for (const part of reason.parts) gather(part, seen);
}

function gapIn(criterion: string, part: string | null, seen: ReadonlySet<Verdict>, range: SourceRange | undefined): CoverageGap | null {
    const never = (['met', 'not-met'] as const).filter((verdict) => !seen.has(verdict));
    return never.length === 0 ? null : { criterion, part, never, ...(range === undefined ? {} : { range }) };
}

/** The lines and alternatives of a rule that has more than one. */
function branchesOf(rule: Condition): Condition[] {
    const parts = partsOf(rule);
    const inner = parts.flatMap(branchesOf);
    return parts.length > 1 ? [...parts, ...inner] : inner;
}

function partsOf(condition: Condition): Condition[] {
    switch (condition.kind) {
        case 'all':
        case 'any':
            return condition.of;
        case 'not':
            return [condition.of];
        case 'count':
            return condition.items.map((item) => item.condition);
        case 'guard':
            return [condition.then, ...(condition.otherwise === null ? [] : [condition.otherwise])];
        case 'cases':
            return condition.rows.map((row) => row.then);
        default:
            return [];
    }
}
