// The list of benchmarks. A new one is a file beside this and an entry here.
import { analysis } from './analysis.mjs';
import { coldStart } from './cold-start.mjs';
import { editInFolder } from './edit-in-folder.mjs';
import { editor } from './editor.mjs';
import { growth } from './growth.mjs';
import { solver } from './solver.mjs';

/**
 * name:   what `npm run bench NAME` calls it.
 * goal:   one sentence: what is measured, and how good it should be.
 * run():  measures; gives the lines to print.
 */
export const benchmarks = [coldStart, growth, editInFolder, editor, solver, analysis];
