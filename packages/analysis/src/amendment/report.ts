// What a comparison of two versions says: one type for all who show it. Patients are made from the examples elsewhere.
import type { Cohort, CriteriaDocument, Criterion } from '@crit-lang/model/criteria/document.js';
import type { PlacedComponent } from '../components/component-set.js';
import type { DocumentAnalysis } from '../document-analysis.js';
import type { Formula } from '../encode/formulas.js';
import type { Part } from '../subjects/part.js';
import type { DeclaredChange } from './declared-change.js';

export type Change = 'unchanged' | 'wording' | 'broadened' | 'narrowed' | 'both' | 'incomparable' | 'undecided' | 'added' | 'removed';

/** A change as a reader is told of it. */
export const CHANGE_WORDS: Readonly<Record<Change, string>> = {
    unchanged: 'unchanged',
    wording: 'wording only',
    broadened: 'broadened',
    narrowed: 'narrowed',
    both: 'broadened and narrowed',
    incomparable: 'incomparable',
    undecided: 'not decided',
    added: 'added',
    removed: 'removed',
};

/** What the making of a patient reads: the two versions as one document, with its components. */
export type BothVersions = Pick<DocumentAnalysis, 'document' | 'components' | 'worlds'>;

/** That somebody is eligible by one version and not by the other: all that is needed to make that patient. */
export interface Example {
    readonly versions: BothVersions;
    /** In the two versions as one document; in a version by itself see `CohortPair`. */
    readonly cohort: string;
    readonly eligibleIn: 'old' | 'new';
    /** The reading of a criterion under which it is so; null: the first readings. */
    readonly reading: { readonly criterion: string; readonly id: string; readonly title: string | null } | null;
    /** What the patient passes. */
    readonly parts: readonly Part[];
    /** What else is so of the patient, by component: what fails, and which phrases are taken as one. */
    readonly extra: ReadonlyMap<PlacedComponent, readonly Formula[]>;
    /** Criteria of the document of both versions. */
    readonly passes: readonly string[];
    readonly fails: readonly string[];
    /** The same as the versions themselves call them. */
    readonly failedIds: readonly string[];
    /** Of the criterion alone: nobody shows the difference who meets all other criteria too. */
    readonly isOfCriterionAlone: boolean;
}

/** What another reading of a criterion changes. */
export interface OtherReading {
    readonly criterion: string;
    readonly id: string;
    readonly title: string | null;
    readonly change: Change;
    readonly gained: Example | null;
    readonly lost: Example | null;
}

interface Compared {
    readonly change: Change;
    readonly message: string;
    readonly gained: Example | null;
    readonly lost: Example | null;
    /** Readings under which the class is another one. */
    readonly readings: readonly OtherReading[];
}

export interface CriterionChange extends Compared {
    readonly old: Criterion | null;
    readonly new: Criterion | null;
    /** Whether the words of the author differ, beyond list marks, full stops, quotation marks and blanks. */
    readonly isRephrased: boolean;
}

export interface CohortChange extends Compared {
    readonly pair: CohortPair;
}

export interface CohortPair {
    readonly old: Cohort | null;
    readonly new: Cohort | null;
    /** In the document of both versions. */
    readonly id: string;
}

export interface NotAnalysed {
    readonly version: 'old' | 'new';
    readonly criterion: string;
    readonly reason: string;
}

export interface AmendmentReport {
    readonly old: CriteriaDocument;
    readonly new: CriteriaDocument;
    readonly cohorts: readonly CohortChange[];
    /** In the order of the new version, each removed one after what it stood behind. */
    readonly criteria: readonly CriterionChange[];
    /** Changes of what stands beside the criteria: header, cohorts, definitions, terms and what is declared of them. */
    readonly declarations: readonly DeclaredChange[];
    readonly notAnalysed: readonly NotAnalysed[];
}
