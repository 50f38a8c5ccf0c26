// All questions, in one list: a new one is a file beside this and a line here.
import type { DocumentAnalysis, World } from '../document-analysis.js';
import { alternatives } from './alternatives.js';
import { assertionFailed } from './assertion-failed.js';
import { boundaryMismatch } from './boundary-mismatch.js';
import { cohortUnguarded } from './cohort-unguarded.js';
import { cohortUnsatisfiable } from './cohort-unsatisfiable.js';
import { cohortsOverlap } from './cohorts-overlap.js';
import { criterionRedundant } from './criterion-redundant.js';
import type { Finding } from './finding.js';
import { knowledgeUndeclared } from './knowledge-undeclared.js';
import { neverOrAlwaysMet } from './never-or-always-met.js';
import { notDecided } from './not-decided.js';
import { satisfiableOnlyInASliver } from './satisfiable-only-in-a-sliver.js';

export type Question = (analysis: DocumentAnalysis, world: World) => readonly Finding[];

export const QUESTIONS: readonly Question[] = [
    cohortUnsatisfiable,
    neverOrAlwaysMet,
    cohortUnguarded,
    alternatives,
    criterionRedundant,
    boundaryMismatch,
    satisfiableOnlyInASliver,
    cohortsOverlap,
    assertionFailed,
    knowledgeUndeclared,
    notDecided,
];

/** What all questions find under the first readings, and what each other reading adds. */
export function findingsOf(analysis: DocumentAnalysis): Finding[] {
    const found = new Map<string, Finding>();
    for (const world of analysis.worlds) {
        for (const question of QUESTIONS) {
            for (const finding of question(analysis, world)) {
                const key = findingKey(finding);
                if (!found.has(key)) found.set(key, finding);
            }
        }
    }
    return [...found.values()];
}

/** The same for findings that say the same of the same cohorts, whatever the reading. */
export function findingKey(finding: Finding): string {
    return `${finding.name}\n${finding.cohorts.join()}\n${subjectOf(finding)}`;
}

function subjectOf(finding: Finding): string {
    switch (finding.name) {
        case 'cohort-unsatisfiable':
            return finding.conflict.parts.map(({ criterion, reading }) => `${criterion.id} ${reading}`).join();
        case 'alternative-unreachable':
            return `${finding.part.criterion.id} ${JSON.stringify(finding.alternative.range)}`;
        case 'alternative-never-decisive':
            return `${finding.part.criterion.id} ${finding.alternatives.map(({ range }) => JSON.stringify(range)).join()}`;
        case 'boundary-mismatch':
        case 'satisfiable-only-in-a-sliver':
            return finding.parts.map(({ criterion }) => criterion.id).join();
        case 'knowledge-undeclared':
            return `${finding.question.kind} ${finding.parts.map(({ criterion }) => criterion.id).join()}`;
        case 'assertion-failed':
            return finding.assertion.id;
        case 'cohorts-overlap':
            return '';
        case 'not-decided':
            return `${finding.part?.criterion.id ?? ''} ${finding.what}`;
        case 'cohort-unguarded':
        case 'criterion-redundant':
        case 'criterion-never-met':
        case 'criterion-always-met':
            return finding.part.criterion.id;
    }
}
