// The analysis as it runs off the server's message loop: documents in, reports out. What hosts it (a thread, a Web Worker, the server itself) only carries messages.
import { ComponentCache } from '@crit-lang/analysis/components/component-cache.js';
import { DocumentAnalysis } from '@crit-lang/analysis/document-analysis.js';
import { analyse } from '@crit-lang/findings/report.js';
import type { AnalysisReport, Fix } from '@crit-lang/findings/report.js';
import { chooseModels } from '@crit-lang/findings/witness/choose-models.js';
import { witnessFor } from '@crit-lang/findings/witness/witness.js';
import { DOCUMENT_CHECKS } from '@crit-lang/generate/document-checks.js';
import { furtherFindings } from '@crit-lang/language/check-further.js';
import type { CriteriaDocument } from '@crit-lang/model/criteria/document.js';
import { FixesOnDemand } from './fixes-on-demand.js';
import { compareVersions } from './compare-versions.js';
import type { AnalysisReply, AnalysisRequest, Comparison, PatientRuns, PlainReport, WitnessReply } from './messages.js';
import { runPatients } from './patient-runs.js';

/** A file that is worked on. */
interface Kept {
    readonly revision: number;
    readonly document: CriteriaDocument;
    /** What its terms were read from. */
    readonly termsJson: string;
    readonly sources: readonly string[];
    readonly cache: ComponentCache;
    readonly report: AnalysisReport;
    fixes?: FixesOnDemand;
}

const NOT_RUN: PatientRuns = { problem: 'Crit met a defect while it ran the patient case.' };
const NOT_COMPARED: Comparison = { problem: 'Crit met a defect while it compared the versions.' };
const OUT_OF_DATE: WitnessReply = { problem: 'The file was changed meanwhile; ask again.' };

export class AnalysisWorker {
    private readonly kept = new Map<string, Kept>();

    constructor(private readonly post: (reply: AnalysisReply) => void) {}

    /** Does what is asked, at once. Never throws: what goes wrong is an answer too. */
    receive(message: AnalysisRequest): void {
        switch (message.kind) {
            case 'analyse':
                return this.analyse(message);
            case 'fixes':
                return this.post({ kind: 'fixes', request: message.request, fixes: this.attempt(() => this.fixes(message), []) });
            case 'witness': {
                const defect: WitnessReply = { problem: 'Crit met a defect while it looked for a patient.' };
                return this.post({ kind: 'witness', request: message.request, witness: this.attempt(() => this.witness(message), defect) });
            }
            case 'patients':
                return this.post({ kind: 'patients', request: message.request, runs: this.attempt(() => runPatients(message), NOT_RUN) });
            case 'compare':
                return this.post({ kind: 'compare', request: message.request, comparison: this.attempt(() => compareVersions(message), NOT_COMPARED) });
            case 'forget':
                this.kept.delete(message.file);
        }
    }

    private analyse({ file, revision, document: json, terms: termsJson, sources, keep }: Extract<AnalysisRequest, { kind: 'analyse' }>): void {
        try {
            const before = this.kept.get(file);
            const terms = before?.termsJson === termsJson ? before.document.terms : (JSON.parse(termsJson) as CriteriaDocument['terms']);
            const document: CriteriaDocument = { ...(JSON.parse(json) as Omit<CriteriaDocument, 'terms'>), terms };
            const cache = before?.cache ?? new ComponentCache();
            const report = analyse(document, { cache });
            cache.forgetUnused();
            if (keep) this.kept.set(file, { revision, document, termsJson, sources, cache, report });
            else this.kept.delete(file);
            this.post({ kind: 'report', file, revision, report: plainReport(report), further: furtherFindings(document, DOCUMENT_CHECKS) });
        } catch (error) {
            this.kept.delete(file);
            this.post({ kind: 'failed', file, revision, problem: error instanceof Error ? (error.stack ?? error.message) : String(error) });
        }
    }

    private fixes({ file, revision, finding }: Extract<AnalysisRequest, { kind: 'fixes' }>): readonly Fix[] {
        const kept = this.current(file, revision);
        if (kept === undefined) return [];
        kept.fixes ??= new FixesOnDemand(kept.document, kept.sources, kept.report, kept.cache);
        return kept.fixes.of(finding);
    }

    private witness({ file, revision, cohort }: Extract<AnalysisRequest, { kind: 'witness' }>): WitnessReply {
        const kept = this.current(file, revision);
        if (kept === undefined) return OUT_OF_DATE;
        const analysis = new DocumentAnalysis(kept.document, kept.cache);
        const answer = analysis.worlds[0]?.cohorts.find(({ scenario }) => scenario.cohort.id === cohort);
        if (answer === undefined) return { problem: `There is no cohort ${cohort}.` };
        const models = answer.satisfiable === true ? chooseModels(analysis, answer.scenario.parts) : null;
        if (models === null) return { problem: `Nobody can qualify for ${cohort}, or it was not decided.` };
        const { text, confirmed } = witnessFor(analysis, models, cohort, { kind: 'eligible' });
        return confirmed ? { text } : { problem: `Somebody can qualify for ${cohort}, but no patient was found that can be written down and confirmed.` };
    }

    private current(file: string, revision: number): Kept | undefined {
        const kept = this.kept.get(file);
        return kept?.revision === revision ? kept : undefined;
    }

    private attempt<Answer>(run: () => Answer, otherwise: Answer): Answer {
        try {
            return run();
        } catch {
            return otherwise;
        }
    }
}

/** A report as data that can be sent; the findings' own objects stay behind. */
export function plainReport({ findings, ...rest }: AnalysisReport): PlainReport {
    return { ...rest, findings: findings.map(({ findings: _own, ...plain }) => plain) };
}
