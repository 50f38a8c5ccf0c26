// What the server and the analysis say to each other: plain data only, so that it crosses to a worker of any kind.
import type { AnalysisReport, Fix, ReportedFinding } from '@crit-lang/findings/report.js';

/** A finding without what only the analysis itself can read. It is known by its place in the report. */
export type PlainFinding = Omit<ReportedFinding, 'finding'>;

export type PlainReport = Omit<AnalysisReport, 'findings'> & { readonly findings: readonly PlainFinding[] };

/** To the analysis. A file is a URI; its revision changes with each edit that reaches it. */
export type AnalysisRequest =
    | {
          readonly kind: 'analyse';
          readonly file: string;
          readonly revision: number;
          /** The criteria document as JSON: text crosses faster than an object. */
          readonly document: string;
          /** The texts of the document's files, in their order. */
          readonly sources: readonly string[];
          /** The file is being worked on: what was found is kept, so that its next revision costs only what the edit touched. */
          readonly keep: boolean;
      }
    | { readonly kind: 'fixes'; readonly request: number; readonly file: string; readonly revision: number; readonly finding: number }
    | { readonly kind: 'witness'; readonly request: number; readonly file: string; readonly revision: number; readonly cohort: string }
    | { readonly kind: 'forget'; readonly file: string };

/** From the analysis. `fixes` and `witness` answer the request of that number. */
export type AnalysisReply =
    | { readonly kind: 'report'; readonly file: string; readonly revision: number; readonly report: PlainReport }
    | { readonly kind: 'failed'; readonly file: string; readonly revision: number; readonly problem: string }
    | { readonly kind: 'fixes'; readonly request: number; readonly fixes: readonly Fix[] }
    | { readonly kind: 'witness'; readonly request: number; readonly witness: WitnessReply };

/** A patient who qualifies, as a block of Crit text, or a sentence why none is shown. */
export type WitnessReply = { readonly text: string } | { readonly problem: string };
