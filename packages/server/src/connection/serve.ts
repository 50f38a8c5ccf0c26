// Wires the features to an editor's connection. Decides nothing itself, and survives whatever is asked of it.
import type { CancellationToken, Connection, InitializeParams } from 'vscode-languageserver';
import { DidChangeWatchedFilesNotification } from 'vscode-languageserver';
import { codeActions } from '../features/code-actions.js';
import { completionAt, resolveCompletion } from '../features/completion.js';
import { definitionAt } from '../features/definition.js';
import { diagnosticsOf } from '../features/diagnostics.js';
import { documentSymbols } from '../features/document-symbols.js';
import { foldingRanges } from '../features/folding.js';
import { formattingEdits, rangeFormattingEdits } from '../features/formatting.js';
import type { GenerateRequest } from '../features/generate.js';
import { generate } from '../features/generate.js';
import { hoverAt } from '../features/hover.js';
import { VOCABULARY_SCHEME, vocabularyText } from '../features/vocabulary-document.js';
import type { FileSystem } from '../workspace/file-system.js';
import { Workspace } from '../workspace/workspace.js';
import type { EditorAbilities } from './capabilities.js';
import { SERVER_CAPABILITIES, abilitiesOf } from './capabilities.js';
import type { Clock } from './clock.js';
import { DiagnosticsLoop } from './diagnostics-loop.js';
import { OpenDocuments } from './open-documents.js';
import { DEFAULT_SETTINGS, settingsFrom } from './settings.js';

/** Requests of our own: a generated text, and a document of the shipped vocabulary. */
export const GENERATE_REQUEST = 'crit/generate';
export const VOCABULARY_REQUEST = 'crit/vocabularyText';

const RELOAD_PATTERN = '**/*.crit';
/** Milliseconds after which an editor has sent what it has open. */
const FOLDER_DELAY = 50;

/** Answers an editor over a connection until it says good-bye. The caller starts listening. */
export function serve(connection: Connection, disk: FileSystem, clock: Clock): void {
    const workspace = new Workspace(disk);
    const documents = new OpenDocuments(workspace);
    let settings = DEFAULT_SETTINGS;
    let abilities: EditorAbilities = abilitiesOf({});
    let folders: readonly string[] = [];

    const defect = (what: string, error: unknown): void =>
        connection.console.error(`A defect in Crit (${what}); please report it. ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    const loop = new DiagnosticsLoop({
        workspace,
        clock,
        check: (uri) => diagnosticsOf(workspace, uri, settings),
        publish: (uri, diagnostics, version) =>
            void connection.sendDiagnostics({ uri: documents.spellingOf(uri) ?? uri, diagnostics, ...(version === null ? {} : { version }) }),
        failed: (uri, error) => defect(uri, error),
    });

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
            if (settings.documentationUrl !== before.documentationUrl) workspace.recheckAll();
        }),
    );
    connection.onDidChangeWatchedFiles(learn('files', ({ changes }) => changes.forEach(({ uri }) => workspace.refresh(uri))));
    connection.onDidOpenTextDocument(learn('open', ({ textDocument: { uri, languageId, version, text } }) => documents.open(uri, languageId, version, text)));
    connection.onDidChangeTextDocument(learn('change', ({ textDocument: { uri, version }, contentChanges }) => documents.change(uri, version, contentChanges)));
    connection.onDidCloseTextDocument(learn('close', ({ textDocument: { uri } }) => documents.close(uri)));

    connection.onHover(answer('hover', null, ({ textDocument, position }) => hoverAt(workspace, textDocument.uri, position)));
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
    connection.onCodeAction(answer('fixes', null, ({ textDocument, range }) => codeActions(workspace, textDocument.uri, range, settings)));
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
