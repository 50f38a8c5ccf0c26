// Where tests find the files of the repository, whatever folder they were started in.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The top folder of the checkout. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');

/** An absolute path inside the checkout. */
export const inRoot = (...segments: string[]): string => path.join(root, ...segments);

/** The text of a file below test/fixtures. */
export const fixture = (name: string): string => fs.readFileSync(inRoot('test/fixtures', name), 'utf8');
