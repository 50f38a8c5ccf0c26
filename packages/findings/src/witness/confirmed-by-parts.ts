// Whether what is claimed of a patient comes out criterion by criterion, each for the facts that bear on it: soon found, and to be confirmed as a whole.
import type { Knowledge } from '@crit-lang/evaluate/knowledge/knowledge.js';
import type { Condition } from '@crit-lang/model/criteria/condition.js';
import type { PatientCase } from '@crit-lang/model/criteria/document.js';
import { type Claim, cohortsOf, disagrees, type Outcome } from './confirm.js';
import { KnownVerdicts } from './known-verdicts.js';

export class ConfirmedByParts {
    private readonly known: KnownVerdicts;
    private readonly cohorts: readonly string[];

    constructor(
        private readonly knowledge: Knowledge,
        cohort: string,
        private readonly claim: Claim,
    ) {
        this.known = KnownVerdicts.of(knowledge);
        this.cohorts = cohortsOf(cohort, claim);
    }

    /** With the reasons of the criteria that come out otherwise. */
    outcome(patient: PatientCase): Outcome {
        const { claim, known } = this;
        const results = this.cohorts.map((cohort) => {
            const verdicts = this.knowledge.document.criteria.map((criterion) => ({ criterion, verdict: known.verdictOn(criterion, patient, cohort) }));
            const others = verdicts.filter(({ verdict }) => disagrees(verdict, claim)).map(({ criterion }) => known.resultOn(criterion, patient, cohort));
            const isSound = verdicts.every(({ verdict }) => verdict.isSound) && patient.facts.every((fact) => known.fits(fact, patient, cohort));
            return { cohort, criteria: others, isSo: isSound && others.length === 0 };
        });
        return { confirmed: results.every(({ isSo }) => isSo), results };
    }

    /**
     * Of a patient of whom it came out, whether it still does without the fact: only what the fact may bear on can come out otherwise.
     * @param shorter the patient without it.
     */
    isConfirmedWithout(fact: Condition, shorter: PatientCase): boolean {
        const { claim, known } = this;
        return this.cohorts.every(
            (cohort) =>
                [...known.criteriaBeside(fact)].every((criterion) => {
                    const verdict = known.verdictOn(criterion, shorter, cohort);
                    return verdict.isSound && !disagrees(verdict, claim);
                }) && known.factsBeside(fact, shorter.facts).every((other) => known.fits(other, shorter, cohort)),
        );
    }
}
