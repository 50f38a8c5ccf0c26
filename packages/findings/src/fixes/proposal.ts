// A fix before it is tried: what it does to the model and to the text.
import type { Condition } from '@crit-lang/model/criteria/condition.js';
import type { CriteriaDocument, Criterion, Reading } from '@crit-lang/model/criteria/document.js';
import type { DocumentAnalysis } from '@crit-lang/analysis/document-analysis.js';
import type { Alternative } from '@crit-lang/analysis/subjects/alternatives.js';
import type { Part } from '@crit-lang/analysis/subjects/part.js';
import type { TextEdit } from '../report.js';
import { cohortWords } from '../words.js';
import type { WrittenFiles } from './written-file.js';

/** How much a fix changes: nobody's eligibility; that of few (an exception, a limit); of a cohort; a whole line given up. */
export const CHANGES = { nobody: 0, few: 1, limit: 2, cohort: 3, line: 4 } as const;

export interface Proposal {
    readonly title: string;
    readonly changes: (typeof CHANGES)[keyof typeof CHANGES];
    readonly document: CriteriaDocument;
    readonly edits: readonly TextEdit[];
    /** Where the fix takes from a criterion what keeps people out: the part, and its rule afterwards; null where the whole of it goes. */
    readonly widened?: { readonly part: Part; readonly rule: Condition | null };
    /** Where the fix takes out an alternative of a criterion: the part, and the alternative. */
    readonly dropped?: { readonly part: Part; readonly alternative: Alternative };
}

export interface Workplace {
    readonly analysis: DocumentAnalysis;
    readonly files: WrittenFiles;
    /** What a fix of several steps has done to the document already. */
    readonly document?: CriteriaDocument;
}

/** The criterion, or the one of its readings that the part stands for: where the scope is written. */
export function scopeHolder({ criterion, reading }: Part): Criterion | Reading {
    return criterion.readings[reading] ?? criterion;
}

/** The cohorts that a part is written for. */
export function scopeOf(part: Part): readonly string[] {
    return scopeHolder(part).cohorts ?? part.criterion.cohorts ?? part.subject.document.cohorts.map(({ id }) => id);
}

/** What a fix that takes out something without effect says; of a cohort that nobody can qualify for anyway nothing is said. */
export function changesNobodyIn(part: Part, cohorts: readonly string[]): string {
    const isEverywhere = scopeOf(part).every((cohort) => cohorts.includes(cohort));
    return `changes nobody's eligibility${isEverywhere ? '' : ` for ${cohortWords(cohorts)}`}`;
}
