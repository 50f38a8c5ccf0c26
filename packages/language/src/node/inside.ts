// Whether a path lies in a folder.
import path from 'node:path';

/** Whether an absolute path is the folder itself or something in it. Links are not followed: give real paths where they matter. */
export function isInside(file: string, folder: string): boolean {
    const way = path.relative(folder, file);
    return way === '' || (way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way));
}
