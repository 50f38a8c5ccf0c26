// Writes docs/analysis/corpora.md: what each fixture of the corpora plants or tempts with, from the comments at its head.
import fs from 'node:fs';
import path from 'node:path';
import { inRoot } from '../repository.mjs';

const target = 'docs/analysis/corpora.md';
const folder = 'test/fixtures/analysis';

function files(corpus) {
    const names = fs.readdirSync(inRoot(folder, corpus)).filter((name) => name.endsWith('.crit'));
    return names.sort().map((name) => ({ name: name.slice(0, -'.crit'.length), text: fs.readFileSync(inRoot(folder, corpus, name), 'utf8') }));
}

const cell = (text) => text.replaceAll('|', '\\|').trim();
const headed = (text, head) => new RegExp(`^// ${head}: (.*)$`, 'mu').exec(text)?.[1] ?? '';

export const corporaArtifact = {
    name: 'corpora',
    paths: [target],
    needsBuild: false,
    async write(out) {
        const planted = files('planted');
        const clean = files('clean');
        const expected = planted.flatMap(({ text }) => [...text.matchAll(/^\/\/! (\S+)/gmu)].map((match) => match[1]));
        const kinds = [...new Set(expected)]
            .sort()
            .map((kind) => `| [${kind}](../diagnostics/${kind}.md) | ${expected.filter((each) => each === kind).length} |`);
        const text = `# The corpora

Two sets of small protocols, written from knowledge of real trials before the analyser could be run on them. A test analyses each (\`test/analysis/corpora/corpora.test.ts\`): every planted
defect has to be found, with exactly these criteria, and nothing else; in the clean ones nothing may be found. This page is written from the files by \`npm run regenerate corpora\`.

${planted.length} protocols with planted defects, ${clean.length} clean ones.

| planted | findings |
| --- | --- |
${kinds.join('\n')}

## Planted defects

| protocol | why it is a defect, and slips through | found |
| --- | --- | --- |
${planted.map(({ name, text: source }) => `| [${name}](../../${folder}/planted/${name}.crit) | ${cell(headed(source, 'Why'))} | ${[...source.matchAll(/^\/\/! (.*)$/gmu)].map((match) => `\`${cell(match[1])}\``).join('<br>')} |`).join('\n')}

## Clean criteria that tempt a checker

| protocol | tempts to | clean because |
| --- | --- | --- |
${clean.map(({ name, text: source }) => `| [${name}](../../${folder}/clean/${name}.crit) | ${cell(headed(source, 'Tempts'))} | ${cell(headed(source, 'Clean because'))} |`).join('\n')}
`;
        fs.mkdirSync(path.dirname(path.join(out, target)), { recursive: true });
        fs.writeFileSync(path.join(out, target), text);
    },
};
