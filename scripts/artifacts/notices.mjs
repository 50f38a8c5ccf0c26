// Writes THIRD-PARTY-NOTICES: the notices of the data (data-notices.txt) and the licence of every npm package that the bundles hold.
import fs from 'node:fs';
import path from 'node:path';
import { bundle, presentBundles } from '../bundle/bundles.mjs';
import { inRoot } from '../repository.mjs';

const file = 'THIRD-PARTY-NOTICES';
const line = '='.repeat(80);

// Packages that declare a licence but ship no text of it; the copyright line is the author of their package.json.
const mit = (holder) => `MIT License

Copyright (c) ${holder}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;
const handWritten = { 'normalize-strings': mit('Pablo Terradillos') };

export const noticesArtifact = {
    name: 'notices',
    paths: [file],
    needsBuild: true,
    async write(out) {
        const packages = await bundledPackages();
        const head = fs.readFileSync(inRoot('scripts/artifacts/data-notices.txt'), 'utf8').trimEnd();
        const part2 = `${line}\nPart 2. Software in the bundled programs\n${line}`;
        const byText = new Map();
        for (const each of packages) byText.set(each.text, [...(byText.get(each.text) ?? []), each]);
        fs.writeFileSync(path.join(out, file), [head, part2, ...[...byText.values()].map(notice)].join('\n\n') + '\n');
    },
};

/** The folders of the npm packages from which at least one byte is in a bundle, sorted by name. */
async function bundledPackages() {
    const folders = new Set();
    for (const each of presentBundles()) {
        const { outputs } = await bundle(each, { write: false });
        for (const [input, { bytesInOutput }] of Object.values(outputs).flatMap(({ inputs }) => Object.entries(inputs))) {
            const folder = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0];
            if (folder !== undefined && bytesInOutput > 0) folders.add(folder);
        }
    }
    return [...folders].map(describe).sort((a, b) => (a.title < b.title ? -1 : 1));
}

function describe(folder) {
    const { name, version, license } = JSON.parse(fs.readFileSync(inRoot(folder, 'package.json'), 'utf8'));
    const licenceFile = fs.readdirSync(inRoot(folder)).find((entry) => /^licen[cs]e(\.(md|txt))?$/i.test(entry));
    if (licenceFile === undefined && handWritten[name] !== undefined) return { title: `${name} ${version}`, license, text: handWritten[name] };
    if (licenceFile === undefined) throw new Error(`${folder} is bundled but has no licence file; add its text by hand, or do without it`);
    const text = fs
        .readFileSync(inRoot(folder, licenceFile), 'utf8')
        .replace(/\r\n?/g, '\n')
        .replace(/[ \t]+$/gm, '')
        .trim();
    return { title: `${name} ${version}`, license: /^SEE LICENSE/i.test(license) ? 'its own licence' : license, text };
}

/** The notice of packages that share one licence text. */
function notice(packages) {
    const titles = packages.map(({ title, license }) => `${title} (${license})`);
    return `${titles.join('\n')}\n${'-'.repeat(Math.max(...titles.map(({ length }) => length)))}\n\n${packages[0].text}`;
}
