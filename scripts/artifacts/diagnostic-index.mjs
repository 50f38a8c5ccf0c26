// Writes the index of the pages of the diagnostics from the catalogue: docs/diagnostics/README.md.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { inRoot } from '../repository.mjs';

const target = 'docs/diagnostics/README.md';

const GROUPS = [
    [
        'error',
        'Errors',
        'What stands there cannot be understood, or would mean something else than it seems to, and nothing is generated until it is mended; or the criteria cannot do what they are for. It cannot be acknowledged.',
    ],
    ['warning', 'Warnings', 'It can be understood, and something is probably wrong, missing or open. Texts are still generated, and name what is open.'],
    ['information', 'Information', 'Worth knowing; often meant so.'],
    ['hint', 'Hints', 'Without effect.'],
];

const INTRODUCTION = `# Diagnostics

What Crit reports about a file, by name. \`crit explain NAME\` prints a page; the editor links to it. Warnings, information and hints can be acknowledged in the file, with a reason:
\`accept NAME "why"\` inside a criterion, a cohort or a definition, or for the whole file at the top level.

This page is written from the catalogue by \`npm run regenerate diagnostic-index\`.
`;

export const diagnosticIndexArtifact = {
    name: 'diagnostic-index',
    paths: [target],
    needsBuild: true,
    async write(out) {
        const { CATALOGUE } = await import(pathToFileURL(inRoot('packages/language/out/diagnostics/catalogue.js')).href);
        const entries = Object.entries(CATALOGUE).sort(([a], [b]) => (a < b ? -1 : 1));
        const groups = GROUPS.map(([severity, heading, meaning]) => {
            const lines = entries
                .filter(([, entry]) => entry.severity === severity)
                .map(([name, { summary }]) => `- [${name}](${name}.md) (${severity}): ${summary}`);
            return `\n## ${heading}\n\n${meaning}\n\n${lines.join('\n')}\n`;
        });
        fs.mkdirSync(path.dirname(path.join(out, target)), { recursive: true });
        fs.writeFileSync(path.join(out, target), INTRODUCTION + groups.join(''));
    },
};
