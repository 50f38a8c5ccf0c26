// The patient who shows a finding or who can qualify for a cohort, as a block of Crit text; none where the evaluator does not confirm one.
import { type CohortAnswer, DocumentAnalysis } from '@crit-lang/analysis/document-analysis.js';
import type { Finding } from '@crit-lang/analysis/questions/finding.js';
import type { Part } from '@crit-lang/analysis/subjects/part.js';
import type { Assertion, Criterion } from '@crit-lang/model/criteria/document.js';
import { boundaryWitness } from './boundary-witness.js';
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
        case 'assertion-failed':
            return finding.counterexample === null ? null : counterexample(analysis, finding.assertion, finding.counterexample.answer);
        case 'boundary-mismatch':
            return boundaryWitness(analysis, finding);
        default:
            return null;
    }
}

// Whoever qualifies although all of whom the assertion is true are kept out contradicts it.
function counterexample(analysis: DocumentAnalysis, { id, rule }: Assertion, { scenario }: CohortAnswer): WitnessText {
    const { document, cache } = analysis;
    const kept: Criterion = {
        id,
        kind: 'exclude',
        title: null,
        cohorts: [scenario.cohort.id],
        origin: 'written',
        replaces: null,
        wording: [],
        short: null,
        plain: [],
        rationale: [],
        notes: [],
        sources: [],
        acceptances: [],
        rule,
        readings: [],
    };
    const without = new DocumentAnalysis({ ...document, criteria: [...document.criteria, kept] }, cache);
    const answers = without.worlds.find(({ reading }) => JSON.stringify(reading) === JSON.stringify(scenario.reading))?.cohorts ?? [];
    const answer = answers.find((each) => each.scenario.cohort.id === scenario.cohort.id);
    if (answer?.satisfiable !== true) return null;
    return witnessOf(without, answer.scenario.parts, scenario.cohort.id, { kind: 'eligible' }, scenario.reading, `contradicts ${id}`);
}

function witnessOf(analysis: DocumentAnalysis, parts: readonly Part[], cohort: string, claim: Claim, reading: Finding['reading'], title: string): WitnessText {
    const models = chooseModels(analysis, parts);
    if (models === null) return null;
    const { confirmed, text } = witnessFor(analysis, models, cohort, claim, { reading, title });
    return confirmed ? { text } : null;
}
