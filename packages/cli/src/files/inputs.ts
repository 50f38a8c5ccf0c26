// From the PATHs of a command to the files it works on.
import fs from 'node:fs';
import path from 'node:path';
import { critFilesIn } from '@crit-lang/language/node/crit-files.js';
import { realPath } from '@crit-lang/language/node/workspace.js';

/** A file to work on, with the folder of the command line that it was found in; null when it was named itself. */
export interface Input {
    given: string;
    folder: string | null;
}

export interface Inputs {
    inputs: Input[];
    /** Folders that cannot be listed or hold nothing, each with a sentence. */
    problems: { given: string; problem: string }[];
}

/** The files that the paths name: a file stands for itself, a folder for its .crit files, sorted. A file that is named twice, or reached over a link as well, is worked on once. */
export function inputsOf(paths: readonly string[], currentFolder: string): Inputs {
    const result: Inputs = { inputs: [], problems: [] };
    const seen = new Set<string>();
    const add = (input: Input): void => {
        const place = realPath(path.resolve(currentFolder, input.given));
        if (!seen.has(place)) result.inputs.push(input);
        seen.add(place);
    };
    for (const given of paths) {
        const place = path.resolve(currentFolder, given);
        if (!isFolder(place)) {
            add({ given, folder: null });
            continue;
        }
        const found = critFilesIn(place);
        const asGiven = (file: string): string => path.join(given, path.relative(place, file));
        for (const file of found.files) add({ given: asGiven(file), folder: given });
        for (const { path: file, problem } of found.problems) result.problems.push({ given: asGiven(file), problem });
        if (found.files.length === 0 && found.problems.length === 0) result.problems.push({ given, problem: 'The folder holds no .crit file.' });
    }
    return result;
}

function isFolder(place: string): boolean {
    try {
        return fs.statSync(place).isDirectory();
    } catch {
        return false;
    }
}
