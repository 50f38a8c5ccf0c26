// Finds the .crit files of a folder: with those of its sub-folders, sorted, never the same one twice and never outside.
import fs from 'node:fs';
import path from 'node:path';
import { compareText } from '@crit-lang/vocabulary/name-key.js';
import { isInside } from './inside.js';
import { problemOfSystem } from './text-file.js';

export interface FoundFiles {
    /** Paths that start with the folder as it was given, sorted by code point. */
    files: string[];
    /** Sub-folders that could not be listed, each with a sentence. */
    problems: { path: string; problem: string }[];
}

/**
 * The files whose name ends in `.crit` in a folder and its sub-folders. Left out: folders named `node_modules`, everything whose name starts with a dot,
 * linked folders (so that no circle arises), and linked files that stand outside the folder. Never throws.
 */
export function critFilesIn(folder: string): FoundFiles {
    const found: FoundFiles = { files: [], problems: [] };
    const waiting = [folder];
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
        for (const entry of entriesOf(at, found)) {
            if (entry.name.startsWith('.')) continue;
            const place = path.join(at, entry.name);
            if (entry.isDirectory() && entry.name !== 'node_modules') waiting.push(place);
            else if (entry.name.endsWith('.crit') && (entry.isFile() || (entry.isSymbolicLink() && isFileInside(place, folder)))) found.files.push(place);
        }
    }
    const byCodePoint = (a: string, b: string): number => compareText(a.replaceAll(path.sep, '/'), b.replaceAll(path.sep, '/'));
    found.files.sort(byCodePoint);
    found.problems.sort((a, b) => byCodePoint(a.path, b.path));
    return found;
}

function entriesOf(folder: string, found: FoundFiles): fs.Dirent[] {
    try {
        return fs.readdirSync(folder, { withFileTypes: true });
    } catch (error) {
        found.problems.push({ path: folder, problem: problemOfSystem(error) });
        return [];
    }
}

function isFileInside(link: string, folder: string): boolean {
    try {
        return fs.statSync(link).isFile() && isInside(fs.realpathSync(link), fs.realpathSync(folder));
    } catch {
        return false;
    }
}
