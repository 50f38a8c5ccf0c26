// The analysis as a worker of its own: carries messages between the server and the analysis.
import { AnalysisWorker } from '../analysis/analysis-worker.js';
import type { AnalysisRequest } from '../analysis/messages.js';

declare const self: DedicatedWorkerGlobalScope;

const worker = new AnalysisWorker((reply) => self.postMessage(reply));
self.addEventListener('message', ({ data }: MessageEvent<AnalysisRequest>) => worker.receive(data));
