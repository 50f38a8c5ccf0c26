// Generates registry and patient texts from a file, as `crit generate` does.
import type { GeneratedFile, GeneratorNote } from '@crit-lang/generate/target.js';
import { TARGETS, targetById } from '@crit-lang/generate/targets.js';
import { isGenerable } from '@crit-lang/language/compile.js';
import type { CriteriaDocument } from '@crit-lang/model/criteria/document.js';
import { checkedFile } from '../workspace/checked.js';
import { nameInFolder } from '../workspace/uris.js';
import type { Workspace } from '../workspace/workspace.js';

/** What the editor asks for. */
export interface GenerateRequest {
    uri: string;
    /** Name of a target, such as `registry`. */
    target: string;
    cohort?: string;
    html?: boolean;
}

/** The generated files with what their reader must know, or a sentence why there are none. */
export type GenerateAnswer = { files: GeneratedFile[]; notes: GeneratorNote[]; openFindings: number } | { problem: string };

/** Generates a text. What does not parse or type-check is refused; other findings are counted. */
export function generate(workspace: Workspace, request: GenerateRequest): GenerateAnswer {
    const target = targetById(request.target);
    if (target === null) return { problem: `Crit cannot generate '${request.target}'. It can generate: ${TARGETS.map(({ id }) => id).join(', ')}.` };
    const compilation = checkedFile(workspace, request.uri);
    if (compilation === undefined) return { problem: 'Open a .crit file first.' };
    const errors = compilation.diagnostics.filter(({ severity }) => severity === 'error');
    if (!isGenerable(compilation)) {
        const first = errors[0];
        const where = first === undefined ? '' : ` The first is in line ${first.range.start.line + 1}: ${first.message}`;
        return { problem: `Nothing was generated, because the file has ${errors.length === 1 ? 'an error' : `${errors.length} errors`}.${where}` };
    }
    const options = { ...(request.cohort === undefined ? {} : { cohort: request.cohort }), ...(request.html === undefined ? {} : { html: request.html }) };
    const { files, notes } = target.generate(withoutPlaces(compilation.document, workspace.folderOf(request.uri)), options);
    return { files, notes, openFindings: compilation.diagnostics.length };
}

/** The document as it is generated from: a text does not tell on which computer, in which folder it was made. */
export function withoutPlaces(document: CriteriaDocument, folder: string | null): CriteriaDocument {
    return { ...document, files: document.files.map((file) => ({ ...file, path: nameInFolder(file.path, folder) })) };
}
