// The outline of a file, and what of it can be folded.
import assert from 'node:assert/strict';
import { documentSymbols } from '@crit-lang/server/features/document-symbols.js';
import { foldingRanges } from '@crit-lang/server/features/folding.js';
import type { DocumentSymbol } from 'vscode-languageserver-types';
import { openedAfterProtocol, openedFile } from './opened-file.js';

function tree(symbols: readonly DocumentSymbol[], depth = 0): string[] {
    return symbols.flatMap(({ name, detail, children }) => [
        `${'  '.repeat(depth)}${name}${detail === undefined || detail === '' ? '' : ` — ${detail}`}`,
        ...tree(children ?? [], depth + 1),
    ]);
}

describe('outline', function () {
    it('groups criteria by section, and by inclusion and exclusion', function () {
        const { workspace, uri } = openedAfterProtocol(
            'for RA {\n  include RA-1 "One" { has rheumatoid arthritis }\n  include RA-2 { has SLE }\n  exclude RA-X "Ex" { pregnant }\n}\npatient "Somebody" in RA { female }\ncondition Muller disease "Muller" {}\n',
        );
        assert.deepEqual(tree(documentSymbols(workspace, uri)), [
            'Trial — A trial',
            'SLE — Systemic lupus erythematosus',
            'RA — Rheumatoid arthritis',
            'progressive ILD — definition',
            'Inclusion criteria — 1',
            '  I-1 — Kidney function',
            'Exclusion criteria — 1',
            '  E-1 — Stroke (for SLE)',
            'for RA',
            '  Inclusion criteria — 2',
            '    RA-1 — One',
            '    RA-2',
            '  Exclusion criteria — 1',
            '    RA-X — Ex',
            'Somebody — patient',
            'Muller disease — Muller',
        ]);
    });

    it('selects the name, inside the whole', function () {
        const { workspace, uri, text } = openedAfterProtocol('');
        const check = (symbol: DocumentSymbol): void => {
            const { range, selectionRange } = symbol;
            const inside = (a: { line: number; character: number }, b: { line: number; character: number }): boolean =>
                a.line < b.line || (a.line === b.line && a.character <= b.character);
            assert.ok(inside(range.start, selectionRange.start) && inside(selectionRange.end, range.end), symbol.name);
            const line = text.split('\n')[selectionRange.start.line] ?? '';
            if (symbol.children === undefined) assert.equal(line.slice(selectionRange.start.character, selectionRange.end.character), symbol.name);
            (symbol.children ?? []).forEach(check);
        };
        documentSymbols(workspace, uri).forEach(check);
    });

    it('has a name for everything in damaged text', function () {
        for (const text of ['include', 'include {', 'cohort\nprotocol {', 'define { x }', 'for {\n include }', 'patient { }', 'condition {}']) {
            const { workspace, uri } = openedFile(text);
            for (const { name } of documentSymbols(workspace, uri)) assert.notEqual(name.trim(), '', text);
        }
    });
});

describe('folding', function () {
    it('folds blocks, comments and wordings, and keeps the closing brace in sight', function () {
        const text =
            '// one\n// two\ninclude I-1 "One" {\n  wording "a"\n  wording "b"\n  any of {\n    has SLE\n    has stroke\n  }\n}\n/* three\n   four */\ncohort SLE "x"';
        const { workspace, uri } = openedFile(text);
        assert.deepEqual(
            foldingRanges(workspace, uri).map(({ startLine, endLine, kind }) => [startLine, endLine, kind ?? '']),
            [
                [0, 1, 'comment'],
                [2, 8, ''],
                [3, 4, ''],
                [5, 7, ''],
                [10, 11, 'comment'],
            ],
        );
    });
});
