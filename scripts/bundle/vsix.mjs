// Packs the VS Code extension into a .vsix: a folder with nothing in it but what ships, then vsce.
import fs from 'node:fs';
import path from 'node:path';
import { exists, filesBelow, inRoot, readJson } from '../repository.mjs';
import { runNode } from '../run-command.mjs';

const extension = 'packages/vscode';
const stage = `${extension}/dist/extension`;

/** The unpacked extension, as it is installed: tests load it from here. */
export const stagedExtension = stage;

/** Where the packed extension stands. */
export const vsixFile = `${extension}/dist/crit.vsix`;

// Files of the repository that ship with the extension, and their names there.
const shipped = [
    ...['extension.cjs', 'server.cjs', 'analysis-worker.cjs', 'webview/preview.js', 'web/extension.js', 'web/server.js', 'web/analysis.js'].map((name) => [
        `${extension}/dist/${name}`,
        `dist/${name}`,
    ]),
    [`${extension}/src/webview/preview.css`, 'dist/webview/preview.css'],
    ...filesBelow(`${extension}/walkthrough`, () => true).map((file) => [file, file.slice(extension.length + 1)]),
    ...filesBelow('syntaxes', (file) => file.endsWith('.json')).map((file) => [file, file]),
    ...['language-configuration.json', 'icon.png', 'file-icon.svg', 'view-icon.svg', 'snippets.json', 'README.md'].map((name) => [
        `${extension}/${name}`,
        name,
    ]),
    ['LICENSE', 'LICENSE'],
    ['THIRD-PARTY-NOTICES', 'THIRD-PARTY-NOTICES'],
];

/** Packs the extension. Throws an error that holds what vsce printed. */
export async function packExtension() {
    fs.rmSync(inRoot(stage), { recursive: true, force: true });
    for (const [from, to] of shipped.filter(([from]) => exists(from))) {
        fs.mkdirSync(path.dirname(inRoot(stage, to)), { recursive: true });
        fs.copyFileSync(inRoot(from), inRoot(stage, to));
    }
    // All code is in the bundles, so what is installed has no dependencies and no scripts. The bundles are CommonJS;
    // in a browser VS Code takes the type of the package at its word, and loads no ES modules.
    const { dependencies, devDependencies, scripts, private: _private, type: _type, ...manifest } = readJson(extension, 'package.json');
    fs.writeFileSync(inRoot(stage, 'package.json'), JSON.stringify(manifest, null, 4) + '\n');
    const vsce = inRoot('node_modules/@vscode/vsce/vsce');
    const args = ['package', '--no-dependencies', '--skip-license', '--allow-missing-repository', '--out', inRoot(vsixFile)];
    const { code, output } = await runNode([vsce, ...args], { cwd: inRoot(stage) });
    if (code !== 0) throw new Error(`vsce refused the extension:\n${output}`);
}
