// Where a thing is named, in all files of the workspace, those never opened included.
import type { Compilation } from '@crit-lang/language/compile.js';
import type { ParsedFile } from '@crit-lang/language/resolve/parsed-file.js';
import { nameValue } from '@crit-lang/language/syntax/written-values.js';
import { nameKey, singularKeys } from '@crit-lang/vocabulary/name-key.js';
import type { Position } from 'vscode-languageserver-types';
import type { Patience } from '../workspace/patience.js';
import { UNDISTURBED } from '../workspace/patience.js';
import type { Workspace } from '../workspace/workspace.js';
import { declarationsOf } from './declared-at.js';
import { namedPlaces } from './named-places.js';
import type { Place } from './place-at.js';
import { placeAt } from './place-at.js';
import type { Referent } from './referent.js';
import { referentOf } from './referent.js';
import { declaringReferent, isSame, namesOf } from './same-referent.js';

/** A name where it stands; offsets into the text of the file. */
export interface Occurrence {
    file: ParsedFile;
    start: number;
    end: number;
    /** As written. */
    text: string;
    isDeclaration: boolean;
}

/** What stands at a place of a file, as the file's own compilation has it. */
export interface Subject {
    compilation: Compilation;
    place: Place;
    referent: Referent;
}

/** What the name at a position refers to; undefined where no name stands, and for one that nobody knows. */
export function subjectAt(workspace: Workspace, uri: string, position: Position): Subject | undefined {
    const compilation = workspace.compilation(uri);
    const main = compilation?.files[0];
    if (compilation === undefined || main === undefined) return undefined;
    const place = placeAt(main, main.source.offsetAt(position));
    const referent = place === undefined ? undefined : referentOf(place, compilation);
    if (place === undefined || referent === undefined || (referent.kind === 'term' && referent.hits.length === 0)) return undefined;
    return { compilation, place, referent: declaringReferent(referent, compilation) };
}

/** Where it is named in one file of its compilation. */
export function occurrencesIn(file: ParsedFile, referent: Referent, compilation: Compilation): Occurrence[] {
    const declarations = new Set(declarationsOf(referent, compilation).flatMap((declared) => (declared.file === file ? [declared.name.start] : [])));
    const found = new Map<number, Occurrence>();
    const mayBe = spelled(referent);
    for (const place of namedPlaces(file)) {
        if (!mayBe(place.text)) continue;
        const named = referentOf(place, compilation);
        const declaring = named === undefined ? undefined : declaringReferent(named, compilation);
        if (named === undefined || declaring === undefined || !isSame(declaring, referent)) continue;
        // In 'SLE.index' only the cohort is named.
        const end = named.kind === 'criterion' && declaring.kind === 'cohort' ? place.start + declaring.id.length : place.end;
        found.set(place.start, { file, start: place.start, end, text: file.source.text.slice(place.start, end), isDeclaration: declarations.has(place.start) });
    }
    return [...found.values()];
}

/**
 * Where it is named in all files, those with declarations of it first asked. A name that a file declares is the same only in compilations with that file;
 * a shipped term is the same everywhere.
 * Between files others are let through; gives nothing when it is called off, or when an edit overtakes it.
 */
export async function occurrencesEverywhere(
    workspace: Workspace,
    { compilation, referent }: Subject,
    { isCancelled, pause }: Patience = UNDISTURBED,
): Promise<Occurrence[]> {
    const declaring = new Set(declarationsOf(referent, compilation).map(({ file }) => file.source.path));
    const mayName = nameFilter(referent);
    const found = new Map<string, Occurrence>();
    const gather = (within: Compilation): void => {
        if (declaring.size > 0 && !within.files.some(({ source }) => declaring.has(source.path))) return;
        const same = sameThingIn(within, referent, declaring);
        if (same === undefined) return;
        for (const file of within.files) {
            if (!mayName(file.source.text)) continue;
            for (const occurrence of occurrencesIn(file, same, within)) found.set(`${file.source.path} ${occurrence.start}`, occurrence);
        }
    };
    gather(compilation);
    const main = compilation.files[0]?.source.path ?? '';
    const revision = workspace.revision(main);
    for (const uri of workspace.uris()) {
        const text = workspace.file(uri)?.text ?? '';
        // An importing file may bring a name to another that writes it.
        if (uri === main || (!mayName(text) && !/^[ \t]*import\b/m.test(text))) continue;
        await pause();
        if (isCancelled() || workspace.revision(main) !== revision) return [];
        const within = workspace.compilation(uri);
        if (within !== undefined) gather(within);
        workspace.release(uri);
    }
    return [...found.values()].sort((a, b) => (a.file.source.path < b.file.source.path ? -1 : a.file.source.path > b.file.source.path ? 1 : a.start - b.start));
}

/** The same thing as another compilation knows it; undefined where its name means something else there. */
function sameThingIn(within: Compilation, referent: Referent, declaring: ReadonlySet<string>): Referent | undefined {
    const same: Referent = referent.kind === 'term' ? { ...referent, hits: referent.hits.flatMap(({ term }) => within.scope.terms.find(term.id)) } : referent;
    const declared = declarationsOf(same, within);
    const isShared = declaring.size === 0 ? declared.length === 0 : declared.some(({ file }) => declaring.has(file.source.path));
    return isShared ? same : undefined;
}

/** Whether what is written can be one of the names: cheaper than finding out what it refers to. */
function spelled(referent: Referent): (written: string) => boolean {
    const keys = new Set(namesOf(referent).map(nameKey));
    const index = referent.kind === 'cohort' ? `${referent.id}.index` : null;
    return (written) => {
        const key = nameKey(nameValue(written));
        return keys.has(key) || written === index || singularKeys(key).some((singular) => keys.has(singular));
    };
}

/** Whether a text may hold one of the names: cheap, so that few files are read as Crit. */
function nameFilter(referent: Referent): (text: string) => boolean {
    // A plural finds its singular: biopsies, biopsy.
    const stems = [...new Set(namesOf(referent).map((name) => nameKey(name).split(' ')[0]?.replace(/y$/, '') ?? ''))];
    return (text) => {
        const key = text.toLowerCase();
        const folded = /[^\x00-\x7f]/.test(text) ? nameKey(text) : key;
        return stems.some((stem) => folded.includes(stem));
    };
}
