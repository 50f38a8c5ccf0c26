// Opens the one file that a command works on.
import type { Compilation } from '@crit-lang/language/compile.js';
import { compile } from '@crit-lang/language/compile.js';
import type { Workspace } from '@crit-lang/language/node/workspace.js';
import { Unusable } from '../exit-codes.js';

/**
 * Compiles a file that the user named.
 * @throws Unusable when it cannot be read.
 */
export function compileFile(workspace: Workspace, given: string): Compilation {
    const opened = workspace.open(given);
    if ('problem' in opened) throw new Unusable(`${workspace.nameOf(given)}: ${opened.problem}`);
    return compile(opened.file, workspace.importsOf(given, null));
}
