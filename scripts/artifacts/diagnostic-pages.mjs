// Puts the pages of the diagnostics (docs/diagnostics) into one JSON file, which the command line carries along for `crit explain`.
import fs from 'node:fs';
import path from 'node:path';
import { filesBelow, inRoot } from '../repository.mjs';

const pages = 'docs/diagnostics';
const target = 'packages/cli/src/generated/diagnostic-pages.json';

export const diagnosticPagesArtifact = {
    name: 'diagnostic-pages',
    paths: [target],
    needsBuild: false,
    async write(out) {
        const files = filesBelow(pages, (file) => /^docs\/diagnostics\/[a-z0-9-]+\.md$/.test(file));
        const entries = files.map((file) => [path.posix.basename(file, '.md'), fs.readFileSync(inRoot(file), 'utf8').replaceAll('\r\n', '\n')]);
        fs.mkdirSync(path.dirname(path.join(out, target)), { recursive: true });
        fs.writeFileSync(path.join(out, target), `${JSON.stringify(Object.fromEntries(entries), null, 4)}\n`);
    },
};
