// Finds the reference data that stands outside the repository; a test that needs it is skipped, with the reason, where it is not.
import fs from 'node:fs';
import path from 'node:path';
import type { Context } from 'mocha';
import { root } from './repository.js';
import { skip } from './skip.js';

/** The folder named by CRIT_SHARED_DIR, else `shared` beside the checkout. */
const sharedFolder = process.env['CRIT_SHARED_DIR'] ?? path.join(root, '../shared');

/** The path of a file or folder of the reference data, such as 'reference/mesh2022-subset.json.gz'. */
export function requireShared(context: Context, name: string): string {
    const file = path.join(sharedFolder, name);
    if (!fs.existsSync(file)) skip(context, `needs ${name}, which is neither in ../shared nor in the folder that CRIT_SHARED_DIR names`);
    return file;
}
