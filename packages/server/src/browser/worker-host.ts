// Starts the analysis as a worker of the server's worker; where a browser allows none inside another, the server runs it itself.
import { AnalysisWorker } from '../analysis/analysis-worker.js';
import type { AnalysisReply } from '../analysis/messages.js';
import type { RunningWorker, WorkerHost, WorkerListener } from '../analysis/worker-host.js';
import { inProcess } from '../analysis/worker-host.js';
import type { Clock } from '../connection/clock.js';

/** @param address of the program of the analysis. */
export function workerHost(address: string, clock: Clock): WorkerHost {
    const alone = inProcess(clock, (post) => new AnalysisWorker(post));
    let canStart = address !== '';
    return {
        get quietFor() {
            return canStart ? 0 : alone.quietFor;
        },
        start(listener) {
            const worker = canStart ? startWorker(address, listener, () => (canStart = false)) : null;
            canStart = worker !== null;
            return worker ?? alone.start(listener);
        },
    };
}

/** @param refused is called when the worker never came to life. */
function startWorker(address: string, listener: WorkerListener, refused: () => void): RunningWorker | null {
    let worker: Worker;
    try {
        // A page may only start workers from its own origin; a program of an own address may load another.
        const program = new Blob([`importScripts(${JSON.stringify(address)});`], { type: 'text/javascript' });
        worker = new Worker(URL.createObjectURL(program));
    } catch {
        return null;
    }
    let isStopped = false;
    let isAlive = false;
    worker.addEventListener('message', ({ data }: MessageEvent<AnalysisReply>) => {
        isAlive = true;
        if (!isStopped) listener.reply(data);
    });
    worker.addEventListener('error', ({ message }) => {
        if (!isAlive) refused();
        worker.terminate();
        if (!isStopped) listener.ended(message || 'The worker of the analysis ended.');
        isStopped = true;
    });
    return {
        post: (message) => worker.postMessage(message),
        stop: () => {
            isStopped = true;
            worker.terminate();
        },
    };
}
