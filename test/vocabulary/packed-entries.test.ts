// The compiled vocabulary is packed; what is unpacked again is what was compiled from the terms.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { parseFile } from '@crit-lang/language/resolve/parsed-file.js';
import { compileVocabulary } from '@crit-lang/language/vocabulary/compile-vocabulary.js';
import { packEntries, unpackEntries } from '@crit-lang/vocabulary/packed-entries.js';
import { inRoot } from '../support/repository.js';

describe('packed vocabulary', function () {
    const folder = inRoot('packages/vocabulary/terms');
    const files = fs
        .readdirSync(folder)
        .filter((name) => name.endsWith('.crit'))
        .map((name) => parseFile(name, fs.readFileSync(`${folder}/${name}`, 'utf8')));
    const { entries } = compileVocabulary(files);

    it('is unpacked as it was, byte for byte', function () {
        assert.ok(entries.length > 1000);
        const unpacked = unpackEntries(JSON.parse(JSON.stringify(packEntries(entries))) as ReturnType<typeof packEntries>);
        entries.forEach((entry, place) => assert.equal(JSON.stringify(unpacked[place]), JSON.stringify(entry)));
    });

    it('keeps what is empty from being changed for all', function () {
        const [{ term } = assert.fail('no term')] = unpackEntries({ sources: [], entries: [['toy', 0]] });
        assert.deepEqual(term, {
            id: 'toy',
            kind: 'condition',
            title: null,
            origin: 'shipped',
            parents: [],
            synonyms: [],
            definition: null,
            plain: null,
            explain: null,
            codes: [],
            implies: [],
            disjoint: [],
            sources: [],
        });
        assert.throws(() => term.parents.push('anything'), TypeError);
    });
});
