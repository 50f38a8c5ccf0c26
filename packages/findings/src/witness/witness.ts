// A patient who shows that something can be so: made from models of the solver, confirmed by the evaluator, and written as Crit text.
import type { PlacedComponent } from '@crit-lang/analysis/components/component-set.js';
import type { Model } from '@crit-lang/analysis/components/model.js';
import type { DocumentAnalysis } from '@crit-lang/analysis/document-analysis.js';
import type { Part } from '@crit-lang/analysis/subjects/part.js';
import type { Knowledge } from '@crit-lang/evaluate/knowledge/knowledge.js';
import type { Condition } from '@crit-lang/model/criteria/condition.js';
import type { PatientCase } from '@crit-lang/model/criteria/document.js';
import { factText, patientText } from '../print/patient.js';
import { ConfirmedByParts } from './confirmed-by-parts.js';
import { type Claim, cohortsOf, type Confirmation, confirm, disagrees, type Outcome } from './confirm.js';
import { gradeFacts } from './grades.js';
import { changesOf } from './linked-values.js';
import { KnownVerdicts } from './known-verdicts.js';
import { occurrenceFacts } from './occurrences.js';
import { PinnedModel } from './pinned-model.js';
import { type ChosenReading, knowledgeRead } from './readings.js';
import { saidApart } from './said-apart.js';
import { settlingFacts } from './settle.js';
import { simplified } from './simplify.js';
import { withTimes } from './times.js';
import { UnitsInUse } from './units.js';
import { valueFacts } from './values.js';

export interface Witness {
    readonly patient: PatientCase;
    /** The patient block; empty where it cannot be written. */
    readonly text: string;
    /** Whether the evaluator finds of this patient what is claimed. A witness that is not confirmed is never shown. */
    readonly confirmed: boolean;
    /** Criteria that come out otherwise, and contradictions. */
    readonly disagreements: readonly string[];
}

export interface WitnessOptions {
    /** The reading under which the claim is made; null: the first readings. */
    readonly reading?: ChosenReading;
    readonly title?: string;
}

/** A patient of whom is found what is claimed, or who comes nearest to it. */
interface Confirmed {
    readonly patient: PatientCase;
    readonly found: Confirmation;
}

/** Rounds of adding what the record misses. */
const MOST_ROUNDS = 4;

/**
 * The patient of the models, for whom the claim is made.
 * @param models one for each component, as `chooseModels` or `DocumentAnalysis.models` gives them.
 */
export function witnessFor(
    analysis: DocumentAnalysis,
    models: readonly Model[],
    cohortId: string,
    claim: Claim,
    { reading = null, title }: WitnessOptions = {},
): Witness {
    return new WitnessWriter(analysis, models, cohortId, claim, reading).write(title ?? `can qualify for ${cohortId}`);
}

class WitnessWriter {
    private readonly knowledge: Knowledge;
    private readonly defaultAnchor: string;
    private readonly parts: readonly { readonly cohort: string; readonly part: Part; readonly model: Model }[];
    private readonly pinned: readonly PinnedModel[];

    constructor(
        private readonly analysis: DocumentAnalysis,
        models: readonly Model[],
        private readonly cohort: string,
        private readonly claim: Claim,
        reading: ChosenReading,
    ) {
        this.knowledge = knowledgeRead(analysis.document, reading);
        this.defaultAnchor = analysis.document.protocol?.defaultAnchor ?? 'screening';
        const { components } = analysis.components;
        this.pinned = components.map(({ component }, index) => new PinnedModel(component, models[index] as Model));
        this.parts = cohortsOf(cohort, claim).flatMap((id) =>
            partsOf(analysis, id, reading).map((part) => ({
                cohort: id,
                part,
                model: models[indexOf(components, analysis.components.placeOf(part).component)] as Model,
            })),
        );
    }

    write(title: string): Witness {
        const first: PatientCase = {
            title,
            // A protocol that declares no cohort has one, which cannot be named.
            cohort: this.analysis.document.cohorts.find(({ id }) => id === this.cohort)?.implicit === true ? null : this.cohort,
            facts: this.distinct(this.statedFacts()),
            nothingElse: true,
            assumptions: [],
            expect: [],
        };
        const { patient, found } = this.soonConfirmed(first) ?? this.surelyConfirmed(first);
        const shown = { ...patient, expect: this.expectation(found) };
        const text = patientText(shown, this.defaultAnchor);
        return { patient: shown, text: text ?? '', confirmed: found.confirmed && text !== null, disagreements: found.disagreements };
    }

    // Criterion by criterion, each for the facts that bear on it, which is mostly known from other patients; all of it together in the end.
    private soonConfirmed(first: PatientCase): Confirmed | null {
        const byParts = new ConfirmedByParts(this.knowledge, this.cohort, this.claim);
        const [complete, { confirmed }] = this.completed(first, (patient) => byParts.outcome(patient));
        if (!confirmed) return null;
        const patient = simplified(complete, (shorter, fact) => byParts.isConfirmedWithout(fact, shorter));
        const found = this.confirm(patient);
        return found.confirmed ? { patient, found } : null;
    }

    private surelyConfirmed(first: PatientCase): Confirmed {
        const [complete, found] = this.completed(first, (patient) => this.confirm(patient));
        if (!found.confirmed) return { patient: complete, found };
        const patient = simplified(complete, (shorter) => this.confirm(shorter).confirmed);
        return { patient, found: this.confirm(patient) };
    }

    private completed<Found extends Outcome>(first: PatientCase, outcomeOf: (patient: PatientCase) => Found): [PatientCase, Found] {
        let patient = first;
        let found = outcomeOf(patient);
        for (let round = 0; round < MOST_ROUNDS && !found.confirmed; round++) {
            const facts = this.distinct([...patient.facts, ...this.missingFacts(found)]);
            if (facts.length === patient.facts.length) break;
            patient = { ...patient, facts };
            found = outcomeOf(patient);
        }
        return [patient, found];
    }

    private confirm(patient: PatientCase): Confirmation {
        return confirm(patient, this.cohort, this.claim, this.knowledge);
    }

    private statedFacts(): Condition[] {
        const units = new UnitsInUse(this.analysis.document);
        const changes = this.pinned.flatMap(({ model }) => changesOf(model));
        return this.analysis.components.components.flatMap(({ component }, index) => {
            const pinned = this.pinned[index] as PinnedModel;
            const stated = occurrenceFacts(pinned.model, this.defaultAnchor);
            return [
                ...withTimes(stated, component, pinned),
                ...valueFacts(component, pinned, units, changes, this.defaultAnchor),
                ...gradeFacts(component, pinned, this.defaultAnchor),
            ];
        });
    }

    private missingFacts({ results }: Outcome): Condition[] {
        return results.flatMap(({ cohort, criteria }) =>
            criteria.flatMap((criterion) => {
                if (!disagrees(criterion, this.claim)) return [];
                return this.parts.flatMap(({ cohort: of, part, model }) =>
                    of === cohort && part.criterion.id === criterion.id ? settlingFacts(criterion.reason, part, model, this.knowledge) : [],
                );
            }),
        );
    }

    /** Each once, those that can be written. */
    private distinct(facts: readonly Condition[]): Condition[] {
        const known = KnownVerdicts.of(this.knowledge);
        const byText = new Map<string, Condition>();
        for (const fact of facts.flatMap(saidApart)) {
            const text = factText(fact, this.defaultAnchor);
            if (text !== null && !byText.has(text)) byText.set(text, known.fact(text, fact));
        }
        return [...byText.values()];
    }

    private expectation({ results }: Confirmation): PatientCase['expect'] {
        const [result] = results;
        if (result === undefined) return [];
        const because =
            this.claim.kind === 'criteria' && result.eligibility === 'ineligible' ? this.claim.fails.filter((id) => result.failed.includes(id)) : [];
        return [{ outcome: result.eligibility, because }];
    }
}

function partsOf(analysis: DocumentAnalysis, cohort: string, reading: ChosenReading): readonly Part[] {
    const isChosen = (of: ChosenReading): boolean =>
        of === reading || (of !== null && reading !== null && of.criterion === reading.criterion && of.id === reading.id);
    const world = analysis.worlds.find((each) => isChosen(each.reading)) ?? analysis.worlds[0];
    return world?.cohorts.find(({ scenario }) => scenario.cohort.id === cohort)?.scenario.parts ?? [];
}

function indexOf(components: readonly PlacedComponent[], placed: PlacedComponent): number {
    return components.indexOf(placed);
}
