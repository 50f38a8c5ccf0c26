// Shows that the model, the vocabulary, the language and the generators can run in a browser: they bundle for one, and nothing of Node is asked for.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import esbuild from 'esbuild';
import { root } from '../support/repository.js';

describe('the core in a browser', function () {
    for (const name of ['model', 'vocabulary', 'language', 'generate', 'analysis', 'evaluate', 'findings', 'server']) {
        it(`${name} bundles without anything of Node`, async function () {
            const out = path.join(root, 'packages', name, 'out');
            const modules = fs.readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js') && !file.startsWith('node'));
            const contents = modules.map((file) => `import ${JSON.stringify('./' + file.replaceAll('\\', '/'))};`).join('\n');
            const { errors } = await esbuild
                .build({
                    stdin: { contents, resolveDir: out },
                    bundle: true,
                    platform: 'browser',
                    format: 'esm',
                    write: false,
                    logLevel: 'silent',
                })
                .catch((failure: esbuild.BuildFailure) => failure);
            assert.deepEqual(
                errors.map(({ text, location }) => `${location?.file ?? ''}: ${text}`),
                [],
            );
        });
    }
});
