// The files of one run: read and parsed once each, and imports between them that never leave the workspace folder.
import fs from 'node:fs';
import path from 'node:path';
import type { ImportLoader } from '../resolve/imports.js';
import type { ParsedFile } from '../resolve/parsed-file.js';
import { parseFile } from '../resolve/parsed-file.js';
import { importTarget } from './import-target.js';
import { isInside } from './inside.js';
import { readTextFile } from './text-file.js';

/** `place` is the absolute path. */
export type OpenedFile = { file: ParsedFile; byteOrderMark: boolean; place: string } | { problem: string };

/** Reads files relative to a current folder; what it read is kept. */
export class Workspace {
    private readonly opened = new Map<string, OpenedFile>();

    /** @param folder the current folder, absolute. */
    constructor(private readonly folder: string) {}

    /** What reports call a file: relative to the current folder when it lies in it, else as given; with forward slashes. */
    nameOf(given: string): string {
        const absolute = path.resolve(this.folder, given);
        const name = isInside(absolute, this.folder) ? path.relative(this.folder, absolute) : path.normalize(given);
        return (name === '' ? '.' : name).replaceAll(path.sep, '/');
    }

    /** Reads and parses a file, once however often and over whatever links it is asked for. Never throws. */
    open(given: string): OpenedFile {
        const place = path.resolve(this.folder, given);
        const key = realPath(place);
        const known = this.opened.get(key);
        if (known !== undefined) return known;
        const read = readTextFile(place);
        const opened = 'problem' in read ? read : { file: parseFile(this.nameOf(given), read.text), byteOrderMark: read.byteOrderMark, place };
        this.opened.set(key, opened);
        return opened;
    }

    /**
     * How the imports of a file are found. They stay in the workspace folder: the folder given on the command line in which the file was found; for a file
     * that was named itself the current folder, or its own folder when it lies outside that.
     */
    importsOf(given: string, folderGiven: string | null): ImportLoader {
        const place = path.resolve(this.folder, given);
        const current = isInside(place, this.folder) ? this.folder : path.dirname(place);
        const top = folderGiven === null ? current : path.resolve(this.folder, folderGiven);
        return (from, importPath) => {
            const target = importTarget(path.resolve(this.folder, from), importPath, top);
            if ('problem' in target) return target;
            const opened = this.open(path.join(path.dirname(from), importPath));
            return 'problem' in opened ? { problem: `"${importPath}" cannot be read. ${opened.problem}` } : opened;
        };
    }
}

/** The path with all links followed; as it is where nothing stands. */
export function realPath(place: string): string {
    try {
        return fs.realpathSync.native(place);
    } catch {
        return place;
    }
}
