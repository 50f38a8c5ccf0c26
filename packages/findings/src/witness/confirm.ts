// Holds a witness against the reference evaluator: what is claimed of it has to come out, without any contradiction among its facts.
import { type CohortResult, evaluateCohort } from '@crit-lang/evaluate/cohort.js';
import { contradictionsIn } from '@crit-lang/evaluate/consistency.js';
import type { CriterionResult } from '@crit-lang/evaluate/criterion.js';
import type { Knowledge } from '@crit-lang/evaluate/knowledge/knowledge.js';
import { patientFromCase } from '@crit-lang/evaluate/patient/from-case.js';
import type { PatientCase } from '@crit-lang/model/criteria/document.js';

/** What is said of a witness. */
export type Claim =
    | { readonly kind: 'eligible'; /** Other cohorts that the same patient qualifies for. */ readonly also?: readonly string[] }
    | {
          readonly kind: 'criteria';
          /** Ids of criteria that the patient passes: meets an inclusion, does not meet an exclusion. */ readonly passes: readonly string[];
          readonly fails: readonly string[];
      };

export interface Confirmation {
    readonly confirmed: boolean;
    /** Criteria that come out otherwise than claimed, in each cohort; and contradictions, a sentence each. */
    readonly disagreements: readonly string[];
    /** Of the first cohort, then of the others that the claim names. */
    readonly results: readonly CohortResult[];
}

/** What came out, as far as it is needed to complete a record. */
export interface Outcome {
    readonly confirmed: boolean;
    readonly results: readonly Pick<CohortResult, 'cohort' | 'criteria'>[];
}

/** @param knowledge of the document, read as the claim reads it. */
export function confirm(patient: PatientCase, cohort: string, claim: Claim, knowledge: Knowledge): Confirmation {
    const found = cohortsOf(cohort, claim).map((id) => {
        const record = patientFromCase(patient, knowledge, id);
        const result = evaluateCohort(id, record, knowledge);
        const faults = [...record.unread, ...new Set([...contradictionsIn(patient, record, knowledge), ...result.defects])];
        const disagreeing = result.criteria.filter((criterion) => disagrees(criterion, claim)).map(({ id: criterion, passes }) => `${criterion}: ${passes}`);
        return { result, disagreements: [...disagreeing, ...faults] };
    });
    const disagreements = [...new Set(found.flatMap((each) => each.disagreements))];
    return { confirmed: disagreements.length === 0, disagreements, results: found.map(({ result }) => result) };
}

/** The cohorts that something is claimed of, the given one first. */
export function cohortsOf(cohort: string, claim: Claim): string[] {
    return [cohort, ...(claim.kind === 'eligible' ? (claim.also ?? []) : [])];
}

/** Whether a criterion comes out otherwise than is claimed. */
export function disagrees({ id, passes }: Pick<CriterionResult, 'id' | 'passes'>, claim: Claim): boolean {
    if (claim.kind === 'eligible') return passes !== 'yes';
    return (claim.passes.includes(id) && passes !== 'yes') || (claim.fails.includes(id) && passes !== 'no');
}
