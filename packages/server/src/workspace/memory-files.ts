// Files kept in memory: for editors without a disk, and for tests.
import type { FileSystem } from './file-system.js';
import { canonicalUri, isInFolder, relativeTo } from './uris.js';

/** A file system over a map from URI to text; later changes of the map are seen. */
export function memoryFiles(texts: ReadonlyMap<string, string>): FileSystem {
    return {
        filesIn: (folder) => [...texts.keys()].map(canonicalUri).filter((uri) => isInFolder(uri, folder) && uri.endsWith('.crit')),
        read: (uri) => {
            const text = texts.get(uri);
            return text === undefined ? { problem: 'There is no such file or folder.', missing: true } : { text };
        },
        importTarget: (importing, importPath, folder) => {
            const uri = relativeTo(importing, importPath);
            if (uri === null || (folder !== null && !isInFolder(uri, folder))) {
                return { problem: `"${importPath}" lies outside the workspace folder, and files are imported only from within it.` };
            }
            return texts.has(uri) ? { uri } : { problem: `"${importPath}" cannot be read. There is no such file or folder.` };
        },
    };
}
