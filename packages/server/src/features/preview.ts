// What an editor shows beside a file while it is written: the registry text, the patient text, the logic, the JSON; with the place of each criterion in both.
import type { GeneratorNote } from '@crit-lang/generate/target.js';
import { generatePatientText } from '@crit-lang/generate/patient/patient-text.js';
import { registryText } from '@crit-lang/generate/registry/registry.js';
import { rulesText } from '@crit-lang/generate/rules/rules.js';
import type { Compilation } from '@crit-lang/language/compile.js';
import { isGenerable } from '@crit-lang/language/compile.js';
import type { CriteriaDocument } from '@crit-lang/model/criteria/document.js';
import type { Range } from 'vscode-languageserver-types';
import type { AnalysedFiles } from '../analysis/analysed-files.js';
import type { Workspace } from '../workspace/workspace.js';
import { withoutPlaces } from './generate.js';
import type { LogicCriterion } from './preview/logic.js';
import { logicOf } from './preview/logic.js';
import { editorRange } from './ranges.js';

export const PREVIEW_KINDS = ['registry', 'patient', 'logic', 'json'] as const;
export type PreviewKind = (typeof PREVIEW_KINDS)[number];

export interface PreviewRequest {
    uri: string;
    kind: PreviewKind;
}

/** A criterion in the file and in the preview. */
export interface PreviewPiece {
    criterion: string;
    uri: string;
    range: Range;
    /** Lines of the text, counted from 0, the last one not included; null in HTML, where `data-criterion` names the criteria of an element. */
    lines: { from: number; to: number } | null;
}

interface Shown {
    kind: PreviewKind;
    pieces: PreviewPiece[];
    notes: GeneratorNote[];
}

export type Preview =
    | (Shown & { format: 'text' | 'json' | 'html'; text: string })
    /** Trees to draw, one a criterion. */
    | (Shown & { format: 'logic'; criteria: LogicCriterion[] });

/** A preview of a file, or a sentence why there is none. The logic is shown of files with errors too, the others are not. */
export function previewOf(workspace: Workspace, { uri, kind }: PreviewRequest, analysed: AnalysedFiles): Preview | { problem: string } {
    if (!PREVIEW_KINDS.includes(kind)) return { problem: `There is no preview '${String(kind)}'. There is: ${PREVIEW_KINDS.join(', ')}.` };
    const compilation = workspace.file(uri)?.problem === null ? analysed.compilation(uri) : undefined;
    if (compilation === undefined) return { problem: 'Open a .crit file first.' };
    if (kind === 'logic') return { kind, format: 'logic', criteria: logicOf(compilation), pieces: pieces(compilation, null), notes: [] };
    if (!isGenerable(compilation)) return { problem: 'The file has errors; the preview comes back when they are mended.' };
    const document = withoutPlaces(compilation.document, workspace.folderOf(uri));
    switch (kind) {
        case 'registry': {
            const { text, notes, places } = registryText(document);
            return {
                kind,
                format: 'text',
                text,
                notes,
                pieces: pieces(compilation, new Map(places.map(({ criterion, from, to }) => [criterion, { from, to }]))),
            };
        }
        case 'patient': {
            const { files, notes } = generatePatientText(document, { html: true });
            return { kind, format: 'html', text: files[0]?.text ?? '', notes, pieces: pieces(compilation, null) };
        }
        case 'json': {
            const text = rulesText(document);
            return { kind, format: 'json', text, notes: [], pieces: pieces(compilation, jsonLines(text, document)) };
        }
    }
}

/** @param lines where each criterion stands in the preview; one that is not there has no piece. Null: the preview has no lines. */
function pieces({ document, files }: Compilation, lines: ReadonlyMap<string, { from: number; to: number }> | null): PreviewPiece[] {
    return document.criteria.flatMap(({ id, origin, range }) => {
        const at = lines === null ? null : lines.get(id);
        const uri = files[range?.file ?? 0]?.source.path;
        if (origin !== 'written' || range === undefined || at === undefined || uri === undefined) return [];
        return [{ criterion: id, uri, range: editorRange(range), lines: at }];
    });
}

/** The criteria stand in the JSON in their order, each with its id two levels deep. */
function jsonLines(text: string, { criteria }: CriteriaDocument): Map<string, { from: number; to: number }> {
    const places = new Map<string, { from: number; to: number }>();
    const lines = text.split('\n');
    const waiting = criteria.values();
    let [wanted, from] = [waiting.next().value, 0];
    let isFound = false;
    for (let line = lines.indexOf('  "criteria": ['); line >= 0 && line < lines.length && wanted !== undefined; line++) {
        if (lines[line] === '    {') from = line;
        else if (lines[line] === `      "id": ${JSON.stringify(wanted.id)},`) isFound = true;
        else if (isFound && /^ {4}\},?$/.test(lines[line] ?? '')) {
            places.set(wanted.id, { from, to: line + 1 });
            [wanted, isFound] = [waiting.next().value, false];
        }
    }
    return places;
}
