// A file with what the analysis finds in it: for tests of features that show it.
import { AnalysedFiles } from '@crit-lang/server/analysis/analysed-files.js';
import { AnalysisWorker } from '@crit-lang/server/analysis/analysis-worker.js';
import { inProcess } from '@crit-lang/server/analysis/worker-host.js';
import { ToyClock } from './toy-clock.js';
import type { Opened } from './opened-file.js';

export interface Analysed extends Opened {
    analysed: AnalysedFiles;
    /** Lets the analysis of the last text come to an end. */
    finish: () => void;
}

/** The analysis of an opened file, which runs when `finish` is called. */
export function analysisOf(opened: Opened): Analysed {
    const clock = new ToyClock();
    const analysed = new AnalysedFiles({
        workspace: opened.workspace,
        host: inProcess(clock, (post) => new AnalysisWorker(post)),
        clock,
        arrived: () => undefined,
        log: (message) => {
            throw new Error(message);
        },
    });
    const finish = (): void => {
        analysed.checked(opened.uri);
        clock.pass(10_000);
    };
    return { ...opened, analysed, finish };
}
