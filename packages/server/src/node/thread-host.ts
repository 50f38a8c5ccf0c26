// Starts the analysis as a thread of the server's process.
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import type { AnalysisWorker } from '../analysis/analysis-worker.js';
import type { AnalysisReply } from '../analysis/messages.js';
import type { RunningWorker, WorkerHost, WorkerListener } from '../analysis/worker-host.js';
import { inProcess } from '../analysis/worker-host.js';
import type { Clock } from '../connection/clock.js';

/** Megabytes that the analysis may take; beyond them it ends, and the server goes on. */
const MEMORY = 2048;

/** Runs the analysis in threads from this program; where no thread can be started, in the server itself. */
export function threadHost(program: string, clock: Clock): WorkerHost {
    const alone = inProcess(clock, (post) => {
        const { AnalysisWorker: Core } = createRequire(program)(program) as { AnalysisWorker: typeof AnalysisWorker };
        return new Core(post);
    });
    let canStart = true;
    return {
        get quietFor() {
            return canStart ? 0 : alone.quietFor;
        },
        start(listener) {
            const thread = canStart ? startThread(program, listener) : null;
            canStart = thread !== null;
            return thread ?? alone.start(listener);
        },
    };
}

/** Null where no thread can be started: Node can be told to start none. */
function startThread(program: string, listener: WorkerListener): RunningWorker | null {
    let thread: Worker;
    try {
        thread = new Worker(program, { resourceLimits: { maxOldGenerationSizeMb: MEMORY }, stdout: true });
    } catch {
        return null;
    }
    // Standard output belongs to the protocol.
    thread.stdout.pipe(process.stderr, { end: false });
    let why: string | null = null;
    let isStopped = false;
    thread.on('message', (message: AnalysisReply) => {
        if (!isStopped) listener.reply(message);
    });
    thread.on('error', (error: unknown) => (why = error instanceof Error ? error.message : String(error)));
    thread.on('exit', (code) => {
        if (!isStopped) listener.ended(why ?? `It ended with code ${code}.`);
    });
    // The thread never keeps the server from ending.
    thread.unref();
    return {
        post: (message) => thread.postMessage(message),
        stop: () => {
            isStopped = true;
            void thread.terminate();
        },
    };
}
