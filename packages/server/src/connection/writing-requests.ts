// Registers what an editor asks while a file is written: completion, formatting, fixes, renaming.
import { CodeActionKind } from 'vscode-languageserver-types';
import { analysedCodeActions, codeActions } from '../features/code-actions.js';
import { completionAt, resolveCompletion } from '../features/completion.js';
import { extractDefinition } from '../features/extract-definition.js';
import { formattingEdits, rangeFormattingEdits } from '../features/formatting.js';
import { prepareRename, rename } from '../features/rename.js';
import type { Session } from './session.js';

/** Milliseconds that fixes wait for those that the analysis has to try. */
const LONGEST_FOR_FIXES = 5_000;

export function answerWritingRequests(session: Session): void {
    const { connection, workspace, analysed, answering } = session;
    connection.onCompletion(
        answering.now('completion', null, ({ textDocument, position, context }) =>
            completionAt(workspace, textDocument.uri, position, { snippets: session.abilities.snippets, afterBlank: context?.triggerCharacter === ' ' }),
        ),
    );
    connection.onCompletionResolve((item) => {
        try {
            return resolveCompletion(workspace, item);
        } catch (error) {
            answering.defect('completion', error);
            return item;
        }
    });
    connection.onDocumentFormatting(answering.now('formatting', null, ({ textDocument }) => formattingEdits(workspace, textDocument.uri)));
    connection.onDocumentRangeFormatting(
        answering.now('formatting', null, ({ textDocument, range }) => rangeFormattingEdits(workspace, textDocument.uri, range)),
    );
    connection.onCodeAction(
        answering.later('fixes', null, async ({ textDocument: { uri }, range, context: { only } }) => {
            const wants = (kind: string): boolean => only === undefined || only.some((each) => kind === each || kind.startsWith(`${each}.`));
            const extracted = wants(CodeActionKind.RefactorExtract) ? extractDefinition(workspace, uri, range) : [];
            if (!wants(CodeActionKind.QuickFix)) return extracted;
            const fixes = await answering.atMost(
                LONGEST_FOR_FIXES,
                codeActions(workspace, uri, range, session.settings, analysed),
                analysedCodeActions(workspace, uri, range, session.settings, analysed),
            );
            return [...fixes, ...extracted];
        }),
    );
    connection.onPrepareRename(
        answering.now('rename', null, ({ textDocument, position }) => answering.orRefusal(prepareRename(workspace, textDocument.uri, position))),
    );
    connection.onRenameRequest(
        answering.later('rename', null, async ({ textDocument, position, newName }, token) =>
            answering.orRefusal(await rename(workspace, textDocument.uri, position, newName, answering.patience(token))),
        ),
    );
}
