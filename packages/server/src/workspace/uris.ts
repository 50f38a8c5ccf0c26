// URIs of files: one spelling for each, and which folder a file lies in.
import { URI, Utils } from 'vscode-uri';

/** The one spelling under which the workspace knows a file; clients escape differently. A text that is no URI stands for itself. */
export function canonicalUri(uri: string): string {
    try {
        return URI.parse(uri).toString();
    } catch {
        return uri;
    }
}

/** Whether a file lies in a folder or below it. */
export function isInFolder(uri: string, folder: string): boolean {
    return uri.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}

/** Whether a file stands where nobody writes protocols: in installed packages, or in a hidden folder. */
export function isLeftOut(uri: string, folder: string): boolean {
    return uri
        .slice(folder.length + 1)
        .split('/')
        .some((part) => part === 'node_modules' || part.startsWith('.'));
}

/** The file that a relative path names, seen from another file, whether it exists or not; null when the path cannot be joined. */
export function relativeTo(uri: string, path: string): string | null {
    try {
        return Utils.resolvePath(Utils.dirname(URI.parse(uri)), path).toString();
    } catch {
        return null;
    }
}

/** A file as a report calls it: its path from the folder, or its name when there is no folder. */
export function nameInFolder(uri: string, folder: string | null): string {
    const parsed = URI.parse(uri);
    if (folder === null || !isInFolder(uri, folder)) return Utils.basename(parsed);
    return parsed.path.slice(URI.parse(folder).path.replace(/\/$/, '').length + 1);
}
