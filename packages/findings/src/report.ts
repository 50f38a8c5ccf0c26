// The analysis of a document as people and editors get it: findings with sentences, places, witnesses and fixes; what was decided of each cohort, and what was not.
import type { CriteriaDocument } from '@crit-lang/model/criteria/document.js';
import type { SourceRange } from '@crit-lang/model/criteria/source.js';
import { type ComponentCache } from '@crit-lang/analysis/components/component-set.js';
import { DocumentAnalysis } from '@crit-lang/analysis/document-analysis.js';
import type { Finding, FindingName } from '@crit-lang/analysis/questions/finding.js';
import { findingsOf } from '@crit-lang/analysis/questions/questions.js';
import { explain } from './explain/explain.js';
import type { RelatedPlace } from './explain/explanation.js';
import { severityOf, type Severity } from './severity.js';

export interface TextEdit {
    readonly range: SourceRange;
    readonly newText: string;
}

export interface Fix {
    readonly title: string;
    readonly edits: readonly TextEdit[];
}

export interface ReportedFinding {
    readonly name: FindingName;
    readonly severity: Severity;
    readonly message: string;
    readonly range: SourceRange | null;
    readonly criteria: readonly string[];
    /** The cohort it is about, where it is about one. */
    readonly cohort: string | null;
    readonly cohorts: readonly string[];
    readonly related: readonly RelatedPlace[];
    readonly verdict: 'proven' | 'refuted' | 'undecided';
    /** A patient who shows it, as a block that can be pasted; confirmed by the reference evaluator. */
    readonly witness: { readonly text: string } | null;
    readonly fixes: readonly Fix[];
    readonly unnecessary: boolean;
    /** What was found, for those who draw it. */
    readonly finding: Finding;
}

export interface ReportedCohort {
    readonly id: string;
    /** Null where it was not decided: the reason says why. */
    readonly satisfiable: boolean | null;
    readonly reason: string | null;
    readonly witness: { readonly text: string } | null;
}

export interface AnalysisReport {
    readonly findings: readonly ReportedFinding[];
    readonly cohorts: readonly ReportedCohort[];
    /** Parts of criteria that the analysis takes as free. */
    readonly notAnalysed: readonly { readonly criterion: string; readonly reason: string }[];
    /** Whether every question was decided, and nothing was left out. */
    readonly complete: boolean;
}

export interface ReportOptions {
    /** What was found before; an edit then costs what it touches. */
    readonly cache?: ComponentCache;
    /** The texts of the document's files, in their order: without them no fixes are offered. */
    readonly sources?: readonly string[];
}

/** Pure; never throws on a document that fits the JSON Schema. */
export function analyse(document: CriteriaDocument, { cache }: ReportOptions = {}): AnalysisReport {
    const analysis = new DocumentAnalysis(document, cache);
    const findings = findingsOf(analysis).map((finding) => reported(finding, analysis));
    const [first] = analysis.worlds;
    const cohorts = (first?.cohorts ?? []).map(({ scenario, satisfiable }): ReportedCohort => {
        const reason = satisfiable === null ? 'The budget of steps was spent before it was decided.' : null;
        return { id: scenario.cohort.id, satisfiable, reason, witness: null };
    });
    const notAnalysed = new Map(analysis.opaque.map(({ part, why }) => [`${part.criterion.id}\n${why}`, { criterion: part.criterion.id, reason: why }]));
    const isDecided = cohorts.every(({ satisfiable }) => satisfiable !== null) && !findings.some(({ verdict }) => verdict === 'undecided');
    return { findings, cohorts, notAnalysed: [...notAnalysed.values()], complete: isDecided && notAnalysed.size === 0 };
}

function reported(finding: Finding, analysis: DocumentAnalysis): ReportedFinding {
    const explanation = explain(finding, analysis);
    return {
        name: finding.name,
        severity: severityOf(finding),
        message: explanation.message,
        range: explanation.range,
        criteria: explanation.criteria,
        cohort: finding.cohorts.length === 1 ? (finding.cohorts[0] ?? null) : null,
        cohorts: finding.cohorts,
        related: explanation.related,
        verdict: finding.name === 'not-decided' ? 'undecided' : 'proven',
        witness: null,
        fixes: [],
        unnecessary: explanation.unnecessary ?? false,
        finding,
    };
}
