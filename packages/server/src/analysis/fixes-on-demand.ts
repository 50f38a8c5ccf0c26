// The fixes of single findings of a report, made when somebody asks: each fix is tried on the model, which costs an analysis.
import type { ComponentCache } from '@crit-lang/analysis/components/component-cache.js';
import { DocumentAnalysis } from '@crit-lang/analysis/document-analysis.js';
import type { Finding } from '@crit-lang/analysis/questions/finding.js';
import { findingsOf } from '@crit-lang/analysis/questions/questions.js';
import { Fixer } from '@crit-lang/findings/fixes/fixes.js';
import type { AnalysisReport, Fix } from '@crit-lang/findings/report.js';
import type { CriteriaDocument } from '@crit-lang/model/criteria/document.js';

export class FixesOnDemand {
    private readonly fixer: Fixer;
    /** By the place in the report: the findings as this analysis has them. */
    private readonly findings: readonly (Finding | undefined)[];
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
        const fixes = finding === undefined ? [] : this.fixer.fixesFor(finding);
        this.made.set(place, fixes);
        return fixes;
    }
}

// The same questions have the same answers in the same order; only of the overlaps of cohorts a report puts several into one.
function aligned({ findings }: AnalysisReport, found: readonly Finding[]): (Finding | undefined)[] {
    const others = found.filter(({ name }) => name !== 'cohorts-overlap').values();
    const overlaps = new Map(found.flatMap((finding) => (finding.name === 'cohorts-overlap' ? [[overlapKey(finding), finding] as const] : [])));
    return findings.map(({ finding }) => (finding.name === 'cohorts-overlap' ? overlaps.get(overlapKey(finding)) : others.next().value));
}

function overlapKey({ cohorts, reading }: Finding): string {
    return JSON.stringify([cohorts, reading?.criterion, reading?.id]);
}
