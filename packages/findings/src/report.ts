// The analysis of a document as people and editors get it: findings with sentences, places, witnesses and fixes; what was decided of each cohort, and what was not.
import type { CriteriaDocument } from '@crit-lang/model/criteria/document.js';
import type { SourceRange } from '@crit-lang/model/criteria/source.js';
import type { ComponentCache } from '@crit-lang/analysis/components/component-cache.js';
import { DocumentAnalysis } from '@crit-lang/analysis/document-analysis.js';
import type { CohortsOverlap, FindingName } from '@crit-lang/analysis/questions/finding.js';
import { findingsOf } from '@crit-lang/analysis/questions/questions.js';
import { explain } from './explain/explain.js';
import type { Explanation, RelatedPlace } from './explain/explanation.js';
import { cohortWitness, findingWitness } from './finding-witness.js';
import { Fixer } from './fixes/fixes.js';
import { type FindingGroup, groupedAlternatives } from './group-alternatives.js';
import { withGroupedImported } from './group-imported.js';
import { withGroupedOverlaps } from './group-overlaps.js';
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
    /** It lies wholly in an imported file, whose place in the text is where it is imported. */
    readonly imported: boolean;
    /** What was found; several that are told as one. */
    readonly findings: FindingGroup;
}

export interface ReportedCohort {
    readonly id: string;
    /** Null where it was not decided: the reason says why. */
    readonly satisfiable: boolean | null;
    readonly reason: string | null;
    readonly witness: { readonly text: string } | null;
}

export interface CohortOverlap {
    readonly cohorts: readonly string[];
    /** They are declared exclusive. */
    readonly exclusive: boolean;
    /** The reading under which it is so; null: the first readings. */
    readonly reading: { readonly criterion: string; readonly id: string } | null;
}

export interface AnalysisReport {
    readonly findings: readonly ReportedFinding[];
    readonly cohorts: readonly ReportedCohort[];
    /** Every two cohorts that one patient can qualify for. */
    readonly overlaps: readonly CohortOverlap[];
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
    /** Whether fixes are tried for every finding; each costs an analysis. Who wants those of one finding asks a `Fixer`. */
    readonly fixes?: boolean;
    /** For what patients are written: for the findings that a patient can show, and for the cohorts that somebody can qualify for. */
    readonly witnesses?: 'none' | 'findings' | 'all';
}

/** Pure; never throws on a document that fits the JSON Schema. */
export function analyse(document: CriteriaDocument, { cache, sources, fixes = false, witnesses = 'none' }: ReportOptions = {}): AnalysisReport {
    const analysis = new DocumentAnalysis(document, cache);
    const found = findingsOf(analysis);
    const told = groupedAlternatives(found).map((group) => reported(group, analysis));
    const explained = withGroupedImported(withGroupedOverlaps(told, document), document);
    const shown = witnesses === 'none' ? explained : explained.map((each) => ({ ...each, witness: findingWitness(analysis, each.findings[0]) }));
    const findings = fixes && sources !== undefined ? withFixes(shown, new Fixer(analysis, sources, found)) : shown;
    const [first] = analysis.worlds;
    const cohorts = (first?.cohorts ?? []).map((answer): ReportedCohort => {
        const { scenario, satisfiable } = answer;
        const reason = satisfiable === null ? 'The budget of steps was spent before it was decided.' : null;
        return { id: scenario.cohort.id, satisfiable, reason, witness: witnesses === 'all' ? cohortWitness(analysis, answer) : null };
    });
    const notAnalysed = new Map(analysis.opaque.map(({ part, why }) => [`${part.criterion.id}\n${why}`, { criterion: part.criterion.id, reason: why }]));
    const isDecided = cohorts.every(({ satisfiable }) => satisfiable !== null) && !findings.some(({ verdict }) => verdict === 'undecided');
    const overlaps = found.flatMap((finding) => (finding.name === 'cohorts-overlap' ? [overlapOf(finding)] : []));
    return { findings, cohorts, overlaps, notAnalysed: [...notAnalysed.values()], complete: isDecided && notAnalysed.size === 0 };
}

function withFixes(findings: readonly ReportedFinding[], fixer: Fixer): ReportedFinding[] {
    return findings.map((each) => ({ ...each, fixes: fixesForAll(each.findings, fixer) }));
}

/** The fixes of what is told as one: of each alternative its own; none where several cohorts overlap, as what parts two of them leaves the others. */
export function fixesForAll(group: FindingGroup, fixer: Fixer): Fix[] {
    if (group.length > 1 && group[0].name === 'cohorts-overlap') return [];
    const fixes = group.flatMap((finding) => fixer.fixesFor(finding));
    return [...new Map(fixes.map((fix) => [JSON.stringify(fix.edits), fix])).values()];
}

function overlapOf({ cohorts, isForbidden, reading }: CohortsOverlap): CohortOverlap {
    return { cohorts, exclusive: isForbidden, reading: reading === null ? null : { criterion: reading.criterion, id: reading.id } };
}

function reported(group: FindingGroup, analysis: DocumentAnalysis): ReportedFinding {
    const [finding] = group;
    const explanation = explain(group, analysis);
    return {
        name: finding.name,
        severity: severityOf(finding),
        message: explanation.message,
        range: placeOf(explanation),
        criteria: explanation.criteria,
        cohort: finding.cohorts.length === 1 ? (finding.cohorts[0] ?? null) : null,
        cohorts: finding.cohorts,
        related: explanation.related,
        verdict: finding.name === 'not-decided' ? 'undecided' : 'proven',
        witness: null,
        fixes: [],
        unnecessary: explanation.unnecessary ?? false,
        imported: false,
        findings: group,
    };
}

/** In the file itself where the finding speaks of anything there: the findings of imported files are shown with those. */
function placeOf({ range, related }: Explanation): SourceRange | null {
    if (range === null || range.file === 0) return range;
    return related.find((place) => place.range.file === 0)?.range ?? range;
}
