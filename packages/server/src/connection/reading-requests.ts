// Registers what an editor asks while a file is read: hovers, places of names, outlines.
import { codeLenses } from '../features/code-lens.js';
import { definitionAt } from '../features/definition.js';
import { documentLinks } from '../features/document-links.js';
import { documentSymbols } from '../features/document-symbols.js';
import { foldingRanges } from '../features/folding.js';
import { cohortAt, hoverAt } from '../features/hover.js';
import type { Verdicts } from '../features/hover/verdict-text.js';
import { inlayHints } from '../features/inlay-hints.js';
import { highlightsAt, referencesAt } from '../features/references.js';
import { semanticTokens } from '../features/semantic-tokens.js';
import { signatureAt } from '../features/signature-help.js';
import { VOCABULARY_SCHEME } from '../features/vocabulary-document.js';
import { workspaceSymbols } from '../features/workspace-symbols.js';
import type { Session } from './session.js';

/** Milliseconds that a hover waits for what only the analysis can tell. */
const LONGEST_FOR_HOVER = 500;

export function answerReadingRequests(session: Session): void {
    const { connection, workspace, analysed, answering, spelt } = session;
    const verdictsOf = (uri: string): Verdicts => ({
        state: analysed.state(uri),
        witnessOf: (cohort) => analysed.knownWitness(uri, cohort),
        showWitness: (cohort) => {
            const { witnessCommand } = session.settings;
            return witnessCommand === null ? null : `command:${witnessCommand}?${encodeURIComponent(JSON.stringify([uri, cohort]))}`;
        },
    });

    connection.onHover(
        answering.later('hover', null, async ({ textDocument: { uri }, position }) => {
            const cohort = cohortAt(workspace, uri, position);
            const state = cohort === null ? null : analysed.state(uri);
            const canQualify = state?.kind === 'done' && state.report.cohorts.some(({ id, satisfiable }) => id === cohort && satisfiable === true);
            if (cohort !== null && canQualify) await answering.atMost(LONGEST_FOR_HOVER, null, analysed.witness(uri, cohort));
            return hoverAt(workspace, uri, position, verdictsOf(uri));
        }),
    );
    connection.onDefinition(
        answering.now('definition', null, ({ textDocument, position }) => {
            const links = definitionAt(workspace, textDocument.uri, position).filter(
                ({ targetUri }) => session.settings.vocabularyDocuments || !targetUri.startsWith(`${VOCABULARY_SCHEME}:`),
            );
            return session.abilities.definitionLinks
                ? links
                : links.map(({ targetUri, targetSelectionRange }) => ({ uri: targetUri, range: targetSelectionRange }));
        }),
    );
    connection.onReferences(
        answering.later('references', null, async ({ textDocument, position, context: { includeDeclaration } }, token) => {
            const found = await referencesAt(workspace, textDocument.uri, position, { includeDeclaration, patience: answering.patience(token) });
            return found.map((place) => ({ ...place, uri: spelt(place.uri) }));
        }),
    );
    connection.onDocumentHighlight(answering.now('highlights', null, ({ textDocument, position }) => highlightsAt(workspace, textDocument.uri, position)));
    connection.onDocumentSymbol(answering.now('outline', null, ({ textDocument }) => documentSymbols(workspace, textDocument.uri)));
    connection.onWorkspaceSymbol(answering.later('symbols', null, ({ query }, token) => workspaceSymbols(workspace, query, answering.patience(token))));
    connection.onDocumentLinks(answering.now('links', null, ({ textDocument }) => documentLinks(workspace, textDocument.uri)));
    connection.onSignatureHelp(answering.now('signature', null, ({ textDocument, position }) => signatureAt(workspace, textDocument.uri, position)));
    connection.languages.semanticTokens.on(answering.now('colours', { data: [] }, ({ textDocument }) => semanticTokens(workspace, textDocument.uri)));
    connection.languages.semanticTokens.onRange(
        answering.now('colours', { data: [] }, ({ textDocument, range }) => semanticTokens(workspace, textDocument.uri, range)),
    );
    connection.languages.inlayHint.on(
        answering.now('hints', null, ({ textDocument, range }) => (session.settings.inlayHints ? inlayHints(workspace, textDocument.uri, range) : [])),
    );
    connection.onCodeLens(answering.now('lenses', null, ({ textDocument }) => codeLenses(workspace, textDocument.uri, analysed)));
    connection.onFoldingRanges(answering.now('folding', null, ({ textDocument }) => foldingRanges(workspace, textDocument.uri)));
}
