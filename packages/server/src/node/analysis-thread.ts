// The analysis as a program of its own: as a thread it carries messages between the server and the analysis; the server can also load it and run it itself.
import { parentPort } from 'node:worker_threads';
import { AnalysisWorker } from '../analysis/analysis-worker.js';
import type { AnalysisRequest } from '../analysis/messages.js';

export { AnalysisWorker };

if (parentPort !== null) {
    const port = parentPort;
    const worker = new AnalysisWorker((reply) => port.postMessage(reply));
    port.on('message', (message: AnalysisRequest) => worker.receive(message));
}
