// Writes the generated files that are committed (`npm run regenerate [NAME…]`), or with --check compares what would be written with what stands there, byte by byte.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { artifacts } from './artifacts/list.mjs';
import { compilePackages } from './build.mjs';
import { inRoot } from './repository.mjs';

const args = process.argv.slice(2);
const check = args.includes('--check');
const names = args.filter((arg) => !arg.startsWith('--'));
const unknown = names.filter((name) => !artifacts.some((artifact) => artifact.name === name));
if (unknown.length > 0) {
    console.error(`Unknown: ${unknown.join(', ')}. There is: ${artifacts.map((artifact) => artifact.name).join(', ')}.`);
    process.exit(2);
}

let failed = false;
for (const artifact of artifacts.filter(({ name }) => names.length === 0 || names.includes(name))) {
    try {
        if (check) await compare(artifact);
        else await regenerate(artifact);
    } catch (error) {
        failed = true;
        console.error(`${artifact.name}: ${error.message}`);
    }
}
process.exitCode = failed ? 1 : 0;

async function regenerate(artifact) {
    if (artifact.needsBuild) await compilePackages();
    await artifact.write(inRoot());
    console.log(`${artifact.name}: wrote ${artifact.paths.join(', ')}`);
}

async function compare(artifact) {
    const out = fs.mkdtempSync(path.join(os.tmpdir(), 'crit-regenerate-'));
    try {
        await artifact.write(out);
        const differences = artifact.paths.flatMap((place) => differencesBelow(inRoot(), out, place));
        if (differences.length > 0) {
            throw new Error(`not what is committed; run \`npm run regenerate ${artifact.name}\`:\n${differences.map((line) => `  ${line}`).join('\n')}`);
        }
        console.log(`${artifact.name}: as committed`);
    } finally {
        fs.rmSync(out, { recursive: true, force: true });
    }
}

function differencesBelow(committedRoot, writtenRoot, place) {
    const committed = filesOf(path.join(committedRoot, place));
    const written = filesOf(path.join(writtenRoot, place));
    const differences = [];
    for (const name of new Set([...committed.keys(), ...written.keys()])) {
        const file = name === '' ? place : `${place}/${name}`;
        if (!written.has(name)) differences.push(`${file} is committed but no longer generated`);
        else if (!committed.has(name)) differences.push(`${file} is generated but not there`);
        else if (!committed.get(name).equals(written.get(name)))
            differences.push(`${file} differs from line ${firstDifferentLine(committed.get(name), written.get(name))}`);
    }
    return differences;
}

/** The bytes of each file below a place, by relative path; a place that is a file itself has the relative path ''. */
function filesOf(place) {
    const files = new Map();
    if (!fs.existsSync(place)) return files;
    if (fs.statSync(place).isFile()) return files.set('', fs.readFileSync(place));
    for (const entry of fs.readdirSync(place, { recursive: true, withFileTypes: true })) {
        if (!entry.isFile()) continue;
        const file = path.join(entry.parentPath ?? entry.path, entry.name);
        files.set(path.relative(place, file).replaceAll('\\', '/'), fs.readFileSync(file));
    }
    return files;
}

function firstDifferentLine(one, other) {
    const [a, b] = [one.toString('utf8').split('\n'), other.toString('utf8').split('\n')];
    const index = a.findIndex((line, i) => line !== b[i]);
    return (index === -1 ? a.length : index) + 1;
}
