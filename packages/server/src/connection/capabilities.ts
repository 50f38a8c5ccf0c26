// What the server offers to an editor, and what it asks of the editor's abilities.
import type { ClientCapabilities, ServerCapabilities } from 'vscode-languageserver';
import { SEMANTIC_TOKENS_LEGEND } from '../features/semantic-tokens.js';

/** `TextDocumentSyncKind.Incremental`. */
const INCREMENTAL = 2;

export const SERVER_CAPABILITIES: ServerCapabilities = {
    textDocumentSync: { openClose: true, change: INCREMENTAL },
    hoverProvider: true,
    // A blank goes on in a name of several words; a quote begins a name, a parenthesis the part of a scale.
    completionProvider: { triggerCharacters: [' ', "'", '('], resolveProvider: true },
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    renameProvider: { prepareProvider: true },
    workspaceSymbolProvider: true,
    semanticTokensProvider: {
        legend: { tokenTypes: [...SEMANTIC_TOKENS_LEGEND.tokenTypes], tokenModifiers: [...SEMANTIC_TOKENS_LEGEND.tokenModifiers] },
        full: true,
        range: true,
    },
    documentLinkProvider: { resolveProvider: false },
    inlayHintProvider: { resolveProvider: false },
    signatureHelpProvider: { triggerCharacters: ['(', ','] },
    codeLensProvider: { resolveProvider: false },
    documentSymbolProvider: true,
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    foldingRangeProvider: true,
    codeActionProvider: { codeActionKinds: ['quickfix', 'refactor.extract'] },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
};

/** What the server does differently where the editor cannot do it. */
export interface EditorAbilities {
    snippets: boolean;
    definitionLinks: boolean;
    watchesFiles: boolean;
    changesFolders: boolean;
    /** Asks anew for what stands in the text when it is told to. */
    refreshesLenses: boolean;
    refreshesHints: boolean;
}

export function abilitiesOf({ textDocument, workspace }: ClientCapabilities): EditorAbilities {
    return {
        snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
        definitionLinks: textDocument?.definition?.linkSupport === true,
        watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
        changesFolders: workspace?.workspaceFolders === true,
        refreshesLenses: workspace?.codeLens?.refreshSupport === true,
        refreshesHints: workspace?.inlayHint?.refreshSupport === true,
    };
}
