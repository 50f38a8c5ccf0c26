// Which files a PATH stands for, and what an import can reach.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { skip } from '../support/skip.js';
import { critIn, folderWith } from './crit.js';

interface Report {
    files: { path: string; diagnostics: { name: string; message: string }[] }[];
}

const check = async (folder: string, ...paths: string[]) => {
    const { code, out } = await critIn(folder, 'check', ...paths, '--no-analysis', '--format', 'json');
    return { code, files: (JSON.parse(out) as Report).files };
};
const pathsOf = (files: Report['files']) => files.map((file) => file.path);

describe('files of a PATH', function () {
    let folder: string;
    let remove: () => void;

    beforeEach(function () {
        ({ folder, remove } = folderWith({
            'b.crit': '',
            'a.crit': '',
            'Z.crit': '',
            'sub/c.crit': '',
            'sub-2/d.crit': '',
            'sub/notes.txt': 'x',
            'node_modules/x/e.crit': '',
            '.hidden/f.crit': '',
            '.g.crit': '',
            'folder.crit/inside.crit': '',
        }));
    });
    afterEach(function () {
        remove();
    });

    it('are its .crit files and those of its sub-folders, by code point', async function () {
        const expected = ['Z.crit', 'a.crit', 'b.crit', 'folder.crit/inside.crit', 'sub-2/d.crit', 'sub/c.crit'];
        assert.deepEqual(pathsOf((await check(folder, '.')).files), expected);
        assert.deepEqual(pathsOf((await check(folder, './')).files), expected);
        assert.deepEqual(pathsOf((await check(folder, folder)).files), expected);
        assert.deepEqual(pathsOf((await check(path.join(folder, 'sub'), '..')).files.slice(0, 2)), ['../Z.crit', '../a.crit']);
    });

    it('come in the order of the paths, each once', async function () {
        assert.deepEqual(pathsOf((await check(folder, 'sub', 'b.crit', 'sub/c.crit', './b.crit')).files), ['sub/c.crit', 'b.crit']);
    });

    it('may have any name when they are named themselves', async function () {
        assert.deepEqual(pathsOf((await check(folder, 'sub/notes.txt')).files), ['sub/notes.txt']);
    });

    it('end without circles of links and without leaving the folder', async function () {
        const outside = folderWith({ 'outside.crit': '' });
        try {
            fs.symlinkSync(folder, path.join(folder, 'sub/round'));
            fs.symlinkSync(path.join(folder, 'sub'), path.join(folder, 'sub/self'));
            fs.symlinkSync(path.join(outside.folder, 'outside.crit'), path.join(folder, 'sub/out.crit'));
            fs.symlinkSync(path.join(folder, 'a.crit'), path.join(folder, 'sub/in.crit'));
            fs.symlinkSync('nowhere', path.join(folder, 'sub/broken.crit'));
            assert.deepEqual(pathsOf((await check(folder, 'sub')).files), ['sub/c.crit']);
            assert.equal(pathsOf((await check(folder, '.')).files).length, 6);
            fs.rmSync(path.join(folder, 'a.crit'));
            fs.writeFileSync(path.join(folder, 'sub/aim'), '');
            fs.rmSync(path.join(folder, 'sub/in.crit'));
            fs.symlinkSync('aim', path.join(folder, 'sub/in.crit'));
            assert.deepEqual(pathsOf((await check(folder, 'sub')).files), ['sub/c.crit', 'sub/in.crit']);
        } finally {
            outside.remove();
        }
    });

    it('are a problem when there are none', async function () {
        const { code, files } = await check(folder, 'sub-2', 'node_modules/.bin', 'missing/x.crit');
        assert.equal(code, 2);
        assert.deepEqual(pathsOf(files).sort(), ['missing/x.crit', 'node_modules/.bin', 'sub-2/d.crit']);
        fs.mkdirSync(path.join(folder, 'empty'));
        assert.deepEqual((await check(folder, 'empty')).files[0]?.diagnostics[0]?.message, 'The folder holds no .crit file.');
    });

    it('are a problem when they may not be read', async function () {
        if (os.userInfo().uid === 0 || process.platform === 'win32') {
            // The system refuses nothing to the superuser, so another way to be refused stands in: a name that is too long.
            const { code } = await check(folder, `${'x'.repeat(300)}.crit`);
            assert.equal(code, 2);
            return;
        }
        fs.chmodSync(path.join(folder, 'a.crit'), 0);
        const { code, files } = await check(folder, 'a.crit');
        assert.equal(code, 2);
        assert.match(files[0]?.diagnostics[0]?.message ?? '', /permission/);
    });

    it('are no pipes or devices', async function () {
        if (!fs.existsSync('/dev/zero')) skip(this, 'this system has no /dev/zero');
        const { code, files } = await check(folder, '/dev/zero');
        assert.equal(code, 2);
        assert.equal(files[0]?.diagnostics[0]?.message, 'This is not a regular file.');
    });
});

describe('imports', function () {
    let folder: string;
    let remove: () => void;
    const imports = (from: string, importPath: string) =>
        fs.writeFileSync(path.join(folder, from), `import ${JSON.stringify(importPath)}\nexclude E-1 { has blue gout }\n`);
    const namesOf = ({ files }: { files: Report['files'] }) => files[0]?.diagnostics.map(({ name }) => name);

    beforeEach(function () {
        ({ folder, remove } = folderWith({
            'terms.crit': 'condition blue gout',
            'top/terms.crit': 'condition blue gout',
            'top/sub/terms.crit': 'condition blue gout',
            'top/sub/x.txt': 'condition blue gout',
            'top/large.crit': `// ${'x'.repeat(9 * 1024 * 1024)}`,
        }));
    });
    afterEach(function () {
        remove();
    });

    for (const good of ['terms.crit', './terms.crit', '../terms.crit', '../sub/../sub/terms.crit']) {
        it(`reach ${good} from top/sub/main.crit`, async function () {
            imports('top/sub/main.crit', good);
            for (const paths of [['top/sub/main.crit'], ['top']]) {
                const { files } = await check(folder, ...paths);
                const main = files.find((file) => file.path === 'top/sub/main.crit');
                assert.deepEqual(
                    main?.diagnostics.map(({ name }) => name),
                    [],
                );
            }
        });
    }

    const bad: [string, RegExp][] = [
        ['../../terms.crit', /outside the workspace folder/],
        ['../../../../../../../../etc/passwd', /the name of an imported file ends in \.crit/],
        ['../../../../../../../../etc/passwd.crit', /outside the workspace folder/],
        ['/etc/passwd', /not a relative path/],
        ['/etc/x.crit', /not a relative path/],
        ['C:/x.crit', /not a relative path/],
        ['file:///etc/x.crit', /not a relative path/],
        ['~/x.crit', /not a relative path/],
        ['..\\..\\terms.crit', /backslashes/],
        ['', /path of the import is empty/],
        ['x.txt', /ends in \.crit/],
        ['missing.crit', /There is no such file/],
        ['../large.crit', /larger than 8 MB/],
        ['..', /ends in \.crit/],
        [`${'a/'.repeat(3000)}x.crit`, /longer than the system allows|no such file/],
    ];
    for (const [importPath, message] of bad) {
        it(`do not reach ${JSON.stringify(importPath.slice(0, 50))} from top/sub/main.crit`, async function () {
            imports('top/sub/main.crit', importPath);
            const { files } = await check(folder, 'top');
            const main = files.find((file) => file.path === 'top/sub/main.crit');
            const found = main?.diagnostics.find(({ name }) => name === 'import-not-found');
            assert.match(found?.message ?? '', message);
        });
    }

    it('do not follow a link out of the folder', async function () {
        fs.symlinkSync(path.join(folder, 'terms.crit'), path.join(folder, 'top/linked.crit'));
        fs.symlinkSync(folder, path.join(folder, 'top/up'));
        for (const importPath of ['../linked.crit', '../up/terms.crit']) {
            imports('top/sub/main.crit', importPath);
            const { files } = await check(folder, 'top/sub');
            assert.deepEqual(namesOf({ files: files.filter((file) => file.path.endsWith('main.crit')) })?.includes('import-not-found'), true, importPath);
        }
    });

    it('stay in the folder of a file outside the current folder', async function () {
        imports('top/main.crit', '../terms.crit');
        assert.ok(namesOf(await check(path.join(folder, 'top/sub'), '../main.crit'))?.includes('import-not-found'));
        imports('top/main.crit', 'terms.crit');
        assert.deepEqual(namesOf(await check(path.join(folder, 'top/sub'), '../main.crit')), []);
    });

    it('may go round in a circle, and a file may import itself', async function () {
        fs.writeFileSync(path.join(folder, 'one.crit'), 'import "two.crit"\nimport "one.crit"\ncondition first gout\nexclude E-1 { has second gout }\n');
        fs.writeFileSync(path.join(folder, 'two.crit'), 'import "one.crit"\ncondition second gout\nexclude E-2 { has first gout }\n');
        const { files } = await check(folder, 'one.crit', 'two.crit');
        for (const file of files)
            assert.deepEqual(
                file.diagnostics.map(({ message }) => message),
                [],
            );
    });

    it('find a file once, over whatever way', async function () {
        fs.symlinkSync('terms.crit', path.join(folder, 'alias.crit'));
        fs.writeFileSync(
            path.join(folder, 'main.crit'),
            'import "terms.crit"\nimport "./alias.crit"\nimport "top/../terms.crit"\nexclude E-1 { has blue gout }\n',
        );
        assert.deepEqual(namesOf(await check(folder, 'main.crit')), []);
    });
});
