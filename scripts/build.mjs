// Builds everything: compiles the packages and tests, bundles the programs, takes the command line's start-up snapshot, packs the extension.
import fs from 'node:fs';
import { pathToFileURL } from 'node:url';
import { requireNodeVersion } from './node-version.mjs';

/** Compiles all packages and the tests. Throws an error that holds what the compiler printed. */
export async function compilePackages() {
    const { inRoot } = await import('./repository.mjs');
    const { runNode } = await import('./run-command.mjs');
    const { code, output } = await runNode([inRoot('node_modules/typescript/bin/tsc'), '--build']);
    if (code !== 0) throw new Error(`The TypeScript compiler found errors:\n${output}`);
}

/** Builds everything that ships. Throws an error with a sentence for the user. */
export async function build() {
    await compilePackages();
    const { bundle, bundles, presentBundles } = await import('./bundle/bundles.mjs');
    const { takeSnapshot } = await import('./bundle/snapshot.mjs');
    const { packExtension } = await import('./bundle/vsix.mjs');
    const { inRoot } = await import('./repository.mjs');
    const present = presentBundles();
    for (const each of present) await bundle(each);
    for (const folder of new Set(present.map(({ outfile }) => inRoot(outfile, '..')))) {
        fs.copyFileSync(inRoot('THIRD-PARTY-NOTICES'), `${folder}/THIRD-PARTY-NOTICES`);
    }
    const [commandLine, ...extension] = bundles;
    if (present.includes(commandLine)) await takeSnapshot(commandLine.outfile);
    if (extension.every((each) => present.includes(each))) await packExtension();
    for (const { name, source } of bundles.filter((each) => !present.includes(each))) console.log(`No ${name} to bundle: ${source} is not there.`);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
    requireNodeVersion();
    const { install } = await import('./install.mjs');
    try {
        await install();
        await build();
    } catch (error) {
        console.error(error.message);
        process.exitCode = 1;
    }
}
