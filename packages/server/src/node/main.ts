// The language server as a program: speaks over standard input and output with the editor that started it.
import { format } from 'node:util';
import { createConnection } from 'vscode-languageserver/node.js';
import { serve } from '../connection/serve.js';
import { diskFiles } from './disk-files.js';

const connection = createConnection(process.stdin, process.stdout);

// Standard output belongs to the protocol, whatever a library prints.
const say = (...parts: unknown[]): void => void process.stderr.write(`${format(...parts)}\n`);
Object.assign(globalThis.console, { log: say, info: say, debug: say, warn: say, error: say });
process.on('uncaughtException', (error) => say('A defect in Crit; please report it.', error));
process.on('unhandledRejection', (reason) => say('A defect in Crit; please report it.', reason));

serve(connection, diskFiles, {
    now: () => performance.now(),
    after: (milliseconds, callback) => {
        if (milliseconds === 0) {
            const immediate = setImmediate(callback);
            return () => clearImmediate(immediate);
        }
        const timer = setTimeout(callback, milliseconds);
        return () => clearTimeout(timer);
    },
});
connection.listen();
