// Removes what the build wrote: compiled packages and tests, bundles, generated outputs of the example.
import fs from 'node:fs';
import { inRoot } from './repository.mjs';

const packages = fs.readdirSync(inRoot('packages'));
const written = ['test/out', 'generated', ...packages.flatMap((name) => [`packages/${name}/out`, `packages/${name}/dist`])];
for (const place of written) fs.rmSync(inRoot(place), { recursive: true, force: true });
