// The disk as the workspace sees it: files named by URI, imports that never leave the workspace folder.
import { critFilesIn } from '@crit-lang/language/node/crit-files.js';
import { importTarget } from '@crit-lang/language/node/import-target.js';
import { readTextFile } from '@crit-lang/language/node/text-file.js';
import fs from 'node:fs';
import path from 'node:path';
import { URI } from 'vscode-uri';
import type { FileSystem } from '../workspace/file-system.js';

/** The files of this computer. URIs of other schemes name no file. */
export const diskFiles: FileSystem = {
    filesIn(folder) {
        const place = placeOf(folder);
        return place === null ? [] : critFilesIn(place).files.map((file) => URI.file(file).toString());
    },
    read(uri) {
        const place = placeOf(uri);
        if (place === null) return { problem: 'It is not on a disk of this computer.', missing: true };
        const read = readTextFile(place);
        return 'problem' in read ? { problem: read.problem, missing: !fs.existsSync(place) } : { text: read.text };
    },
    importTarget(importing, importPath, folder) {
        const [place, top] = [placeOf(importing), folder === null ? null : placeOf(folder)];
        if (place === null) return { problem: `"${importPath}" cannot be read: save this file first, so that it has a place.` };
        const target = importTarget(place, importPath, top ?? path.dirname(place));
        return 'problem' in target ? target : { uri: URI.file(target.file).toString() };
    },
};

function placeOf(uri: string): string | null {
    try {
        const parsed = URI.parse(uri, true);
        return parsed.scheme === 'file' && parsed.authority === '' ? parsed.fsPath : null;
    } catch {
        return null;
    }
}
