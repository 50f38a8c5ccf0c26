// Puts generated files where --out says, and nowhere else.
import fs from 'node:fs';
import path from 'node:path';
import type { GeneratedFile } from '@crit-lang/generate/target.js';
import { Unusable } from '../exit-codes.js';
import { writeWholeFile } from './write-file.js';

/**
 * Writes generated files. `out` that is a folder, or ends in a slash, is the folder for them (made when it is not there); else it is the name of the one file.
 * @returns the paths written, as the user would write them.
 * @throws Unusable with a sentence when something cannot be written, or several files have one name to go by.
 */
export function writeGenerated(files: readonly GeneratedFile[], out: string, currentFolder: string): string[] {
    const place = path.resolve(currentFolder, out);
    if (!namesFolder(out, place)) {
        const [only, ...others] = files;
        if (only === undefined || others.length > 0) throw new Unusable(`This gives ${files.length} files, so --out must name a folder.`);
        writeWholeFile(place, out, only.text);
        return [out];
    }
    makeFolder(place, out);
    return files.map((file) => {
        if (!isPlainName(file.path)) throw new Error(`A generator asked for the file name ${JSON.stringify(file.path)}.`);
        const shown = path.join(out, file.path);
        writeWholeFile(path.join(place, file.path), shown, file.text, 'replace');
        return shown;
    });
}

function namesFolder(out: string, place: string): boolean {
    if (/[/\\]$/.test(out) || out === '') return true;
    try {
        return fs.statSync(place).isDirectory();
    } catch {
        return false;
    }
}

function makeFolder(place: string, out: string): void {
    try {
        fs.mkdirSync(place, { recursive: true });
    } catch {
        throw new Unusable(`The folder ${out} cannot be made.`);
    }
}

/** A name without folders: whatever a generator does, nothing is written outside. */
function isPlainName(name: string): boolean {
    return /^[A-Za-z0-9_][A-Za-z0-9_.-]*$/.test(name);
}
