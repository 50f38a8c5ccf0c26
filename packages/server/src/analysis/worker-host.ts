// Who runs the analysis: a worker of some kind, or, where there is none, the server itself when nothing else is to do.
import type { Clock } from '../connection/clock.js';
import type { AnalysisReply, AnalysisRequest } from './messages.js';

export interface WorkerListener {
    reply(message: AnalysisReply): void;
    /** It ended without being told to; nothing will be answered any more. */
    ended(why: string): void;
}

export interface RunningWorker {
    post(message: AnalysisRequest): void;
    /** Ends it, whatever it is at; `ended` is not called. */
    stop(): void;
}

export interface WorkerHost {
    /** Milliseconds without news before an analysis starts: where it would hold up the answers to other requests, it waits for a pause. */
    readonly quietFor: number;
    start(listener: WorkerListener): RunningWorker;
}

/** What does the work: `AnalysisWorker`, which is not imported here, so that a server with a worker need not hold it. */
export interface AnalysisCore {
    receive(message: AnalysisRequest): void;
}

/** Milliseconds that a pause in typing lasts. */
const PAUSE = 700;

/** Runs the analysis between other messages, one file at a time; each takes as long as it takes. */
export function inProcess(clock: Clock, makeCore: (post: (reply: AnalysisReply) => void) => AnalysisCore): WorkerHost {
    return {
        quietFor: PAUSE,
        start(listener) {
            let isStopped = false;
            const core = makeCore((message) => {
                if (!isStopped) listener.reply(message);
            });
            return {
                post: (message) =>
                    void clock.after(0, () => {
                        if (!isStopped) core.receive(message);
                    }),
                stop: () => (isStopped = true),
            };
        },
    };
}
