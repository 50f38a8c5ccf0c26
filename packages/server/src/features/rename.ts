// Renames what files declare (criteria, cohorts, the protocol, definitions, points of the timeline, terms) wherever it is named.
import type { Position, Range, WorkspaceEdit } from 'vscode-languageserver-types';
import { writeName } from '@crit-lang/language/syntax/write-name.js';
import { nameValue } from '@crit-lang/language/syntax/written-values.js';
import { parseFile } from '@crit-lang/language/resolve/parsed-file.js';
import { nameKey } from '@crit-lang/vocabulary/name-key.js';
import { declarationsOf } from '../places/declared-at.js';
import type { Occurrence, Subject } from '../places/occurrences.js';
import { occurrencesEverywhere, subjectAt } from '../places/occurrences.js';
import type { Patience } from '../workspace/patience.js';
import type { Workspace } from '../workspace/workspace.js';
import { rangeBetween } from './ranges.js';
import { isIdentifierKind, nameProblem } from './rename/new-name.js';

/** A sentence why something cannot be renamed. */
export interface Refusal {
    problem: string;
}

/** What would be renamed: its place, and the name to begin with. */
export interface Renamable {
    range: Range;
    placeholder: string;
}

/** Whether the name at a position can be renamed. */
export function prepareRename(workspace: Workspace, uri: string, position: Position): Renamable | Refusal {
    const subject = subjectAt(workspace, uri, position);
    const main = subject?.compilation.files[0];
    if (subject === undefined || main === undefined)
        return { problem: 'Only names can be renamed: of criteria, cohorts, definitions, points of the timeline and terms of your own.' };
    const problem = whyFixed(subject);
    if (problem !== null) return { problem };
    const { start, text } = subject.place;
    // In 'SLE.index' only the cohort is named.
    const end = subject.referent.kind === 'cohort' && text.startsWith(`${subject.referent.id}.`) ? start + subject.referent.id.length : subject.place.end;
    return { range: rangeBetween(main.source, { start, end }), placeholder: nameValue(main.source.text.slice(start, end)) };
}

/** The edits in all files that give it a new name, quoted where the language needs it. */
export async function rename(workspace: Workspace, uri: string, position: Position, newName: string, patience?: Patience): Promise<WorkspaceEdit | Refusal> {
    const prepared = prepareRename(workspace, uri, position);
    const subject = subjectAt(workspace, uri, position);
    if ('problem' in prepared || subject === undefined) return 'problem' in prepared ? prepared : { problem: 'There is no name here.' };
    const wanted = nameValue(newName.trim());
    const problem = nameProblem(wanted, subject);
    if (problem !== null) return { problem };
    const renamed = (await occurrencesEverywhere(workspace, subject, patience)).filter((occurrence) => isByItsOwnName(occurrence, subject));
    const written = isIdentifierKind(subject.referent) ? wanted : writeName(wanted);
    const unreadable = [...byFile(renamed)].find(([, occurrences]) => !staysReadable(occurrences, written));
    if (unreadable !== undefined)
        return { problem: `'${wanted}' cannot be read as a name at every place where it would stand; the first is in ${unreadable[0]}.` };
    return {
        documentChanges: [...byFile(renamed)].map(([file, occurrences]) => ({
            // The version keeps an edit from being applied to a text it was not made for.
            textDocument: { uri: file, version: workspace.file(file)?.version ?? null },
            edits: occurrences.map((occurrence) => ({ range: rangeBetween(occurrence.file.source, occurrence), newText: written })),
        })),
    };
}

function whyFixed({ referent, compilation, place }: Subject): string | null {
    switch (referent.kind) {
        case 'term': {
            const [hit] = referent.hits;
            if (hit === undefined) return 'Nothing is known by this name.';
            if (declarationsOf(referent, compilation).length === 0)
                return `${hit.term.id} is a term of the vocabulary that comes with Crit and keeps its name. To call it otherwise, declare a term of your own.`;
            return isNameOf(nameValue(place.text), hit.term.id)
                ? null
                : `'${nameValue(place.text)}' is another name of ${hit.term.id}. Rename ${hit.term.id} where it is called so, or change the other name where the term is declared.`;
        }
        case 'grade':
        case 'component':
            return `The values and parts of ${referent.scale.title ?? referent.scale.id} cannot be renamed; change them where the scale is declared.`;
        case 'diagnostic':
            return 'The names of findings are fixed.';
        case 'criterion':
            if (declarationsOf(referent, compilation).length === 0) return `${referent.id} is declared nowhere.`;
            return referent.id.startsWith('protocol.') ? `${referent.id} follows from the header of the protocol and keeps its name.` : null;
        case 'definition':
        case 'parameter':
        case 'anchor':
        case 'cohort':
        case 'protocol':
            return declarationsOf(referent, compilation).length > 0 ? null : 'It is declared nowhere, so there is nothing to rename.';
    }
}

/** Other names of a term stay as they are: the term still goes by them. */
function isByItsOwnName({ text }: Occurrence, { referent }: Subject): boolean {
    return referent.kind !== 'term' || referent.hits.some(({ term }) => isNameOf(nameValue(text), term.id));
}

function isNameOf(written: string, id: string): boolean {
    const [key, own] = [nameKey(written), nameKey(id)];
    return key === own || key === `${own}s` || key === `${own}es` || key === `${own.replace(/y$/, '')}ies`;
}

function byFile(occurrences: readonly Occurrence[]): Map<string, Occurrence[]> {
    const files = new Map<string, Occurrence[]>();
    for (const occurrence of occurrences) {
        const { path } = occurrence.file.source;
        files.set(path, [...(files.get(path) ?? []), occurrence]);
    }
    return files;
}

/** Whether a file has no fault of syntax that it did not have before. */
function staysReadable(occurrences: readonly Occurrence[], written: string): boolean {
    const file = occurrences[0]?.file;
    if (file === undefined) return true;
    const from = [...occurrences].sort((a, b) => b.start - a.start);
    const text = from.reduce((changed, { start, end }) => changed.slice(0, start) + written + changed.slice(end), file.source.text);
    return parseFile(file.source.path, text).syntaxDiagnostics.length <= file.syntaxDiagnostics.length;
}
