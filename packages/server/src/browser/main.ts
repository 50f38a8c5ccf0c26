// The language server as a worker in a browser: speaks by messages with the extension, which tells it what the files of the folder hold.
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser.js';
import type { Clock } from '../connection/clock.js';
import { serve } from '../connection/serve.js';
import { memoryFiles } from '../workspace/memory-files.js';
import { canonicalUri } from '../workspace/uris.js';
import { workerHost } from './worker-host.js';

/** What a file holds; null: it is gone, or cannot be read. */
interface FileContent {
    uri: string;
    text: string | null;
}

declare const self: DedicatedWorkerGlobalScope;

const clock: Clock = {
    now: () => performance.now(),
    after: (milliseconds, callback) => {
        const timer = setTimeout(callback, milliseconds);
        return () => clearTimeout(timer);
    },
};
const texts = new Map<string, string>();
const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self));
// An editor may put words of its own before the name that the extension gives: the address of the analysis stands last.
const analysis = self.name.split(' ').at(-1) ?? '';
const fileChanged = serve(connection, memoryFiles(texts), clock, workerHost(analysis, clock));
connection.onNotification('crit/fileContent', ({ uri, text }: FileContent) => {
    const file = canonicalUri(uri);
    if (text === null) texts.delete(file);
    else texts.set(file, text);
    fileChanged(file);
});
connection.listen();
