// The patients of a comparison: each is evaluated by the criteria of both versions, and shown only when they are eligible by the one and not by the other.
import type { AmendmentReport, CohortPair, Example } from '@crit-lang/analysis/amendment/report.js';
import type { DocumentAnalysis } from '@crit-lang/analysis/document-analysis.js';
import type { CohortResult } from '@crit-lang/evaluate/cohort.js';
import { evaluateCohort } from '@crit-lang/evaluate/cohort.js';
import { patientFromCase } from '@crit-lang/evaluate/patient/from-case.js';
import { patientText } from '../print/patient.js';
import { chooseModels } from '../witness/choose-models.js';
import { knowledgeRead } from '../witness/readings.js';
import { witnessFor } from '../witness/witness.js';
import type { CriteriaDocument, PatientCase } from '@crit-lang/model/criteria/document.js';

/** What is told of who is gained or lost: a patient, or why none is shown. */
export type ShownPatient = { readonly text: string; readonly note: string | null } | { readonly text: null; readonly note: string };

const UNCONFIRMED = 'the evaluator did not confirm the patient that was found, so none is shown';

/** @param title of the patient block. */
export function patientOf(report: AmendmentReport, example: Example, title: string): ShownPatient {
    // All that the making of a patient reads of an analysis.
    const analysis = example.versions as DocumentAnalysis;
    const models = chooseModels(analysis, example.parts, example.extra);
    if (models === null) return { text: null, note: UNCONFIRMED };
    const claim = { kind: 'criteria', passes: example.passes, fails: example.fails } as const;
    const witness = witnessFor(analysis, models, example.cohort, claim, { title });
    if (!witness.confirmed) return { text: null, note: UNCONFIRMED };
    const { patient } = witness;
    const pair = report.cohorts.find((cohort) => cohort.pair.id === example.cohort)?.pair ?? null;
    const [before, now] = (['old', 'new'] as const).map((version) => evaluated(report[version], patient, pair?.[version]?.id ?? null, example));
    if (before === undefined || now === undefined || !isShownBy(before, now, example)) return { text: null, note: UNCONFIRMED };
    // The patient cases of a file go by its first readings, whatever the reading here.
    const asPasted = example.reading === null ? now : evaluated(report.new, patient, pair?.new?.id ?? null, { ...example, reading: null });
    const text = patientText({ ...patient, cohort: cohortNamed(pair), expect: expectation(asPasted) }, report.new.protocol?.defaultAnchor ?? 'screening');
    return text === null ? { text: null, note: UNCONFIRMED } : { text, note: noteOn(example) };
}

function evaluated(document: CriteriaDocument, patient: PatientCase, cohort: string | null, { reading }: Example): CohortResult {
    const id = cohort ?? document.cohorts[0]?.id ?? '';
    const knowledge = knowledgeRead(document, reading);
    return evaluateCohort(id, patientFromCase({ ...patient, cohort: id }, knowledge, id), knowledge);
}

function isShownBy(before: CohortResult, now: CohortResult, { eligibleIn, isOfCriterionAlone, failedIds }: Example): boolean {
    const [eligible, other] = eligibleIn === 'old' ? [before, now] : [now, before];
    const isFailed = failedIds.every((id) => other.failed.includes(id));
    return isOfCriterionAlone ? isFailed : isFailed && eligible.eligibility === 'eligible';
}

function expectation({ eligibility, failed }: CohortResult): PatientCase['expect'] {
    return [{ outcome: eligibility, because: eligibility === 'ineligible' ? failed : [] }];
}

function cohortNamed(pair: CohortPair | null): string | null {
    const cohort = pair?.new ?? pair?.old ?? null;
    return cohort === null || cohort.implicit ? null : cohort.id;
}

function noteOn({ reading, isOfCriterionAlone }: Example): string | null {
    if (isOfCriterionAlone) return 'of the criterion alone: the patient does not meet all other criteria';
    if (reading === null) return null;
    return `with ${reading.criterion} read as ${reading.title === null ? reading.id : `"${reading.title}" (${reading.id})`}`;
}
