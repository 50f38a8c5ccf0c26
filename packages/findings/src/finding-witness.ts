// The patient who shows a finding or who can qualify for a cohort, as a block of Crit text; none where the evaluator does not confirm one.
import type { CohortAnswer, DocumentAnalysis } from '@crit-lang/analysis/document-analysis.js';
import { not } from '@crit-lang/analysis/encode/formulas.js';
import type { Finding } from '@crit-lang/analysis/questions/finding.js';
import type { Part } from '@crit-lang/analysis/subjects/part.js';
import { chooseModels } from './witness/choose-models.js';
import type { Claim } from './witness/confirm.js';
import { witnessFor } from './witness/witness.js';

export type WitnessText = { readonly text: string } | null;

/** Somebody who qualifies for a cohort. */
export function cohortWitness(analysis: DocumentAnalysis, { scenario, satisfiable }: CohortAnswer): WitnessText {
    if (satisfiable !== true) return null;
    return witnessOf(analysis, scenario.parts, scenario.cohort.id, { kind: 'eligible' }, scenario.reading, `can qualify for ${scenario.cohort.id}`);
}

/** Somebody of whom it is so what a finding says can be; null for findings that say that something cannot be. */
export function findingWitness(analysis: DocumentAnalysis, finding: Finding): WitnessText {
    switch (finding.name) {
        case 'cohorts-overlap': {
            const [one, other] = [finding.first.scenario, finding.second.scenario];
            const title = `can qualify for ${one.cohort.id} and ${other.cohort.id}`;
            return witnessOf(analysis, [...one.parts, ...other.parts], one.cohort.id, { kind: 'eligible', also: [other.cohort.id] }, finding.reading, title);
        }
        case 'assertion-failed': {
            if (finding.counterexample === null) return null;
            const { answer, part } = finding.counterexample;
            const { scenario } = answer;
            return witnessOf(analysis, scenario.parts, scenario.cohort.id, { kind: 'eligible' }, finding.reading, `contradicts ${finding.assertion.id}`, part);
        }
        default:
            return null;
    }
}

function witnessOf(analysis: DocumentAnalysis, parts: readonly Part[], cohort: string, claim: Claim, reading: Finding['reading'], title: string, against?: Part): WitnessText {
    const extra = against === undefined || !analysis.components.has(against) ? undefined : failing(analysis, against);
    if (against !== undefined && extra === undefined) return null;
    const models = chooseModels(analysis, parts, extra);
    if (models === null) return null;
    const { confirmed, text } = witnessFor(analysis, models, cohort, claim, { reading, title });
    return confirmed ? { text } : null;
}

function failing(analysis: DocumentAnalysis, part: Part): Parameters<typeof chooseModels>[2] {
    const { component, member } = analysis.components.placeOf(part);
    return new Map([[component, [not(component.component.formulaOf(member))]]]);
}
