// Writes an output file: whole or not at all.
import fs from 'node:fs';
import path from 'node:path';
import { Unusable } from '../exit-codes.js';

let serial = 0;

/**
 * Writes a file: first beside its place under another name, then moved there, so that nobody ever sees half of it. An existing file is replaced and keeps its
 * permissions; what is no regular file, such as a terminal, is written to directly.
 * @param shown what messages call the file.
 * @param links what a symbolic link at that place means: `follow` writes the file that it leads to, `replace` puts the file in its place.
 * @throws Unusable with a sentence when the file cannot be written.
 */
export function writeWholeFile(place: string, shown: string, text: string, links: 'follow' | 'replace' = 'follow'): void {
    try {
        const stats = (links === 'follow' ? fs.statSync : fs.lstatSync)(place, { throwIfNoEntry: false });
        if (stats?.isDirectory() === true) throw new Unusable(`${shown} is a folder, so no file can be written there.`);
        if (stats === undefined || stats.isSymbolicLink()) replace(place, text, undefined);
        else if (stats.isFile()) replace(links === 'follow' ? fs.realpathSync(place) : place, text, stats.mode);
        else fs.writeFileSync(place, text);
    } catch (error) {
        if (error instanceof Unusable) throw error;
        throw new Unusable(`${shown} cannot be written: ${reason(error)}`);
    }
}

function replace(place: string, text: string, mode: number | undefined): void {
    const unfinished = path.join(path.dirname(place), `.${path.basename(place).slice(0, 100)}.${process.pid}.${serial++}.tmp`);
    try {
        fs.writeFileSync(unfinished, text, { flag: 'wx', ...(mode === undefined ? {} : { mode }) });
        fs.renameSync(unfinished, place);
    } catch (error) {
        fs.rmSync(unfinished, { force: true });
        throw error;
    }
}

function reason(error: unknown): string {
    const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
    switch (code) {
        case 'ENOENT':
            return 'the folder it should stand in does not exist.';
        case 'ENOTDIR':
            return 'a part of its path is a file, not a folder.';
        case 'EACCES':
        case 'EPERM':
        case 'EROFS':
            return 'you may not write there.';
        case 'ENOSPC':
            return 'there is no room left on the disk.';
        default:
            return `the system refuses it${code === '' ? '' : ` (${code})`}.`;
    }
}
