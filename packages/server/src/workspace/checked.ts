// The compilation of a file with the findings that need a generated text, made when they are shown: hovers and completions do not wait for them.
// Where a file is analysed, the analysis makes these findings instead, off the message loop (`AnalysedFiles`).
import { DOCUMENT_CHECKS } from '@crit-lang/generate/document-checks.js';
import { checkFurther } from '@crit-lang/language/check-further.js';
import type { Compilation } from '@crit-lang/language/compile.js';
import type { Workspace } from './workspace.js';

// An edit makes a new compilation, so nothing here can be out of date.
const known = new WeakMap<Compilation, Compilation>();

/** The compilation of a file with all that `crit check` finds in it; undefined when the workspace does not know the file. */
export function checkedFile(workspace: Workspace, uri: string): Compilation | undefined {
    const compilation = workspace.compilation(uri);
    if (compilation === undefined) return undefined;
    const checked = known.get(compilation) ?? checkFurther(compilation, DOCUMENT_CHECKS);
    known.set(compilation, checked);
    return checked;
}
