// The files of the workspace with what the analysis finds in them: asks for it when a file was checked, and adds it to the findings when it is there.
import type { Fix } from '@crit-lang/findings/report.js';
import { DOCUMENT_CHECKS } from '@crit-lang/generate/document-checks.js';
import { withFindings } from '@crit-lang/language/check-further.js';
import type { Compilation } from '@crit-lang/language/compile.js';
import { isGenerable } from '@crit-lang/language/compile.js';
import { ANALYSIS_NAMES } from '@crit-lang/language/diagnostics/catalogue.js';
import type { Diagnostic } from '@crit-lang/language/diagnostics/diagnostic.js';
import type { Clock } from '../connection/clock.js';
import { checkedFile } from '../workspace/checked.js';
import { canonicalUri } from '../workspace/uris.js';
import type { Workspace } from '../workspace/workspace.js';
import type { Analysed, Outcome } from './analysis-queue.js';
import { AnalysisQueue } from './analysis-queue.js';
import type { KeptFindings } from './kept-findings.js';
import { keptFindings, stillStanding } from './kept-findings.js';
import type { Comparison, PatientRuns, PlainReport, SentVersion, WitnessReply } from './messages.js';
import type { WorkerHost } from './worker-host.js';

export interface AnalysedFilesParts {
    readonly workspace: Workspace;
    /** Null: there is nothing to analyse with. */
    readonly host: WorkerHost | null;
    readonly clock: Clock;
    /** There is something new to say of a file. */
    readonly arrived: (uri: string) => void;
    readonly log: (message: string) => void;
}

/** How far the analysis of a file is: why there is none, that it is awaited, or what came out. */
export type AnalysisState =
    | { readonly kind: 'off' | 'unknown file' | 'errors' | 'nothing to analyse' | 'awaited' }
    | { readonly kind: 'failed'; readonly problem: string }
    | { readonly kind: 'done'; readonly report: PlainReport };

/** Where in a report a diagnostic comes from. */
export interface Origin {
    readonly revision: number;
    readonly finding: number;
}

interface Merged {
    readonly outcome: Outcome | undefined;
    readonly compilation: Compilation;
}

export class AnalysedFiles {
    private isOn = true;
    private readonly queue: AnalysisQueue | undefined;
    private readonly outcomes = new Map<string, Outcome>();
    private readonly kept = new Map<string, KeptFindings>();
    private readonly witnesses = new Map<string, { readonly revision: number; readonly byCohort: Map<string, WitnessReply> }>();
    private readonly merged = new WeakMap<Compilation, Merged>();
    private readonly origins = new WeakMap<Diagnostic, Origin>();

    constructor(private readonly parts: AnalysedFilesParts) {
        const { workspace, host, clock, log } = parts;
        if (host === null) return;
        this.queue = new AnalysisQueue({
            host,
            clock,
            log,
            isUrgent: (file) => workspace.isOpen(file),
            inputOf: (file) => {
                const compilation = this.isOn ? this.analysable(file) : null;
                if (compilation === null) return null;
                const sources = compilation.files.map(({ source }) => source.text);
                return { revision: workspace.revision(file), document: compilation.document, sources, keep: workspace.isOpen(file) };
            },
            arrived: (file, outcome) => this.take(file, outcome),
        });
    }

    /** Switches the analysis on or off for all files. */
    switchOn(isOn: boolean): void {
        this.isOn = isOn;
    }

    /** The findings of a file were published: what the analysis finds in it is wanted too. */
    checked(given: string): void {
        const uri = canonicalUri(given);
        const { workspace } = this.parts;
        if (workspace.file(uri) === undefined) return this.forget(uri);
        if (!workspace.isOpen(uri)) this.kept.delete(uri);
        if (this.isOn && this.current(uri) === undefined && this.analysable(uri) !== null) this.queue?.want(uri);
    }

    /** The editor closed the file: what the analysis keeps for its next edit is let go. */
    closed(given: string): void {
        const uri = canonicalUri(given);
        this.kept.delete(uri);
        this.witnesses.delete(uri);
        this.queue?.forget(uri);
    }

    /** The compilation of a file with all that is known to be found in it; until the analysis has seen the last edit, with what stands as it did before. */
    compilation(given: string): Compilation | undefined {
        const uri = canonicalUri(given);
        const { workspace } = this.parts;
        const plain = workspace.compilation(uri);
        const outcome = this.current(uri);
        if (plain === undefined || !this.isAnalysable(plain) || (outcome !== undefined && 'problem' in outcome)) return checkedFile(workspace, uri);
        const known = this.merged.get(plain);
        if (known !== undefined && known.outcome === outcome) return known.compilation;
        const compilation = outcome === undefined ? this.withKept(uri, plain) : this.withReport(uri, plain, outcome);
        this.merged.set(plain, { outcome, compilation });
        return compilation;
    }

    state(given: string): AnalysisState {
        const uri = canonicalUri(given);
        const file = this.parts.workspace.file(uri);
        if (file === undefined) return { kind: 'unknown file' };
        if (!this.isOn) return { kind: 'off' };
        if (this.queue === undefined) return { kind: 'failed', problem: 'the program of the analysis is missing' };
        const outcome = this.current(uri);
        if (outcome !== undefined) return 'report' in outcome ? { kind: 'done', report: outcome.report } : { kind: 'failed', problem: outcome.problem };
        const compilation = file.problem === null ? this.parts.workspace.compilation(uri) : undefined;
        if (compilation === undefined || !isGenerable(compilation)) return { kind: 'errors' };
        return { kind: hasCriteria(compilation) ? 'awaited' : 'nothing to analyse' };
    }

    /** Where a diagnostic of `compilation` comes from; undefined when the analysis did not find it, or found it in the text before. */
    originOf(diagnostic: Diagnostic): Origin | undefined {
        return this.origins.get(diagnostic);
    }

    /** The fixes of a finding, the one that changes least first; none when the file has changed since. */
    async fixes(given: string, { revision, finding }: Origin): Promise<readonly Fix[]> {
        const uri = canonicalUri(given);
        if (this.queue === undefined || this.parts.workspace.revision(uri) !== revision) return [];
        const fixes = await this.queue.fixes(uri, revision, finding);
        return this.parts.workspace.revision(uri) === revision ? fixes : [];
    }

    /** A patient who qualifies for a cohort, made when first asked for. */
    async witness(given: string, cohort: string): Promise<WitnessReply> {
        const uri = canonicalUri(given);
        const known = this.knownWitness(uri, cohort);
        if (known !== null) return known;
        const outcome = this.current(uri);
        if (this.queue === undefined || outcome === undefined || !('report' in outcome)) return { problem: 'The file is not analysed yet, or has errors.' };
        const found = await this.queue.witness(uri, outcome.revision, cohort);
        const before = this.witnesses.get(uri);
        const byCohort = before?.revision === outcome.revision ? before.byCohort : new Map<string, WitnessReply>();
        if ('text' in found) this.witnesses.set(uri, { revision: outcome.revision, byCohort: byCohort.set(cohort, found) });
        return found;
    }

    /** The same, where it was asked for before. */
    knownWitness(given: string, cohort: string): WitnessReply | null {
        const uri = canonicalUri(given);
        const outcome = this.current(uri);
        if (outcome === undefined || !('report' in outcome)) return null;
        const reported = outcome.report.cohorts.find(({ id }) => id === cohort)?.witness ?? null;
        const asked = this.witnesses.get(uri);
        return reported ?? (asked?.revision === outcome.revision ? (asked.byCohort.get(cohort) ?? null) : null);
    }

    /** Runs the patient cases written in a file, or those of one title, as `crit test` does. The analysis need not be on. */
    async runPatients(given: string, title: string | null): Promise<PatientRuns> {
        const compilation = this.parts.workspace.file(given)?.problem === null ? this.parts.workspace.compilation(given) : undefined;
        if (compilation === undefined) return { problem: 'Open a .crit file first.' };
        if (this.queue === undefined) return { problem: 'Patient cases cannot be run: the program of the analysis is missing.' };
        return this.queue.patients(JSON.stringify(compilation.document), title);
    }

    /** Compares two versions of a file. The analysis need not be on. */
    async compare(old: SentVersion, current: SentVersion): Promise<Comparison> {
        return this.queue === undefined ? { problem: 'Nothing can be compared: the program of the analysis is missing.' } : this.queue.compare(old, current);
    }

    dispose(): void {
        this.queue?.dispose();
    }

    private take(uri: string, outcome: Outcome): void {
        const { workspace, arrived } = this.parts;
        // An edit has overtaken it; the file is checked again, and asks again.
        if (workspace.revision(uri) !== outcome.revision || workspace.file(uri) === undefined) return;
        this.outcomes.set(uri, outcome);
        arrived(uri);
    }

    private forget(uri: string): void {
        this.outcomes.delete(uri);
        this.closed(uri);
    }

    private current(uri: string): Outcome | undefined {
        const outcome = this.outcomes.get(uri);
        return outcome?.revision === this.parts.workspace.revision(uri) ? outcome : undefined;
    }

    /** The compilation of a file that can be analysed. */
    private analysable(uri: string): Compilation | null {
        if (this.parts.workspace.file(uri)?.problem !== null) return null;
        const compilation = this.parts.workspace.compilation(uri);
        return compilation !== undefined && this.isAnalysable(compilation) ? compilation : null;
    }

    private isAnalysable(compilation: Compilation): boolean {
        return this.isOn && this.queue !== undefined && hasCriteria(compilation) && isGenerable(compilation);
    }

    private withReport(uri: string, plain: Compilation, { revision, report, further }: Analysed): Compilation {
        const complete = [...DOCUMENT_CHECKS.map(({ name }) => name), ...(isDecided(report) ? ANALYSIS_NAMES : [])];
        const compilation = withFindings(plain, [...further, ...report.findings], complete);
        const keyOf = ({ name, message }: { name: string; message: string }): string => `${name} ${message}`;
        const byMessage = new Map(report.findings.map((finding, index) => [keyOf(finding), index]));
        const others = new Set(further.map(keyOf));
        const own = compilation.diagnostics.filter((diagnostic) => {
            const finding = byMessage.get(keyOf(diagnostic));
            if (finding !== undefined) this.origins.set(diagnostic, { revision, finding });
            return finding !== undefined || others.has(keyOf(diagnostic));
        });
        if (this.parts.workspace.isOpen(uri)) this.kept.set(uri, keptFindings(compilation, own));
        return compilation;
    }

    private withKept(uri: string, plain: Compilation): Compilation {
        const kept = this.kept.get(uri);
        const standing = kept === undefined ? [] : stillStanding(kept, plain);
        return standing.length === 0 ? plain : { ...plain, diagnostics: [...plain.diagnostics, ...standing].sort(byPlace) };
    }
}

const hasCriteria = ({ document }: Compilation): boolean => document.criteria.length > 0 || document.assertions.length > 0;

/** Only where every question was answered can a finding be known to be gone. */
function isDecided({ findings, cohorts }: PlainReport): boolean {
    return cohorts.every(({ satisfiable }) => satisfiable !== null) && findings.every(({ verdict }) => verdict !== 'undecided');
}

function byPlace({ range: { start: one } }: Diagnostic, { range: { start: other } }: Diagnostic): number {
    return one.line - other.line || one.character - other.character;
}
