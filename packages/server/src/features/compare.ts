// What changed in meaning from another version of a file to the file as it is, as `crit diff` says it, with the places of the criteria in both.
import type { Compilation } from '@crit-lang/language/compile.js';
import { isGenerable } from '@crit-lang/language/compile.js';
import { MAX_FILE_BYTES } from '@crit-lang/language/syntax/parse.js';
import type { PlainDiff } from '@crit-lang/findings/comparison/plain-diff.js';
import type { Range } from 'vscode-languageserver-types';
import type { AnalysedFiles } from '../analysis/analysed-files.js';
import type { SentVersion } from '../analysis/messages.js';
import type { Workspace } from '../workspace/workspace.js';
import { withoutPlaces } from './generate.js';
import { editorRange } from './ranges.js';

export interface CompareRequest {
    uri: string;
    /** The earlier version, and what to call it. */
    otherText: string;
    otherName?: string;
}

/** A changed criterion with its title, and where it stands in each version; null where it is not, or stands in an imported file. */
type PlacedChange = PlainDiff['criteria'][number] & { title: string | null; oldRange: Range | null; newRange: Range | null };

/** What changed as data, and as a page to read. */
export type CompareAnswer = (Omit<PlainDiff, 'criteria'> & { criteria: readonly PlacedChange[]; markdown: string }) | { problem: string };

/** Compares; a version with errors is refused, as what was not understood has no meaning. */
export async function compareWith(workspace: Workspace, { uri, otherText, otherName }: CompareRequest, analysed: AnalysedFiles): Promise<CompareAnswer> {
    const current = workspace.file(uri)?.problem === null ? workspace.compilation(uri) : undefined;
    if (current === undefined) return { problem: 'Open a .crit file first.' };
    if (otherText.length > MAX_FILE_BYTES) return { problem: 'The other version is too large to be read.' };
    const old = workspace.compilationOf(uri, otherText);
    const broken = !isGenerable(old) ? 'The other version has errors' : !isGenerable(current) ? 'The file has errors' : null;
    if (broken !== null) return { problem: `${broken}; nothing was compared.` };
    const folder = workspace.folderOf(uri);
    const compared = await analysed.compare(sent(old, folder, otherName), sent(current, folder));
    if ('problem' in compared) return compared;
    const { diff, markdown } = compared;
    const criteria = diff.criteria.map((change) => {
        const [before, now] = [placeOf(change.old, old), placeOf(change.new, current)];
        return { ...change, title: now.title ?? before.title, oldRange: before.range, newRange: now.range };
    });
    return { ...diff, criteria, markdown };
}

function sent({ document, files }: Compilation, folder: string | null, name?: string): SentVersion {
    const plain = withoutPlaces(document, folder);
    const called = plain.files.map((file, index) => (index === 0 && name !== undefined ? { ...file, path: name } : file));
    return { document: JSON.stringify({ ...plain, files: called }), sources: files.map(({ source }) => source.text) };
}

function placeOf(id: string | null, { document }: Compilation): { title: string | null; range: Range | null } {
    const criterion = document.criteria.find((each) => each.id === id);
    const range = criterion?.range;
    return { title: criterion?.title ?? null, range: range?.file === 0 ? editorRange(range) : null };
}
