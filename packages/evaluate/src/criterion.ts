// The verdict on one criterion for a patient who is screened for a cohort.
import type { Criterion } from '@crit-lang/model/criteria/document.js';
import type { Condition } from '@crit-lang/model/criteria/condition.js';
import type { Context } from './context.js';
import { evaluateCondition } from './evaluate.js';
import type { Knowledge } from './knowledge/knowledge.js';
import { namedTerms } from '@crit-lang/model/criteria/named-terms.js';
import type { Patient } from './patient/patient.js';
import type { Reason } from './reason.js';
import { notApplicable } from './reason.js';
import type { Verdict } from './verdict.js';

export interface ReadingResult {
    id: string;
    verdict: Verdict;
    reason: Reason;
}

export interface CriterionResult {
    id: string;
    kind: 'include' | 'exclude';
    /** Whether the written condition holds: an exclusion that is met excludes. */
    verdict: Verdict;
    /** Whether the patient passes: unknown where the verdict is. */
    passes: 'yes' | 'no' | 'unknown';
    reason: Reason;
    /** Where the scope can be read in several ways: each reading; the verdict is the first one's. */
    readings: ReadingResult[];
}

/** The context in which a rule is evaluated for a patient of a cohort. */
export function contextFor(patient: Patient, knowledge: Knowledge, cohort: string | null): Context {
    const { cohorts, protocol } = knowledge.document;
    return {
        knowledge,
        patient,
        index: cohorts.find(({ id }) => id === cohort)?.index ?? null,
        defaultPick: protocol?.defaultPick ?? 'latest',
        polarity: 0,
        bindings: new Map(),
        window: null,
        replaced: new Set(),
        definitions: [],
        evaluate: evaluateCondition,
    };
}

export function evaluateCriterion(criterion: Criterion, patient: Patient, knowledge: Knowledge, cohort: string): CriterionResult {
    const context: Context = {
        ...contextFor(patient, knowledge, cohort),
        polarity: criterion.kind === 'include' ? 1 : -1,
        replaced: replacedIn(criterion, knowledge, cohort),
    };
    const readings = criterion.readings.map((reading): ReadingResult => {
        const reason = scoped(reading.rule, reading.cohorts ?? criterion.cohorts, cohort, context);
        return { id: reading.id, verdict: reason.verdict, reason };
    });
    const reason = readings[0]?.reason ?? scoped(criterion.rule, criterion.cohorts, cohort, context);
    return { id: criterion.id, kind: criterion.kind, verdict: reason.verdict, passes: passes(criterion.kind, reason.verdict), reason, readings };
}

function scoped(rule: Condition, cohorts: readonly string[] | null, cohort: string, context: Context): Reason {
    if (cohorts !== null && !cohorts.includes(cohort)) return notApplicable(rule, `It is for ${cohorts.join(', ')} only.`);
    return context.evaluate(rule, context);
}

// 'instead of': for the terms that the other criterion names, in the cohorts that it is for.
function replacedIn(criterion: Criterion, knowledge: Knowledge, cohort: string): ReadonlySet<string> {
    const others = knowledge.document.criteria.filter((other) => other.replaces === criterion.id && (other.cohorts === null || other.cohorts.includes(cohort)));
    return new Set(others.flatMap((other) => [...namedTerms(other.rule)]));
}

function passes(kind: Criterion['kind'], verdict: Verdict): CriterionResult['passes'] {
    if (verdict === 'unknown') return 'unknown';
    if (verdict === 'not-applicable') return 'yes';
    return (verdict === 'met') === (kind === 'include') ? 'yes' : 'no';
}
