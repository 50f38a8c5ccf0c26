// Formatting in the editor: the same as `crit format`, as one edit of the lines that change.
import assert from 'node:assert/strict';
import { formatText } from '@crit-lang/language/format/format.js';
import { formattingEdits, rangeFormattingEdits } from '@crit-lang/server/features/formatting.js';
import { PROTOCOL, openedFile, withEdits } from './opened-file.js';

const TEXTS = [
    `${PROTOCOL}\ninclude   I-9 "Nine"   {\n       has    SLE\n}\n`,
    `   // a remark\n${PROTOCOL}`,
    `${PROTOCOL}include I-9 "Nine" { has SLE }`,
    `${PROTOCOL}\n\n\n\n`,
    PROTOCOL.replaceAll('\n', '\r\n'),
];

describe('formatting in the editor', function () {
    for (const [number, text] of TEXTS.entries()) {
        it(`makes of text ${number + 1} what crit format makes of it`, function () {
            const { workspace, uri } = openedFile(text);
            const expected = formatText(text);
            assert.ok('text' in expected);
            assert.equal(withEdits(text, formattingEdits(workspace, uri)), expected.text);
        });
    }

    it('leaves a formatted file alone, and one that cannot be read', function () {
        const formatted = formatText(PROTOCOL);
        assert.ok('text' in formatted);
        for (const text of [formatted.text, 'include {{{ "']) {
            const { workspace, uri } = openedFile(text);
            assert.deepEqual(formattingEdits(workspace, uri), []);
        }
    });

    it('formats only the statements that a range touches', function () {
        const messy = 'include   I-1 "One" {\n      has   SLE\n}\n\ninclude   I-2 "Two" {\n      has   SLE\n}\n';
        const { workspace, uri } = openedFile(messy);
        const place = { line: 5, character: 3 };
        const result = withEdits(messy, rangeFormattingEdits(workspace, uri, { start: place, end: place }));
        assert.equal(result, 'include   I-1 "One" {\n      has   SLE\n}\n\ninclude I-2 "Two" {\n  has SLE\n}\n');
    });

    it('touches only the lines that change', function () {
        const formatted = formatText(PROTOCOL);
        assert.ok('text' in formatted);
        const { workspace, uri } = openedFile(formatted.text.replace('  creatinine', '      creatinine'));
        const [edit] = formattingEdits(workspace, uri);
        assert.equal(edit?.range.end.line, (edit?.range.start.line ?? 0) + 1);
        assert.match(edit?.newText ?? '', /^ +creatinine <= 1\.5 mg\/dL\n$/);
    });
});
