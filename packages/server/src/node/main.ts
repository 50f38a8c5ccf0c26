// The language server as a program: speaks over standard input and output with the editor that started it.
import { createConnection } from 'vscode-languageserver/node.js';
import { serve } from '../connection/serve.js';
import { diskFiles } from './disk-files.js';

const connection = createConnection(process.stdin, process.stdout);

// Standard output belongs to the protocol.
for (const level of ['log', 'info', 'debug', 'warn'] as const) console[level] = (...parts: unknown[]) => console.error(...parts);
process.on('uncaughtException', (error) => console.error('A defect in Crit; please report it.', error));
process.on('unhandledRejection', (reason) => console.error('A defect in Crit; please report it.', reason));

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
