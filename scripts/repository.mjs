// Where the parts of the repository stand on disk.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The top folder of the checkout. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** An absolute path inside the checkout. */
export const inRoot = (...segments) => path.join(root, ...segments);

/** Whether a file or folder of the checkout exists. */
export const exists = (...segments) => fs.existsSync(inRoot(...segments));

/** A JSON file of the checkout, parsed. */
export const readJson = (...segments) => JSON.parse(fs.readFileSync(inRoot(...segments), 'utf8'));

/** The files below a folder that the predicate accepts, as sorted paths relative to the checkout with forward slashes. */
export function filesBelow(folder, accepts) {
    if (!exists(folder)) return [];
    return fs
        .readdirSync(inRoot(folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => path.relative(root, path.join(entry.parentPath ?? entry.path, entry.name)).replaceAll('\\', '/'))
        .filter((file) => accepts(file))
        .sort();
}
