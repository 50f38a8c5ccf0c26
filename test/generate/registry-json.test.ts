// The study record: names and values of the registry's API, derived fields, limits.
import assert from 'node:assert/strict';
import { escapeCommonMark } from '@crit-lang/generate/registry-json/commonmark.js';
import { registryJsonTarget, studyRecord } from '@crit-lang/generate/registry-json/registry-json.js';
import { standardAges } from '@crit-lang/generate/registry-json/standard-ages.js';
import { expectGolden } from '../support/golden.js';
import { any, criterion, document, presence, protocol } from './fixtures/build.js';
import { sampleDocument } from './fixtures/sample.js';

describe('registry-json', () => {
    it('gives the sample byte for byte', () => {
        const { files } = registryJsonTarget.generate(sampleDocument(), {});
        assert.deepEqual(
            files.map((file) => file.path),
            ['Sample-1.registry.json'],
        );
        expectGolden('generate/sample.registry.json', files[0]?.text ?? '');
    });

    it('leaves out what the protocol does not say, and notes what the registry requires', () => {
        const { record, notes } = studyRecord(document());
        assert.deepEqual(Object.keys(record.protocolSection), ['identificationModule', 'eligibilityModule']);
        assert.deepEqual(Object.keys(record.protocolSection.eligibilityModule), ['eligibilityCriteria', 'sex', 'stdAges']);
        assert.deepEqual(
            notes.map((note) => note.name),
            Array.from({ length: 5 }, () => 'registry-field-missing'),
        );
    });

    it('gives a number of another registry as a secondary one', () => {
        const { record } = studyRecord(document({ protocol: protocol('P', { registry: '2023-503823-24' }) }));
        assert.deepEqual(record.protocolSection.identificationModule, { secondaryIdInfos: [{ id: '2023-503823-24' }] });
    });

    it('notes fields that are too long and cuts none', () => {
        const title = 'x'.repeat(301);
        const { record, notes } = studyRecord(
            document({
                protocol: protocol('P', { title, acronym: 'y'.repeat(15), identifier: 'z'.repeat(31), officialTitle: 't'.repeat(601), phases: ['9'] }),
            }),
        );
        assert.equal(record.protocolSection.identificationModule.briefTitle, title);
        assert.deepEqual(
            notes.filter((note) => note.name === 'registry-field-too-long').map((note) => /^The ([a-z ]+) has (\d+)/u.exec(note.message)?.slice(1)),
            [
                ['brief title', '301'],
                ['official title', '601'],
                ['acronym', '15'],
                ['identifier', '31'],
            ],
        );
        assert.ok(notes.some((note) => note.name === 'registry-phase-unknown'));
    });

    it('names age groups', () => {
        assert.deepEqual(standardAges(null, null), ['CHILD', 'ADULT', 'OLDER_ADULT']);
        assert.deepEqual(standardAges({ number: 18, unit: 'year' }, { number: 65, unit: 'year' }), ['ADULT', 'OLDER_ADULT']);
        assert.deepEqual(standardAges({ number: 6, unit: 'month' }, { number: 17, unit: 'year' }), ['CHILD']);
        assert.deepEqual(standardAges({ number: 65, unit: 'year' }, null), ['OLDER_ADULT']);
    });

    it('escapes what CommonMark would read as markup, and nothing else', () => {
        assert.equal(escapeCommonMark('CK > 3 x ULN, < 10^9/L, anti-dsDNA, a_b'), 'CK > 3 x ULN, < 10^9/L, anti-dsDNA, a_b');
        assert.equal(escapeCommonMark('*a* [b](c) `d` <e> _f_ &lt; \\'), '\\*a\\* \\[b\\](c) \\`d\\` \\<e> \\_f\\_ \\&lt; \\\\');
        assert.equal(escapeCommonMark('# head'), '\\# head');
        assert.equal(escapeCommonMark('1. item'), '1\\. item');
    });

    it('does not count escapes against the limit', () => {
        const { notes } = studyRecord(document({ criteria: [criterion('E', 'exclude', any(presence('x')), { wording: ['[*] '.repeat(4500).trim()] })] }));
        assert.ok(!notes.some((note) => note.name === 'registry-text-too-long'));
    });
});
