// Where a name is used: in all files for 'Find All References', in one file for highlighting.
import type { DocumentHighlight, Location, Position } from 'vscode-languageserver-types';
import { DocumentHighlightKind } from 'vscode-languageserver-types';
import { occurrencesEverywhere, occurrencesIn, subjectAt } from '../places/occurrences.js';
import type { Patience } from '../workspace/patience.js';
import type { Workspace } from '../workspace/workspace.js';
import { rangeBetween } from './ranges.js';

export interface ReferencesOptions {
    includeDeclaration: boolean;
    patience?: Patience;
}

/** Every place that names what the name at a position refers to, by file and place; a term by any of its names. */
export async function referencesAt(
    workspace: Workspace,
    uri: string,
    position: Position,
    { includeDeclaration, patience }: ReferencesOptions,
): Promise<Location[]> {
    const subject = subjectAt(workspace, uri, position);
    if (subject === undefined) return [];
    return (await occurrencesEverywhere(workspace, subject, patience))
        .filter(({ isDeclaration }) => includeDeclaration || !isDeclaration)
        .map(({ file, start, end }) => ({ uri: file.source.path, range: rangeBetween(file.source, { start, end }) }));
}

/** The same in this file alone; where it is declared is marked as written, all other places as read. */
export function highlightsAt(workspace: Workspace, uri: string, position: Position): DocumentHighlight[] {
    const subject = subjectAt(workspace, uri, position);
    const main = subject?.compilation.files[0];
    if (subject === undefined || main === undefined) return [];
    return occurrencesIn(main, subject.referent, subject.compilation).map(({ start, end, isDeclaration }) => ({
        range: rangeBetween(main.source, { start, end }),
        kind: isDeclaration ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
    }));
}
