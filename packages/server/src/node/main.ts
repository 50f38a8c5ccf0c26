// The language server as a program: speaks over standard input and output with the editor that started it.
import fs from 'node:fs';
import path from 'node:path';
import { format } from 'node:util';
import { createConnection } from 'vscode-languageserver/node.js';
import type { Clock } from '../connection/clock.js';
import { serve } from '../connection/serve.js';
import { diskFiles } from './disk-files.js';
import { threadHost } from './thread-host.js';

/** The program of the analysis stands beside that of the server, bundled as that is or not. */
const ANALYSIS = ['analysis-worker.cjs', 'analysis-thread.js'];

const connection = createConnection(process.stdin, process.stdout);

// Standard output belongs to the protocol, whatever a library prints.
const say = (...parts: unknown[]): void => void process.stderr.write(`${format(...parts)}\n`);
Object.assign(globalThis.console, { log: say, info: say, debug: say, warn: say, error: say });
process.on('uncaughtException', (error) => say('A defect in Crit; please report it.', error));
process.on('unhandledRejection', (reason) => say('A defect in Crit; please report it.', reason));

const clock: Clock = {
    now: () => performance.now(),
    after: (milliseconds, callback) => {
        if (milliseconds === 0) {
            const immediate = setImmediate(callback);
            return () => clearImmediate(immediate);
        }
        const timer = setTimeout(callback, milliseconds);
        return () => clearTimeout(timer);
    },
};
const folder = path.dirname(fs.realpathSync(process.argv[1] ?? '.'));
const analysis = ANALYSIS.map((name) => path.join(folder, name)).find((program) => fs.existsSync(program));
serve(connection, diskFiles, clock, analysis === undefined ? null : threadHost(analysis, clock));
connection.listen();
