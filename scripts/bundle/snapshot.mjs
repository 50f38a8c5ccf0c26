// Makes the start-up snapshot of the command line: Node's memory after the program was loaded and prepared, so that a cold start need not do that again.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { inRoot } from '../repository.mjs';
import { runNode } from '../run-command.mjs';

const { snapshotFor } = createRequire(import.meta.url)('../../packages/cli/bin/snapshot-name.cjs');

/** Replaces the snapshots of a bundle. Without one the command line starts more slowly and nothing else, so a failure is only told. */
export async function takeSnapshot(outfile) {
    const bundle = inRoot(outfile);
    const folder = path.dirname(bundle);
    for (const name of fs.readdirSync(folder)) if (name.includes('.snapshot')) fs.rmSync(path.join(folder, name));
    // Another process may be starting crit meanwhile, so the file gets its name when it is complete.
    const unfinished = `${snapshotFor(bundle)}.unfinished`;
    const { code, output } = await runNode(['--snapshot-blob', unfinished, '--build-snapshot', bundle], { env: { NODE_OPTIONS: '' } });
    if (code === 0) fs.renameSync(unfinished, snapshotFor(bundle));
    else console.warn(`No start-up snapshot for ${outfile}, so crit starts more slowly:\n${output}`);
}
