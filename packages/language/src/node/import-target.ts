// Which file an import means; refuses every path that could lead out of the workspace folder.
import fs from 'node:fs';
import path from 'node:path';
import { isInside } from './inside.js';
import { problemOfSystem } from './text-file.js';

/** The file that `import "PATH"` in `importing` means, or a sentence why there is none. All paths but the import's are absolute. Never throws. */
export function importTarget(importing: string, importPath: string, workspaceFolder: string): { file: string } | { problem: string } {
    const problem = problemOfPath(importPath);
    if (problem !== null) return { problem };
    const file = path.resolve(path.dirname(importing), importPath);
    const outside = `"${importPath}" lies outside the workspace folder, and files are imported only from within it. Move the file there, or run crit in a folder that holds both.`;
    if (!isInside(file, workspaceFolder)) return { problem: outside };
    try {
        const real = fs.realpathSync(file);
        return isInside(real, fs.realpathSync(workspaceFolder)) ? { file } : { problem: outside };
    } catch (error) {
        return { problem: `"${importPath}" cannot be read. ${problemOfSystem(error)} The path starts from the folder of this file.` };
    }
}

function problemOfPath(importPath: string): string | null {
    if (importPath.trim() === '') return 'The path of the import is empty. Name the file, as in import "shared/terms.crit".';
    if (importPath.includes('\\'))
        return `"${importPath}" is written with backslashes. Write the path with forward slashes, so that it is the same on every computer.`;
    if (importPath.startsWith('/') || importPath.startsWith('~') || /^[A-Za-z][A-Za-z0-9+.-]*:/.test(importPath)) {
        return `"${importPath}" is not a relative path. Write the path from the folder of this file, as in import "shared/terms.crit".`;
    }
    if (!importPath.endsWith('.crit')) return `"${importPath}" is no file of Crit: the name of an imported file ends in .crit.`;
    return null;
}
