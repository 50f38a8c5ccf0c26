// The fixes of single findings of a report, made when somebody asks: each fix is tried on the model, which costs an analysis.
import type { ComponentCache } from '@crit-lang/analysis/components/component-cache.js';
import { DocumentAnalysis } from '@crit-lang/analysis/document-analysis.js';
import type { Finding } from '@crit-lang/analysis/questions/finding.js';
import { findingKey, findingsOf } from '@crit-lang/analysis/questions/questions.js';
import { Fixer } from '@crit-lang/findings/fixes/fixes.js';
import type { FindingGroup } from '@crit-lang/findings/group-alternatives.js';
import { type AnalysisReport, type Fix, fixesForAll } from '@crit-lang/findings/report.js';
import type { CriteriaDocument } from '@crit-lang/model/criteria/document.js';

export class FixesOnDemand {
    private readonly fixer: Fixer;
    /** By the place in the report: the findings as this analysis has them. */
    private readonly findings: readonly (FindingGroup | undefined)[];
    private readonly made = new Map<number, readonly Fix[]>();

    /** @param cache of the analysis that made the report, so that nothing is found out twice. */
    constructor(document: CriteriaDocument, sources: readonly string[], report: AnalysisReport, cache: ComponentCache) {
        const analysis = new DocumentAnalysis(document, cache);
        this.fixer = new Fixer(analysis, sources);
        this.findings = aligned(report, findingsOf(analysis));
    }

    of(place: number): readonly Fix[] {
        const known = this.made.get(place);
        if (known !== undefined) return known;
        const finding = this.findings[place];
        const fixes = finding === undefined ? [] : fixesForAll(finding, this.fixer);
        this.made.set(place, fixes);
        return fixes;
    }
}

// The same questions have the same answers, so each finding of the report is found again by what it says of whom.
function aligned({ findings }: AnalysisReport, found: readonly Finding[]): (FindingGroup | undefined)[] {
    const byKey = new Map(found.map((finding) => [findingKey(finding), finding]));
    return findings.map(({ findings: told }) => {
        const [first, ...others] = told.map((finding) => byKey.get(findingKey(finding)));
        return first === undefined ? undefined : [first, ...others.flatMap((each) => each ?? [])];
    });
}
