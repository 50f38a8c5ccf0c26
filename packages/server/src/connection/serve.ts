// Wires the features to an editor's connection. Decides nothing itself, and survives whatever is asked of it.
import type { CancellationToken, Connection, InitializeParams } from 'vscode-languageserver';
import { DidChangeWatchedFilesNotification } from 'vscode-languageserver';
import { AnalysedFiles } from '../analysis/analysed-files.js';
import type { WorkerHost } from '../analysis/worker-host.js';
import { analysedCodeActions, codeActions } from '../features/code-actions.js';
import { completionAt, resolveCompletion } from '../features/completion.js';
import { definitionAt } from '../features/definition.js';
import { diagnosticsOf } from '../features/diagnostics.js';
import { documentSymbols } from '../features/document-symbols.js';
import { foldingRanges } from '../features/folding.js';
import { formattingEdits, rangeFormattingEdits } from '../features/formatting.js';
import type { GenerateRequest } from '../features/generate.js';
import { generate } from '../features/generate.js';
import { cohortAt, hoverAt } from '../features/hover.js';
import type { FileStatus } from '../features/status.js';
import { fileStatus } from '../features/status.js';
import type { Verdicts } from '../features/hover/verdict-text.js';
import { VOCABULARY_SCHEME, vocabularyText } from '../features/vocabulary-document.js';
import type { FileSystem } from '../workspace/file-system.js';
import { Workspace } from '../workspace/workspace.js';
import type { EditorAbilities } from './capabilities.js';
import { SERVER_CAPABILITIES, abilitiesOf } from './capabilities.js';
import type { Clock } from './clock.js';
import { DiagnosticsLoop } from './diagnostics-loop.js';
import { OpenDocuments } from './open-documents.js';
import { DEFAULT_SETTINGS, settingsFrom } from './settings.js';

/** Requests of our own: a generated text, a document of the shipped vocabulary, the status of a file (told as a notification too), a patient who qualifies. */
export const GENERATE_REQUEST = 'crit/generate';
export const VOCABULARY_REQUEST = 'crit/vocabularyText';
export const STATUS = 'crit/status';
export const WITNESS_REQUEST = 'crit/witness';

const RELOAD_PATTERN = '**/*.crit';
/** Milliseconds after which an editor has sent what it has open. */
const FOLDER_DELAY = 50;
/** Milliseconds that an answer waits for what only the analysis can tell. */
const LONGEST_FOR_HOVER = 500;
const LONGEST_FOR_FIXES = 5_000;

/**
 * Answers an editor over a connection until it says good-bye. The caller starts listening.
 * @param analysisHost what runs the analysis; null where nothing can, and files are not analysed.
 */
export function serve(connection: Connection, disk: FileSystem, clock: Clock, analysisHost: WorkerHost | null): void {
    const workspace = new Workspace(disk);
    const documents = new OpenDocuments(workspace);
    let settings = DEFAULT_SETTINGS;
    let abilities: EditorAbilities = abilitiesOf({});
    let folders: readonly string[] = [];

    const defect = (what: string, error: unknown): void =>
        connection.console.error(`A defect in Crit (${what}); please report it. ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    const analysed = new AnalysedFiles({
        workspace,
        host: analysisHost,
        clock,
        arrived: (uri) => {
            loop.again(uri);
            tellStatus(uri);
        },
        log: (message) => connection.console.error(message),
    });
    const loop: DiagnosticsLoop = new DiagnosticsLoop({
        workspace,
        clock,
        check: (uri) => diagnosticsOf(workspace, uri, settings, analysed),
        checked: (uri) => {
            analysed.checked(uri);
            tellStatus(uri);
        },
        publish: (uri, diagnostics, version) => void connection.sendDiagnostics({ uri: spelt(uri), diagnostics, ...(version === null ? {} : { version }) }),
        failed: (uri, error) => defect(uri, error),
    });

    const spelt = (uri: string): string => documents.spellingOf(uri) ?? uri;
    const statusOf = (uri: string): FileStatus | null => {
        const status = fileStatus(workspace, uri, analysed);
        return status === null ? null : { ...status, uri: spelt(uri) };
    };
    const told = new Map<string, string>();
    /** Tells the editor the status of an open file when it changed. */
    const tellStatus = (uri: string): void => {
        if (!settings.status || !workspace.isOpen(uri)) return void told.delete(uri);
        const status = statusOf(uri);
        const text = JSON.stringify(status);
        if (status === null || told.get(uri) === text) return;
        told.set(uri, text);
        void connection.sendNotification(STATUS, status);
    };

    /** The answer, or what there is without it when it takes longer than so many milliseconds. */
    const atMost = <R>(milliseconds: number, late: R, answer: Promise<R>): Promise<R> => {
        let callOff = (): void => undefined;
        const limit = new Promise<R>((resolve) => (callOff = clock.after(milliseconds, () => resolve(late))));
        return Promise.race([answer, limit]).finally(() => callOff());
    };

    /** Runs a request; one that is called off or that meets a defect is answered with nothing, and the server goes on. */
    const answer =
        <P, R>(what: string, nothing: R, run: (params: P) => R) =>
        (params: P, token: CancellationToken): R => {
            if (token.isCancellationRequested) return nothing;
            try {
                return run(params);
            } catch (error) {
                defect(what, error);
                return nothing;
            }
        };
    /** The same for a request that waits for the analysis. */
    const answerLater =
        <P, R>(what: string, nothing: R, run: (params: P) => Promise<R>) =>
        async (params: P, token: CancellationToken): Promise<R> => {
            if (token.isCancellationRequested) return nothing;
            try {
                return await run(params);
            } catch (error) {
                defect(what, error);
                return nothing;
            }
        };
    /** Takes in news; what changed is checked soon. */
    const learn =
        <P>(what: string, run: (params: P) => void) =>
        (params: P): void => {
            try {
                run(params);
            } catch (error) {
                defect(what, error);
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
        abilities = abilitiesOf(params.capabilities);
        settings = settingsFrom(params.initializationOptions, settings);
        analysed.switchOn(settings.analysis);
        // Older editors name one folder by other means.
        const single = (params as { rootUri?: string | null }).rootUri;
        folders = params.workspaceFolders?.map(({ uri }) => uri) ?? (typeof single === 'string' ? [single] : []);
        return { capabilities: SERVER_CAPABILITIES, serverInfo: { name: 'crit' } };
    });
    connection.onInitialized(
        learn('initialized', () => {
            takeIn(folders);
            if (abilities.watchesFiles)
                void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern: RELOAD_PATTERN }] });
            if (abilities.changesFolders) {
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
            const before = settings;
            settings = settingsFrom(changed, before);
            analysed.switchOn(settings.analysis);
            if (settings.documentationUrl !== before.documentationUrl || settings.analysis !== before.analysis) workspace.recheckAll();
        }),
    );
    connection.onDidChangeWatchedFiles(learn('files', ({ changes }) => changes.forEach(({ uri }) => workspace.refresh(uri))));
    connection.onDidOpenTextDocument(learn('open', ({ textDocument: { uri, languageId, version, text } }) => documents.open(uri, languageId, version, text)));
    connection.onDidChangeTextDocument(learn('change', ({ textDocument: { uri, version }, contentChanges }) => documents.change(uri, version, contentChanges)));
    connection.onDidCloseTextDocument(
        learn('close', ({ textDocument: { uri } }) => {
            documents.close(uri);
            analysed.closed(uri);
        }),
    );

    const verdictsOf = (uri: string): Verdicts => ({
        state: analysed.state(uri),
        witnessOf: (cohort) => analysed.knownWitness(uri, cohort),
        showWitness: (cohort) =>
            settings.witnessCommand === null ? null : `command:${settings.witnessCommand}?${encodeURIComponent(JSON.stringify([uri, cohort]))}`,
    });
    connection.onHover(
        answerLater('hover', null, async ({ textDocument: { uri }, position }) => {
            const cohort = cohortAt(workspace, uri, position);
            const state = cohort === null ? null : analysed.state(uri);
            const canQualify = state?.kind === 'done' && state.report.cohorts.some(({ id, satisfiable }) => id === cohort && satisfiable === true);
            if (cohort !== null && canQualify) await atMost(LONGEST_FOR_HOVER, null, analysed.witness(uri, cohort));
            return hoverAt(workspace, uri, position, verdictsOf(uri));
        }),
    );
    connection.onCompletion(
        answer('completion', null, ({ textDocument, position, context }) =>
            completionAt(workspace, textDocument.uri, position, { snippets: abilities.snippets, afterBlank: context?.triggerCharacter === ' ' }),
        ),
    );
    connection.onCompletionResolve((item) => {
        try {
            return resolveCompletion(workspace, item);
        } catch (error) {
            defect('completion', error);
            return item;
        }
    });
    connection.onDefinition(
        answer('definition', null, ({ textDocument, position }) => {
            const links = definitionAt(workspace, textDocument.uri, position).filter(
                ({ targetUri }) => settings.vocabularyDocuments || !targetUri.startsWith(`${VOCABULARY_SCHEME}:`),
            );
            return abilities.definitionLinks ? links : links.map(({ targetUri, targetSelectionRange }) => ({ uri: targetUri, range: targetSelectionRange }));
        }),
    );
    connection.onDocumentSymbol(answer('outline', null, ({ textDocument }) => documentSymbols(workspace, textDocument.uri)));
    connection.onDocumentFormatting(answer('formatting', null, ({ textDocument }) => formattingEdits(workspace, textDocument.uri)));
    connection.onDocumentRangeFormatting(answer('formatting', null, ({ textDocument, range }) => rangeFormattingEdits(workspace, textDocument.uri, range)));
    connection.onFoldingRanges(answer('folding', null, ({ textDocument }) => foldingRanges(workspace, textDocument.uri)));
    connection.onCodeAction(
        answerLater('fixes', null, ({ textDocument: { uri }, range }) =>
            atMost(LONGEST_FOR_FIXES, codeActions(workspace, uri, range, settings), analysedCodeActions(workspace, uri, range, settings, analysed)),
        ),
    );
    connection.onRequest(
        STATUS,
        answer('status', null, ({ uri }: { uri: string }) => statusOf(uri)),
    );
    connection.onRequest(
        WITNESS_REQUEST,
        answerLater('witness', { problem: 'Crit met a defect; see the output of the language server.' }, ({ uri, cohort }: { uri: string; cohort: string }) =>
            analysed.witness(uri, cohort),
        ),
    );
    connection.onShutdown(() => analysed.dispose());
    connection.onRequest(
        GENERATE_REQUEST,
        answer('generate', { problem: 'Crit met a defect while generating; see the output of the language server.' }, (request: GenerateRequest) =>
            generate(workspace, request),
        ),
    );
    connection.onRequest(
        VOCABULARY_REQUEST,
        answer('vocabulary', null, ({ uri }: { uri: string }) => vocabularyText(uri)),
    );
}
