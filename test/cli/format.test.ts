// `crit format`: what it changes, what it leaves alone, and how it ends.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { critIn, folderWith } from './crit.js';

const UNTIDY = 'protocol P {\nsex all\n}\n\n\n\n   exclude E-1 "Pregnant"   {\n      // why\n  pregnant\n}\n';
const BROKEN = 'exclude E-1 { pregnant\nexclude {{{ "\n';

describe('crit format', function () {
    let folder: string;
    let remove: () => void;
    const read = (name: string) => fs.readFileSync(path.join(folder, name), 'utf8');

    beforeEach(function () {
        ({ folder, remove } = folderWith({ 'untidy.crit': UNTIDY, 'broken.crit': BROKEN, 'mark.crit': `\ufeff${UNTIDY}` }));
    });
    afterEach(function () {
        remove();
    });

    it('formats a file once and for all, comments included', async function () {
        const first = await critIn(folder, 'format', 'untidy.crit');
        assert.deepEqual(first, { code: 0, out: 'formatted: untidy.crit\n1 file formatted, no files already in form.\n', err: '' });
        const formatted = read('untidy.crit');
        assert.notEqual(formatted, UNTIDY);
        assert.match(formatted, /\/\/ why/);
        const second = await critIn(folder, 'format', 'untidy.crit');
        assert.deepEqual(second, { code: 0, out: 'No files formatted, 1 file already in form.\n', err: '' });
        assert.equal(read('untidy.crit'), formatted);
        assert.deepEqual(fs.readdirSync(folder).sort(), ['broken.crit', 'mark.crit', 'untidy.crit']);
    });

    it('changes nothing with --check, and ends with 1 when something would change', async function () {
        const { code, out } = await critIn(folder, 'format', 'untidy.crit', '--check');
        assert.deepEqual({ code, out }, { code: 1, out: 'not formatted: untidy.crit\n1 file to format, no files already in form.\n' });
        assert.equal(read('untidy.crit'), UNTIDY);
        await critIn(folder, 'format', 'untidy.crit');
        assert.equal((await critIn(folder, 'format', 'untidy.crit', '--check')).code, 0);
    });

    it('leaves a file that does not parse as it is, says so and ends with 1', async function () {
        const { code, err } = await critIn(folder, 'format', 'broken.crit');
        assert.equal(code, 1);
        assert.match(err, /^crit: broken\.crit: left as it is\. /);
        assert.equal(read('broken.crit'), BROKEN);
    });

    it('keeps a byte order mark', async function () {
        await critIn(folder, 'format', 'mark.crit', 'untidy.crit');
        assert.equal(read('mark.crit'), `\ufeff${read('untidy.crit')}`);
    });

    it('ends with 2 when a file cannot be read, and formats the others', async function () {
        const { code } = await critIn(folder, 'format', 'missing.crit', 'untidy.crit');
        assert.equal(code, 2);
        assert.notEqual(read('untidy.crit'), UNTIDY);
    });
});
