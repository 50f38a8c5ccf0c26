// Holds the lock file to the decisions about dependencies: exact versions, one copy of the language libraries, no address of a registry.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { inRoot } from '../support/repository.js';

interface Manifest {
    readonly dependencies?: Record<string, string>;
    readonly devDependencies?: Record<string, string>;
}

interface LockFile {
    readonly packages: Record<string, { readonly version?: string; readonly resolved?: string; readonly link?: boolean }>;
}

const read = <Shape>(file: string): Shape => JSON.parse(fs.readFileSync(inRoot(file), 'utf8')) as Shape;
const manifests = ['package.json', ...fs.readdirSync(inRoot('packages')).map((name) => `packages/${name}/package.json`)];

describe('dependencies', function () {
    const { packages } = read<LockFile>('package-lock.json');
    const copiesOf = (name: string) => Object.keys(packages).filter((place) => place.endsWith(`node_modules/${name}`));

    it('are pinned to exact versions', function () {
        for (const file of manifests) {
            const { dependencies, devDependencies } = read<Manifest>(file);
            for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
                assert.match(version, /^\d+\.\d+\.\d+$/, `${name} in ${file}`);
            }
        }
    });

    for (const [name, version] of Object.entries({
        langium: '4.2.1',
        chevrotain: '11.1.2',
        'vscode-languageserver': '9.0.1',
        'vscode-languageserver-protocol': '3.17.5',
        'vscode-languageserver-types': '3.17.5',
        'vscode-jsonrpc': '8.2.0',
        typescript: '5.9.3',
        '@lhncbc/ucum-lhc': '7.1.9',
    })) {
        it(`hold one copy of ${name}, ${version}`, function () {
            assert.deepEqual(copiesOf(name), [`node_modules/${name}`]);
            assert.equal(packages[`node_modules/${name}`]?.version, version);
        });
    }

    it('are locked without the address they came from', function () {
        for (const [place, { resolved, link }] of Object.entries(packages)) if (!link) assert.equal(resolved, undefined, place);
    });
});
