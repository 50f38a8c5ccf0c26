// What a worker was asked and has not answered yet.
import type { AnalysisReply, AnalysisRequest } from './messages.js';
import type { RunningWorker } from './worker-host.js';

export class OpenRequests {
    private readonly waiting = new Map<number, (reply: AnalysisReply | null) => void>();
    private asked = 0;

    /** The answer of a worker; null when it ends without one, and at once where none runs. */
    ask(worker: RunningWorker | undefined, message: (request: number) => AnalysisRequest): Promise<AnalysisReply | null> {
        if (worker === undefined) return Promise.resolve(null);
        const request = ++this.asked;
        return new Promise((resolve) => {
            this.waiting.set(request, resolve);
            worker.post(message(request));
        });
    }

    answer(request: number, reply: AnalysisReply): void {
        this.waiting.get(request)?.(reply);
        this.waiting.delete(request);
    }

    /** The worker is gone: nothing will be answered any more. */
    lost(): void {
        for (const resolve of this.waiting.values()) resolve(null);
        this.waiting.clear();
    }
}
