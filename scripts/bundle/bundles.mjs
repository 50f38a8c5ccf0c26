// The programs that ship as one file each, and how esbuild makes them from the compiled packages.
import fs from 'node:fs';
import path from 'node:path';
import esbuild from 'esbuild';
import { exists, inRoot } from '../repository.mjs';

/**
 * source:   the TypeScript file in which the program starts.
 * start:    what the bundle starts with: JavaScript beside the compiled form of that file.
 * outfile:  the bundle.
 * runsIn:   'node' unless said otherwise; 'page' is a script, 'web' a module for the editor in a browser.
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
    {
        name: 'preview page',
        source: 'packages/vscode/src/webview/preview.ts',
        start: "import './preview.js';",
        outfile: 'packages/vscode/dist/webview/preview.js',
        runsIn: 'page',
    },
    {
        name: 'language server in a browser',
        source: 'packages/server/src/browser/main.ts',
        start: "import './main.js';",
        outfile: 'packages/vscode/dist/web/server.js',
        runsIn: 'page',
    },
    {
        name: 'analysis in a browser',
        source: 'packages/server/src/browser/analysis.ts',
        start: "import './analysis.js';",
        outfile: 'packages/vscode/dist/web/analysis.js',
        runsIn: 'page',
    },
    {
        name: 'extension in a browser',
        source: 'packages/vscode/src/web/extension.ts',
        start: "export * from './extension.js';",
        outfile: 'packages/vscode/dist/web/extension.js',
        runsIn: 'web',
    },
];

const RUNS_IN = {
    node: { platform: 'node', format: 'cjs', target: 'node20.19', mainFields: ['module', 'main'] },
    page: { platform: 'browser', format: 'iife', target: 'es2022', mainFields: ['browser', 'module', 'main'] },
    web: { platform: 'browser', format: 'cjs', target: 'es2022', mainFields: ['browser', 'module', 'main'] },
};

/** The bundles whose program exists. */
export const presentBundles = () => bundles.filter(({ source }) => exists(source));

/** Bundles one program; with `write: false` nothing is written. Gives esbuild's list of what went into it. */
export async function bundle({ source, start, outfile, runsIn = 'node' }, { write = true } = {}) {
    const result = await esbuild.build({
        absWorkingDir: inRoot(),
        stdin: { contents: start, resolveDir: inRoot(path.dirname(source).replace('/src', '/out')) },
        outfile,
        write: false,
        bundle: true,
        ...RUNS_IN[runsIn],
        external: ['vscode'],
        minify: true,
        legalComments: 'none',
        charset: 'ascii',
        metafile: true,
        logLevel: 'warning',
        // A bundle stands alone and a snapshot keeps no place of its own, so nothing may be looked for beside the file.
        logOverride: { 'empty-import-meta': 'error' },
        plugins: [parsedJson],
    });
    if (write) {
        fs.mkdirSync(inRoot(path.dirname(outfile)), { recursive: true });
        for (const file of result.outputFiles) fs.writeFileSync(file.path, inAscii(file.text));
    }
    return result.metafile;
}

// esbuild escapes what is not ASCII but in patterns, and one such character makes V8 keep two bytes for each of the whole program.
const inAscii = (program) => program.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

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
