// Wires the features to an editor's connection. Decides nothing itself, and survives whatever is asked of it.
import type { Connection, InitializeParams } from 'vscode-languageserver';
import { CodeLensRefreshRequest, DidChangeWatchedFilesNotification, InlayHintRefreshRequest } from 'vscode-languageserver';
import { AnalysedFiles } from '../analysis/analysed-files.js';
import type { WorkerHost } from '../analysis/worker-host.js';
import { diagnosticsOf } from '../features/diagnostics.js';
import { fileStatus } from '../features/status.js';
import type { FileSystem } from '../workspace/file-system.js';
import { Workspace } from '../workspace/workspace.js';
import { Answering } from './answering.js';
import { SERVER_CAPABILITIES, abilitiesOf } from './capabilities.js';
import type { Clock } from './clock.js';
import { DiagnosticsLoop } from './diagnostics-loop.js';
import { OpenDocuments } from './open-documents.js';
import { STATUS, answerOwnRequests } from './own-requests.js';
import { answerReadingRequests } from './reading-requests.js';
import type { Session } from './session.js';
import { DEFAULT_SETTINGS, settingsFrom } from './settings.js';
import { answerWritingRequests } from './writing-requests.js';

const RELOAD_PATTERN = '**/*.crit';
/** Milliseconds after which an editor has sent what it has open. */
const FOLDER_DELAY = 50;

/**
 * Answers an editor over a connection until it says good-bye. The caller starts listening.
 * @param analysisHost what runs the analysis; null where nothing can, and files are not analysed.
 * @returns what to call when a file of the folder became another one without the editor's telling.
 */
export function serve(connection: Connection, disk: FileSystem, clock: Clock, analysisHost: WorkerHost | null): (uri: string) => void {
    const workspace = new Workspace(disk);
    const documents = new OpenDocuments(workspace);
    const answering = new Answering(connection, clock);
    let folders: readonly string[] = [];

    const analysed = new AnalysedFiles({
        workspace,
        host: analysisHost,
        clock,
        arrived: (uri) => {
            loop.again(uri);
            tellStatus(uri);
            refreshLenses(uri);
        },
        log: (message) => connection.console.error(message),
    });
    const seen = new Set<string>();
    const refreshLenses = (uri: string): void => {
        if (session.abilities.refreshesLenses && workspace.isOpen(uri)) connection.sendRequest(CodeLensRefreshRequest.type).catch(() => undefined);
    };
    const spelt = (uri: string): string => documents.spellingOf(uri) ?? uri;
    const session: Session = {
        connection,
        workspace,
        analysed,
        answering,
        settings: DEFAULT_SETTINGS,
        abilities: abilitiesOf({}),
        spelt,
        statusOf: (uri) => {
            const status = fileStatus(workspace, uri, analysed);
            return status === null ? null : { ...status, uri: spelt(uri) };
        },
    };
    const loop: DiagnosticsLoop = new DiagnosticsLoop({
        workspace,
        clock,
        check: (uri) => diagnosticsOf(workspace, uri, session.settings, analysed),
        checked: (uri) => {
            analysed.checked(uri);
            tellStatus(uri);
            // An editor may have asked before the file was there to be read.
            if (!seen.has(uri)) refreshLenses(uri);
            seen.add(uri);
        },
        publish: (uri, diagnostics, version) => void connection.sendDiagnostics({ uri: spelt(uri), diagnostics, ...(version === null ? {} : { version }) }),
        failed: (uri, error) => answering.defect(uri, error),
    });

    const told = new Map<string, string>();
    /** Tells the editor the status of an open file when it changed. */
    const tellStatus = (uri: string): void => {
        if (!session.settings.status || !workspace.isOpen(uri)) return void told.delete(uri);
        const status = session.statusOf(uri);
        const text = JSON.stringify(status);
        if (status === null || told.get(uri) === text) return;
        told.set(uri, text);
        void connection.sendNotification(STATUS, status);
    };

    /** Takes in news; what changed is checked soon. */
    const learn =
        <P>(what: string, run: (params: P) => void) =>
        (params: P): void => {
            try {
                run(params);
            } catch (error) {
                answering.defect(what, error);
            }
            loop.soon();
        };

    /** What the user looks at goes first: the files of a folder are read when the open ones have been. */
    const takeIn = (uris: readonly string[]): void => {
        for (const uri of uris) workspace.addFolder(uri);
        const read = learn('folder', (folder: string) => workspace.readFolder(folder));
        clock.after(FOLDER_DELAY, () => uris.forEach(read));
    };

    connection.onInitialize((params: InitializeParams) => {
        session.abilities = abilitiesOf(params.capabilities);
        session.settings = settingsFrom(params.initializationOptions, session.settings);
        analysed.switchOn(session.settings.analysis);
        // Older editors name one folder by other means.
        const single = (params as { rootUri?: string | null }).rootUri;
        folders = params.workspaceFolders?.map(({ uri }) => uri) ?? (typeof single === 'string' ? [single] : []);
        return { capabilities: SERVER_CAPABILITIES, serverInfo: { name: 'crit' } };
    });
    connection.onInitialized(
        learn('initialized', () => {
            takeIn(folders);
            if (session.abilities.watchesFiles)
                void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern: RELOAD_PATTERN }] });
            if (session.abilities.changesFolders) {
                connection.workspace.onDidChangeWorkspaceFolders(
                    learn('folders', ({ added, removed }) => {
                        for (const { uri } of removed) workspace.removeFolder(uri);
                        takeIn(added.map(({ uri }) => uri));
                    }),
                );
            }
        }),
    );
    connection.onDidChangeConfiguration(
        learn('settings', ({ settings: changed }) => {
            const before = session.settings;
            session.settings = settingsFrom(changed, before);
            analysed.switchOn(session.settings.analysis);
            if (session.abilities.refreshesHints && session.settings.inlayHints !== before.inlayHints)
                connection.sendRequest(InlayHintRefreshRequest.type).catch(() => undefined);
            if (session.settings.documentationUrl !== before.documentationUrl || session.settings.analysis !== before.analysis) workspace.recheckAll();
        }),
    );
    connection.onDidChangeWatchedFiles(learn('files', ({ changes }) => changes.forEach(({ uri }) => workspace.refresh(uri))));
    connection.onDidOpenTextDocument(learn('open', ({ textDocument: { uri, languageId, version, text } }) => documents.open(uri, languageId, version, text)));
    connection.onDidChangeTextDocument(learn('change', ({ textDocument: { uri, version }, contentChanges }) => documents.change(uri, version, contentChanges)));
    connection.onDidCloseTextDocument(
        learn('close', ({ textDocument: { uri } }) => {
            documents.close(uri);
            seen.delete(uri);
            analysed.closed(uri);
        }),
    );
    connection.onShutdown(() => analysed.dispose());
    answerReadingRequests(session);
    answerWritingRequests(session);
    answerOwnRequests(session);
    return learn('file', (uri: string) => workspace.refresh(uri));
}
