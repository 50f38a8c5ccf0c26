// Compiles the shipped vocabulary (packages/vocabulary/terms) into the JSON that programs load, packed, one entry a line.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { inRoot } from '../repository.mjs';

const terms = 'packages/vocabulary/terms';
const target = 'packages/vocabulary/src/generated/shipped-vocabulary.json';

export const vocabularyArtifact = {
    name: 'vocabulary',
    paths: [target],
    needsBuild: true,
    async write(out) {
        const language = (file) => import(pathToFileURL(inRoot('packages/language/out', file)).href);
        const { parseFile } = await language('resolve/parsed-file.js');
        const { compileVocabulary } = await language('vocabulary/compile-vocabulary.js');
        const names = fs
            .readdirSync(inRoot(terms))
            .filter((name) => name.endsWith('.crit'))
            .sort();
        const files = names.map((name) => parseFile(`${terms}/${name}`, fs.readFileSync(inRoot(terms, name), 'utf8')));
        const { entries, relations, problems } = compileVocabulary(files);
        if (problems.length > 0) throw new Error(`The vocabulary does not hold together:\n${problems.join('\n')}`);
        const { packEntries } = await import(pathToFileURL(inRoot('packages/vocabulary/out/packed-entries.js')).href);
        const packed = packEntries(entries);
        const lines = (items) => items.map((item) => `    ${JSON.stringify(item)}`).join(',\n');
        const list = (name, items) => `"${name}": [\n${lines(items)}\n]`;
        const text = `{\n${[list('sources', packed.sources), list('entries', packed.entries), list('relations', relations)].join(',\n')}\n}\n`;
        fs.mkdirSync(path.dirname(path.join(out, target)), { recursive: true });
        fs.writeFileSync(path.join(out, target), text);
    },
};
