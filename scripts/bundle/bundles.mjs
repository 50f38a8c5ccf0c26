// The programs that ship as one file each, and how esbuild makes them from the compiled packages.
import fs from 'node:fs';
import path from 'node:path';
import esbuild from 'esbuild';
import { exists, inRoot } from '../repository.mjs';

/**
 * source:   the TypeScript file in which the program starts.
 * start:    what the bundle starts with: JavaScript beside the compiled form of that file.
 * outfile:  the bundle.
 */
export const bundles = [
    {
        name: 'command line',
        source: 'packages/cli/src/main.ts',
        // Run by Node to make a snapshot, the program prepares what every command needs and leaves the rest to the start from the snapshot.
        start: `import { startupSnapshot } from 'node:v8';
            import { main, prepare } from './main.js';
            if (startupSnapshot?.isBuildingSnapshot()) {
                prepare();
                startupSnapshot.setDeserializeMainFunction(() => void main());
            } else {
                void main();
            }`,
        outfile: 'packages/cli/dist/crit.cjs',
    },
    { name: 'language server', source: 'packages/server/src/node/main.ts', start: "import './main.js';", outfile: 'packages/vscode/dist/server.cjs' },
    // Beside the server, which starts it as a thread.
    {
        name: 'analysis of the language server',
        source: 'packages/server/src/node/analysis-thread.ts',
        start: "export * from './analysis-thread.js';",
        outfile: 'packages/vscode/dist/analysis-worker.cjs',
    },
    { name: 'extension', source: 'packages/vscode/src/extension.ts', start: "export * from './extension.js';", outfile: 'packages/vscode/dist/extension.cjs' },
];

/** The bundles whose program exists. */
export const presentBundles = () => bundles.filter(({ source }) => exists(source));

/** Bundles one program; with `write: false` nothing is written. Gives esbuild's list of what went into it. */
export async function bundle({ source, start, outfile }, { write = true } = {}) {
    const result = await esbuild.build({
        absWorkingDir: inRoot(),
        stdin: { contents: start, resolveDir: inRoot(path.dirname(source).replace('/src', '/out')) },
        outfile,
        write,
        bundle: true,
        platform: 'node',
        format: 'cjs',
        target: 'node20.19',
        mainFields: ['module', 'main'],
        external: ['vscode'],
        minifyWhitespace: true,
        minifySyntax: true,
        legalComments: 'none',
        charset: 'ascii',
        metafile: true,
        logLevel: 'warning',
        // A bundle stands alone and a snapshot keeps no place of its own, so nothing may be looked for beside the file.
        logOverride: { 'empty-import-meta': 'error' },
        plugins: [parsedJson],
    });
    return result.metafile;
}

// V8 reads a large constant faster as JSON text than as an object literal, which counts in a cold start.
const parsedJson = {
    name: 'parsed-json',
    setup(build) {
        build.onLoad({ filter: /\.json$/ }, async ({ path }) => {
            const text = JSON.stringify(JSON.parse(await fs.promises.readFile(path, 'utf8')));
            return { contents: `module.exports = JSON.parse(${JSON.stringify(text)});`, loader: 'js' };
        });
    },
};
