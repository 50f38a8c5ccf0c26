// What is taken out of a text takes the blanks, the separator or the line with it that would be left over, and nothing else.
import assert from 'node:assert/strict';
import type { TextEdit } from '@crit-lang/language/diagnostics/diagnostic.js';
import type { Part } from '@crit-lang/language/syntax/parts.js';
import { removalOfItem, removalOfPart, removalOfStatement } from '@crit-lang/language/syntax/removal.js';
import { SourceText } from '@crit-lang/language/syntax/source-text.js';

/** The text without what stands between the two marks. */
function without(marked: string, removal: (source: SourceText, part: Part) => TextEdit | TextEdit[]): string {
    const [offset, end] = [marked.indexOf('|'), marked.lastIndexOf('|') - 1];
    const source = new SourceText('t.crit', marked.replaceAll('|', ''), 0);
    const edits = [removal(source, { offset, end })].flat().sort((a, b) => source.offsetAt(b.range.start) - source.offsetAt(a.range.start));
    return edits.reduce((text, { range }) => text.slice(0, source.offsetAt(range.start)) + text.slice(source.offsetAt(range.end)), source.text);
}

const cases: [what: string, removal: (source: SourceText, part: Part) => TextEdit | TextEdit[], marked: string, expected: string][] = [
    ['a part inside a line', removalOfPart, '  a |b| c\n', '  a c\n'],
    ['a part at the start of a line keeps the indentation', removalOfPart, '  |a| b\n', '  b\n'],
    ['a part at the end of a line', removalOfPart, '  a |b|\n', '  a\n'],
    ['a comment behind it stays', removalOfPart, '  a |b| // c\n', '  a // c\n'],
    ['a part that is the line', removalOfPart, 'a\n  |b|\nc\n', 'a\nc\n'],
    ['the same with other line ends', removalOfPart, 'a\r\n  |b|\r\nc\r\n', 'a\r\nc\r\n'],
    ['the last line without a line end', removalOfPart, 'a\n|b|', 'a\n'],
    ['the first item of a list', removalOfItem, '{ |a|, b }', '{ b }'],
    ['an item in the middle', removalOfItem, '{ a, |b|, c }', '{ a, c }'],
    ['the last item', removalOfItem, '{ a, |b| }', '{ a }'],
    ['an item between semicolons', removalOfItem, '{ a; |b|; c }', '{ a; c }'],
    ['an item on a line of its own', removalOfItem, '{\n  a\n  |b|\n}\n', '{\n  a\n}\n'],
    ['the last line of a list with commas', removalOfItem, '{\n  a,\n  |b|\n}\n', '{\n  a\n}\n'],
    ['a line of a list with commas', removalOfItem, '{\n  |a|,\n  b\n}\n', '{\n  b\n}\n'],
    ['the last item of a line whose list goes on', removalOfItem, '{ a, |b|,\n  c }', '{ a,\n  c }'],
    ['a statement between others', removalOfStatement, 'a\n\n|b {\n}|\n\nc\n', 'a\n\nc\n'],
    ['the first statement', removalOfStatement, '|a|\n\nb\n', 'b\n'],
    ['a statement with nothing blank around it', removalOfStatement, 'a\n|b|\nc\n', 'a\nc\n'],
    ['a comment above it stays', removalOfStatement, '// a\n|b|\n\nc\n', '// a\n\nc\n'],
];

describe('what is taken out of a text', function () {
    for (const [what, removal, marked, expected] of cases) {
        it(what, function () {
            assert.equal(without(marked, removal), expected);
        });
    }
});
