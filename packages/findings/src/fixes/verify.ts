// Whether a fix helps: the changed document is analysed, the finding has to be gone, and no new error or warning may be there.
import type { CriteriaDocument } from '@crit-lang/model/criteria/document.js';
import { DocumentAnalysis } from '@crit-lang/analysis/document-analysis.js';
import type { Finding } from '@crit-lang/analysis/questions/finding.js';
import { findingsOf } from '@crit-lang/analysis/questions/questions.js';
import { severityOf } from '../severity.js';

/** What is found of a document, cohort by cohort, so that a finding that is left in one cohort of two is no new one. */
export class KnownFindings {
    private readonly keys: ReadonlySet<string>;

    constructor(private readonly analysis: DocumentAnalysis) {
        this.keys = new Set(findingsOf(analysis).flatMap(keysOf));
    }

    isFixedBy(finding: Finding, changed: CriteriaDocument): boolean {
        const after = findingsOf(new DocumentAnalysis(changed, this.analysis.cache));
        const fixed = new Set(keysOf(finding));
        return after.every((each) => {
            const keys = keysOf(each);
            if (keys.some((key) => fixed.has(key))) return false;
            const severity = severityOf(each);
            return (severity !== 'error' && severity !== 'warning') || keys.every((key) => this.keys.has(key));
        });
    }
}

/** One for each cohort: the same as long as the same is found there. Places are those of the text before, which a changed model still has. */
function keysOf(finding: Finding): string[] {
    const subject = subjectOf(finding);
    if (finding.name === 'cohorts-overlap') return [`${finding.name} ${finding.cohorts.join()} ${subject}`];
    return finding.cohorts.map((cohort) => `${finding.name} ${cohort} ${subject}`);
}

function subjectOf(finding: Finding): string {
    const ids = (parts: readonly { readonly criterion: { readonly id: string } }[]): string => parts.map(({ criterion }) => criterion.id).join();
    switch (finding.name) {
        case 'cohort-unsatisfiable':
            return ids(finding.conflict.parts);
        case 'alternative-unreachable':
            return `${finding.part.criterion.id} ${JSON.stringify(finding.alternative.range)}`;
        case 'alternative-never-decisive':
            return `${finding.part.criterion.id} ${finding.alternatives.map(({ range }) => JSON.stringify(range)).join()}`;
        case 'boundary-mismatch':
        case 'satisfiable-only-in-a-sliver':
            return ids(finding.parts);
        case 'knowledge-undeclared':
            return `${finding.question.kind} ${ids(finding.parts)}`;
        case 'assertion-failed':
            return finding.assertion.id;
        case 'cohorts-overlap':
            return finding.isForbidden ? 'forbidden' : '';
        case 'not-decided':
            return `${finding.part?.criterion.id ?? ''} ${finding.what}`;
        case 'cohort-unguarded':
        case 'criterion-redundant':
        case 'criterion-never-met':
        case 'criterion-always-met':
            return finding.part.criterion.id;
    }
}
