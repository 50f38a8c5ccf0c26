// Hands files to the analysis one at a time, the latest revision of each; survives the end of the worker.
import type { Fix } from '@crit-lang/findings/report.js';
import type { DetailedFinding } from '@crit-lang/language/check-further.js';
import type { CriteriaDocument } from '@crit-lang/model/criteria/document.js';
import type { Clock } from '../connection/clock.js';
import type { AnalysisReply, Comparison, PatientRuns, PlainReport, SentVersion, WitnessReply } from './messages.js';
import { OpenRequests } from './open-requests.js';
import type { RunningWorker, WorkerHost } from './worker-host.js';

/** What is known of one revision of a file: the report with what other checks of the document found, or a sentence why there is none. */
export type Outcome = Analysed | { readonly revision: number; readonly problem: string };

export interface Analysed {
    readonly revision: number;
    readonly report: PlainReport;
    readonly further: readonly DetailedFinding[];
}

/** What an analysis is made of. */
export interface AnalysisInput {
    readonly revision: number;
    readonly document: CriteriaDocument;
    readonly sources: readonly string[];
    readonly keep: boolean;
}

export interface QueueParts {
    readonly host: WorkerHost;
    readonly clock: Clock;
    /** What to analyse of a file, asked when its turn comes; null when there is nothing any more. */
    readonly inputOf: (file: string) => AnalysisInput | null;
    /** Whether a file goes before those that do not. */
    readonly isUrgent: (file: string) => boolean;
    readonly arrived: (file: string, outcome: Outcome) => void;
    /** Told of defects, and of an analysis that had to be started anew. */
    readonly log: (message: string) => void;
}

/** Times that a revision is tried when the analysis ends over it. */
const MOST_ATTEMPTS = 2;
/** Milliseconds after which an analysis whose answer nobody waits for any more is ended. */
const LONGEST_OUTDATED = 10_000;

const UNEXPECTED_END = 'the analysis ended unexpectedly, twice; the output of the language server says more';

const ENDED = { problem: 'The analysis ended unexpectedly; ask again.' };

interface InFlight {
    readonly file: string;
    readonly revision: number;
    readonly attempt: number;
}

export class AnalysisQueue {
    private worker: RunningWorker | undefined;
    private inFlight: InFlight | undefined;
    /** Files, each with the attempts made so far; the first goes next. */
    private readonly waiting = new Map<string, { readonly revision: number | null; readonly attempts: number }>();
    private readonly open = new OpenRequests();
    private readonly termsJson = new WeakMap<CriteriaDocument['terms'], string>();
    private callOff: (() => void) | undefined;
    private callOffEnd: (() => void) | undefined;

    constructor(private readonly parts: QueueParts) {}

    /** Analyses a file soon; what is asked of it later replaces this. */
    want(file: string): void {
        const before = this.waiting.get(file);
        this.waiting.set(file, before ?? { revision: null, attempts: 0 });
        if (this.inFlight?.file === file) this.callOffEnd ??= this.parts.clock.after(LONGEST_OUTDATED, () => this.giveUpOutdated());
        this.next();
    }

    /** Nobody wants to know any more; what was kept of the file is let go. */
    forget(file: string): void {
        this.waiting.delete(file);
        this.worker?.post({ kind: 'forget', file });
    }

    isWaiting(file: string): boolean {
        return this.waiting.has(file) || this.inFlight?.file === file;
    }

    /** The fixes of a finding, by its place in the report of that revision; none when the file has changed since. */
    async fixes(file: string, revision: number, finding: number): Promise<readonly Fix[]> {
        const reply = await this.open.ask(this.worker, (request) => ({ kind: 'fixes', request, file, revision, finding }));
        return reply?.kind === 'fixes' ? reply.fixes : [];
    }

    /** A patient who qualifies for a cohort. */
    async witness(file: string, revision: number, cohort: string): Promise<WitnessReply> {
        const reply = await this.open.ask(this.worker, (request) => ({ kind: 'witness', request, file, revision, cohort }));
        return reply?.kind === 'witness' ? reply.witness : ENDED;
    }

    /** Runs patient cases of a document given as JSON. Needs nothing that was analysed before. */
    async patients(document: string, title: string | null): Promise<PatientRuns> {
        this.worker ??= this.start();
        const reply = await this.open.ask(this.worker, (request) => ({ kind: 'patients', request, document, title }));
        return reply?.kind === 'patients' ? reply.runs : ENDED;
    }

    /** Compares two versions. Needs nothing that was analysed before. */
    async compare(old: SentVersion, current: SentVersion): Promise<Comparison> {
        this.worker ??= this.start();
        const reply = await this.open.ask(this.worker, (request) => ({ kind: 'compare', request, old, new: current }));
        return reply?.kind === 'compare' ? reply.comparison : ENDED;
    }

    /** Ends the worker. */
    dispose(): void {
        this.callOff?.();
        this.callOffEnd?.();
        this.waiting.clear();
        this.worker?.stop();
        this.lost();
    }

    private next(): void {
        if (this.inFlight !== undefined || this.waiting.size === 0) return;
        this.callOff?.();
        this.callOff = this.parts.clock.after(this.parts.host.quietFor, () => this.send());
    }

    private send(): void {
        this.callOff = undefined;
        const files = [...this.waiting.keys()];
        const file = files.find(this.parts.isUrgent) ?? files[0];
        if (file === undefined || this.inFlight !== undefined) return;
        const { revision: tried, attempts } = this.waiting.get(file) ?? { revision: null, attempts: 0 };
        this.waiting.delete(file);
        try {
            const input = this.parts.inputOf(file);
            if (input !== null) {
                const { revision, document, sources, keep } = input;
                const { terms, ...others } = document;
                this.worker ??= this.start();
                this.inFlight = { file, revision, attempt: tried === revision ? attempts + 1 : 1 };
                this.worker.post({ kind: 'analyse', file, revision, document: JSON.stringify(others), terms: this.jsonOf(terms), sources, keep });
            }
        } catch (error) {
            this.inFlight = undefined;
            this.parts.log(`A defect in Crit (analysis of ${file}); please report it. ${String(error)}`);
        }
        this.next();
    }

    // A document that names the same terms as before has the same object for them.
    private jsonOf(terms: CriteriaDocument['terms']): string {
        const json = this.termsJson.get(terms) ?? JSON.stringify(terms);
        this.termsJson.set(terms, json);
        return json;
    }

    private start(): RunningWorker {
        const worker: RunningWorker = this.parts.host.start({
            reply: (reply) => {
                if (this.worker === worker) this.take(reply);
            },
            ended: (why) => {
                if (this.worker === worker) this.ended(why);
            },
        });
        return worker;
    }

    private take(reply: AnalysisReply): void {
        if ('request' in reply) {
            this.open.answer(reply.request, reply);
            return;
        }
        const { file, revision } = reply;
        this.arrived();
        if (reply.kind === 'failed') {
            this.parts.log(`A defect in Crit (analysis of ${file}); please report it. ${reply.problem}`);
            this.tell(file, { revision, problem: 'the analysis met a defect; the output of the language server says more' });
        } else {
            this.tell(file, { revision, report: reply.report, further: reply.further });
        }
        this.next();
    }

    private ended(why: string): void {
        const at = this.lost();
        this.parts.log(`The analysis ended unexpectedly and is started anew. ${why}`);
        if (at !== undefined && !this.waiting.has(at.file)) {
            if (at.attempt < MOST_ATTEMPTS) this.waiting.set(at.file, { revision: at.revision, attempts: at.attempt });
            else this.tell(at.file, { revision: at.revision, problem: UNEXPECTED_END });
        }
        this.next();
    }

    // What an edit has overtaken may take long; then a new worker is there sooner than the answer.
    private giveUpOutdated(): void {
        this.callOffEnd = undefined;
        if (this.inFlight === undefined || !this.waiting.has(this.inFlight.file)) return;
        this.worker?.stop();
        this.lost();
        this.next();
    }

    /** The worker is gone, and all that was asked of it; gives what it was at. */
    private lost(): InFlight | undefined {
        const at = this.inFlight;
        this.worker = undefined;
        this.arrived();
        this.open.lost();
        return at;
    }

    private arrived(): void {
        this.inFlight = undefined;
        this.callOffEnd?.();
        this.callOffEnd = undefined;
    }

    private tell(file: string, outcome: Outcome): void {
        try {
            this.parts.arrived(file, outcome);
        } catch (error) {
            this.parts.log(`A defect in Crit (findings of ${file}); please report it. ${String(error)}`);
        }
    }
}
