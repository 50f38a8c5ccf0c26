// What the server and the analysis say to each other: plain data only, so that it crosses to a worker of any kind.
import type { PlainDiff } from '@crit-lang/findings/comparison/plain-diff.js';
import type { AnalysisReport, Fix, ReportedFinding } from '@crit-lang/findings/report.js';
import type { DetailedFinding } from '@crit-lang/language/check-further.js';

/** A finding without what only the analysis itself can read. It is known by its place in the report. */
export type PlainFinding = Omit<ReportedFinding, 'findings'>;

export type PlainReport = Omit<AnalysisReport, 'findings'> & { readonly findings: readonly PlainFinding[] };

/** To the analysis. A file is a URI; its revision changes with each edit that reaches it. */
export type AnalysisRequest =
    | {
          readonly kind: 'analyse';
          readonly file: string;
          readonly revision: number;
          /** The criteria document as JSON, without its terms: text crosses faster than an object. */
          readonly document: string;
          /** Its terms as JSON; between two edits they are mostly the same. */
          readonly terms: string;
          /** The texts of the document's files, in their order. */
          readonly sources: readonly string[];
          /** The file is being worked on: what was found is kept, so that its next revision costs only what the edit touched. */
          readonly keep: boolean;
      }
    | { readonly kind: 'fixes'; readonly request: number; readonly file: string; readonly revision: number; readonly finding: number }
    | { readonly kind: 'witness'; readonly request: number; readonly file: string; readonly revision: number; readonly cohort: string }
    /** The patient cases of the main file of a document given as JSON, or those of one title. */
    | { readonly kind: 'patients'; readonly request: number; readonly document: string; readonly title: string | null }
    | { readonly kind: 'compare'; readonly request: number; readonly old: SentVersion; readonly new: SentVersion }
    | { readonly kind: 'forget'; readonly file: string };

/** From the analysis. What has a request's number answers that. */
export type AnalysisReply =
    | {
          readonly kind: 'report';
          readonly file: string;
          readonly revision: number;
          readonly report: PlainReport;
          /** What the checks find that need a generated text. */
          readonly further: readonly DetailedFinding[];
      }
    | { readonly kind: 'failed'; readonly file: string; readonly revision: number; readonly problem: string }
    | { readonly kind: 'fixes'; readonly request: number; readonly fixes: readonly Fix[] }
    | { readonly kind: 'witness'; readonly request: number; readonly witness: WitnessReply }
    | { readonly kind: 'patients'; readonly request: number; readonly runs: PatientRuns }
    | { readonly kind: 'compare'; readonly request: number; readonly comparison: Comparison };

/** A patient who qualifies, as a block of Crit text, or a sentence why none is shown. */
export type WitnessReply = { readonly text: string } | { readonly problem: string };

/** What changed in meaning between two versions, or a sentence why they were not compared. */
export type Comparison = { readonly diff: PlainDiff; /** The same as a page to read. */ readonly markdown: string } | { readonly problem: string };

/** A version of a protocol: its document as JSON, and the texts of its files in their order. */
export interface SentVersion {
    readonly document: string;
    readonly sources: readonly string[];
}

/** What came of patient cases, or a sentence why they were not run. */
export type PatientRuns = { readonly runs: readonly PatientRun[] } | { readonly problem: string };

/** One patient case, looked at for one cohort. */
export interface PatientRun {
    readonly title: string;
    readonly cohort: string | null;
    readonly passed: boolean;
    readonly outcome: 'eligible' | 'ineligible' | 'unknown' | null;
    /** Why it fails, one sentence each. */
    readonly failures: readonly string[];
    /** The criteria that decide the outcome, each with its reasons as lines of text. */
    readonly reasons: readonly { readonly criterion: string; readonly lines: readonly string[] }[];
}
