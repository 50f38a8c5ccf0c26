// What names, numbers and units are coloured as.
import assert from 'node:assert/strict';
import { SEMANTIC_TOKENS_LEGEND, semanticTokens } from '@crit-lang/server/features/semantic-tokens.js';
import type { Range } from 'vscode-languageserver-types';
import type { Opened } from './opened-file.js';
import { openedAfterProtocol, openedFile } from './opened-file.js';

/** 'text: type modifier …' of each token. */
function coloured({ workspace, uri, text }: Opened, range: Range | null = null): string[] {
    const { data } = semanticTokens(workspace, uri, range);
    const lines = text.split('\n');
    let [line, character] = [0, 0];
    return Array.from({ length: data.length / 5 }, (_, index) => {
        const [down = 0, right = 0, length = 0, type = 0, bits = 0] = data.slice(index * 5, index * 5 + 5);
        character = down === 0 ? character + right : right;
        line += down;
        const modifiers = SEMANTIC_TOKENS_LEGEND.tokenModifiers.filter((_modifier, bit) => (bits & (1 << bit)) !== 0);
        return `${lines[line]?.slice(character, character + length) ?? ''}: ${[SEMANTIC_TOKENS_LEGEND.tokenTypes[type], ...modifiers].join(' ')}`;
    });
}

const inCriterion = (line: string): string[] =>
    coloured(openedAfterProtocol(`include I-2 {\n  ${line}\n}\n`)).slice(coloured(openedAfterProtocol('')).length + 1);

describe('semantic tokens', function () {
    it('tell the kinds of what a protocol declares', function () {
        const found = coloured(openedAfterProtocol(''));
        for (const expected of [
            'Trial: namespace declaration',
            '18: number',
            'years: number unit',
            'screening: variable declaration',
            'screening: variable',
            'SLE: class declaration',
            'SLE: type defaultLibrary condition',
            'progressive ILD: function declaration',
            'I-1: property declaration',
            'creatinine: type defaultLibrary measurement',
            '1.5: number',
            'mg/dL: number unit',
            'SLE: class',
        ])
            assert.ok(found.includes(expected), `${expected} is not among\n${found.join('\n')}`);
    });

    it('tell the kinds of terms by any of their names, of grades and results, and words of judgement', function () {
        assert.deepEqual(inCriterion('uses methotrexate'), ['methotrexate: type defaultLibrary drug']);
        assert.deepEqual(inCriterion('had heart attack'), ['heart attack: type defaultLibrary condition']);
        assert.deepEqual(inCriterion('BILAG is A'), ['BILAG: type defaultLibrary measurement', 'A: enumMember']);
        assert.deepEqual(inCriterion('anti-dsDNA positive'), ['anti-dsDNA: type defaultLibrary test', 'positive: enumMember']);
        assert.deepEqual(inCriterion('has "active" stroke'), ['"active": string vague', 'stroke: type defaultLibrary condition']);
        assert.deepEqual(inCriterion('judgement "fit enough"'), ['"fit enough": string judgement']);
        assert.deepEqual(inCriterion('progressive ILD'), ['progressive ILD: function']);
    });

    it('leave names that nobody knows plain', function () {
        assert.deepEqual(inCriterion('has unheard-of'), []);
        assert.deepEqual(coloured(openedFile('for XX {\n}\naccept nothing on Y-1 "so"\n')), []);
    });

    it('mark what a file declares apart from what comes with Crit', function () {
        const opened = openedFile('condition Muller disease { is a vasculitis }\ninclude I-1 { has Muller disease }\n');
        assert.deepEqual(coloured(opened), [
            'Muller disease: type declaration condition',
            'vasculitis: type defaultLibrary condition',
            'I-1: property declaration',
            'Muller disease: type condition',
        ]);
    });

    it('are given for a range alone', function () {
        const opened = openedAfterProtocol('include I-2 {\n  uses methotrexate\n}\n');
        const line = opened.text.split('\n').indexOf('  uses methotrexate');
        assert.deepEqual(coloured(opened, { start: { line, character: 3 }, end: { line, character: 4 } }), ['methotrexate: type defaultLibrary drug']);
    });
});
