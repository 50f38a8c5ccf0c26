// Shows what a writer is told about typical mistakes: each fixture ends with the diagnostics it gives and what its fixes make of the line.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import type { Fix } from '@crit-lang/language/diagnostics/diagnostic.js';
import type { ParsedFile } from '@crit-lang/language/resolve/parsed-file.js';
import { parseFile } from '@crit-lang/language/resolve/parsed-file.js';
import { inRoot } from '../support/repository.js';

const folder = 'test/fixtures/syntax';
const MARK = '//: ';

describe('syntax messages', function () {
    for (const name of fs.readdirSync(inRoot(folder))) {
        const file = inRoot(folder, name);
        const [text, written] = parts(fs.readFileSync(file, 'utf8'));
        const parsed = parseFile(name, text);

        it(name, function () {
            const found = parsed.syntaxDiagnostics.map((diagnostic) => {
                const { start, end } = diagnostic.range;
                const label = diagnostic.name === 'syntax-error' ? '' : `${diagnostic.name}: `;
                const fixes = diagnostic.fixes.map((fix) => `${MARK}    ${fix.title} → ${changedLines(parsed, fix)}\n`);
                return `${MARK}${start.line + 1}:${start.character + 1}-${end.line === start.line ? '' : `${end.line + 1}:`}${end.character + 1} ${label}${diagnostic.message}\n${fixes.join('')}`;
            });
            const expected = found.length === 0 ? `${MARK}no error\n` : found.join('');
            // `npm run golden` writes them anew.
            if (process.env['CRIT_UPDATE_GOLDEN'] === '1') fs.writeFileSync(file, text + expected);
            else assert.equal(written, expected);
        });

        it(`${name}: every fix helps`, function () {
            for (const { fixes, range, message } of parsed.syntaxDiagnostics) {
                for (const fix of fixes) {
                    const after = parseFile(name, applied(parsed, fix)).syntaxDiagnostics;
                    const same = after.some(
                        (other) =>
                            other.message === message && other.range.start.line === range.start.line && other.range.start.character === range.start.character,
                    );
                    assert.ok(after.length < parsed.syntaxDiagnostics.length && !same, `'${fix.title}' does not help against: ${message}`);
                }
            }
        });
    }
});

function parts(fixture: string): [text: string, expectations: string] {
    const at = fixture.indexOf(`\n${MARK}`) + 1;
    return at === 0 ? [fixture, ''] : [fixture.slice(0, at), fixture.slice(at)];
}

function applied({ source }: ParsedFile, { edits }: Fix): string {
    let text = source.text;
    for (const { range, newText } of [...edits].sort((a, b) => source.offsetAt(b.range.start) - source.offsetAt(a.range.start))) {
        text = text.slice(0, source.offsetAt(range.start)) + newText + text.slice(source.offsetAt(range.end));
    }
    return text;
}

/** The line as it is after a fix; with ⏎ where the fix makes two of it. */
function changedLines(file: ParsedFile, fix: Fix): string {
    const line = fix.edits[0]?.range.start.line ?? 0;
    const more = fix.edits.reduce((sum, { newText }) => sum + newText.split('\n').length - 1, 0);
    if (fix.edits.every(({ range, newText }) => newText === '' && range.end.line > range.start.line)) return '(no line)';
    return applied(file, fix)
        .split('\n')
        .slice(line, line + more + 1)
        .map((each) => each.trim())
        .join(' ⏎ ');
}
