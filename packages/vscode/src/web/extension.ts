// The VS Code extension in a browser (vscode.dev): the language server is a worker, and is told what files hold, since it can read none itself.
import type { ExtensionContext, Uri } from 'vscode';
import { Uri as Address, workspace } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser.js';
import { clientOptions } from '../client-options.js';
import { start } from '../start.js';

let client: LanguageClient | undefined;

/** Files above this size are no protocols. */
const LARGEST = 8 * 1024 * 1024;

/** Called by VS Code when the first .crit file is opened. */
export async function activate(context: ExtensionContext): Promise<void> {
    const address = (file: string): string => Address.joinPath(context.extensionUri, 'dist', 'web', file).toString(true);
    // The worker's name tells it where its own worker, the analysis, stands.
    const worker = new Worker(address('server.js'), { name: address('analysis.js') });
    const schemes = new Set([
        'untitled',
        'file',
        ...(workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme),
        ...workspace.textDocuments.map(({ uri }) => uri.scheme),
    ]);
    const started = new LanguageClient('crit', 'Crit', clientOptions([...schemes]), worker);
    client = started;
    await start(context, started, null);
    const watcher = workspace.createFileSystemWatcher('**/*.crit');
    const tell = (uri: Uri): Promise<void> => tellContent(started, uri);
    context.subscriptions.push(
        watcher,
        watcher.onDidChange(tell),
        watcher.onDidCreate(tell),
        watcher.onDidDelete((uri) => send(started, uri, null)),
    );
    for (const uri of await workspace.findFiles('**/*.crit')) await tell(uri);
}

/** Called by VS Code when the window closes. */
export async function deactivate(): Promise<void> {
    await client?.dispose();
    client = undefined;
}

async function tellContent(to: LanguageClient, uri: Uri): Promise<void> {
    try {
        const bytes = await workspace.fs.readFile(uri);
        await send(to, uri, bytes.byteLength > LARGEST ? null : new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    } catch {
        await send(to, uri, null);
    }
}

function send(to: LanguageClient, uri: Uri, text: string | null): Promise<void> {
    return to.sendNotification('crit/fileContent', { uri: uri.toString(), text });
}
