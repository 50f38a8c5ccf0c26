// Compares our lexer and parser with Langium's: the same tokens and the same syntax tree for every text of the repository and for random ones.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { PARSE_PROGRAM } from '@crit-lang/language/generated/parse-program.js';
import { parseFile } from '@crit-lang/language/resolve/parsed-file.js';
import { tokenize } from '@crit-lang/language/syntax/tokenize.js';
import fc from 'fast-check';
import { inRoot } from '../support/repository.js';
import { langiumTokens, langiumTree } from './langium/langium-parser.js';
import { sentences } from './random-sentence.js';

const files = ['examples', 'packages/vocabulary/terms'].flatMap((folder) =>
    fs
        .readdirSync(inRoot(folder))
        .filter((name) => name.endsWith('.crit'))
        .map((name) => `${folder}/${name}`),
);

/** A syntax tree without what links it to its text. */
function plain(node: unknown): unknown {
    return JSON.parse(JSON.stringify(node, (key, value: unknown) => (key.startsWith('$') && key !== '$type' ? undefined : value))) as unknown;
}

function ourTokens(text: string): string[] {
    return tokenize(text)
        .tokens.slice(0, -1)
        .map(({ tokenType, startOffset, image }) => `${tokenType.name} ${startOffset} ${image}`);
}

/** The first newline of a file separates nothing, and the lexers differ on which of several it is. */
const withoutFirstNewlines = (tokens: string[]): string[] => tokens.slice(tokens.findIndex((token) => !token.startsWith('NL ')));

describe('the parser, compared with Langium', function () {
    for (const file of files) {
        it(`reads ${file} alike`, function () {
            const text = fs.readFileSync(inRoot(file), 'utf8');
            assert.deepEqual(withoutFirstNewlines(ourTokens(text)), withoutFirstNewlines(langiumTokens(text)));
            const parsed = parseFile(file, text);
            const expected = langiumTree(text);
            // Where both find an error, what each makes of it is its own affair.
            assert.equal(
                parsed.syntaxDiagnostics.some(({ name }) => name === 'syntax-error'),
                expected === undefined,
            );
            if (expected !== undefined) assert.deepEqual(plain(parsed.root), plain(expected));
        });
    }

    it('reads random sentences of the grammar alike', function () {
        this.timeout(120_000);
        fc.assert(
            fc.property(sentences(PARSE_PROGRAM), (text) => {
                const expected = langiumTree(text);
                const parsed = parseFile('random.crit', text);
                const errors = parsed.syntaxDiagnostics.filter(({ name }) => name === 'syntax-error');
                if (expected === undefined || parsed.syntaxDiagnostics.some(({ name }) => name === 'nested-too-deep')) return;
                assert.deepEqual(
                    errors.map(({ message }) => message),
                    [],
                );
                assert.deepEqual(plain(parsed.root), plain(expected));
            }),
            { numRuns: 500, seed: 20260730 },
        );
    });

    it('splits random lines into the same tokens', function () {
        const piece = fc.constantFrom(
            'creatinine',
            'at least',
            'at  least',
            '1.5',
            '18',
            ' ',
            '  ',
            '\n',
            '\t',
            ',',
            ';',
            '{',
            '}',
            'x',
            'ULN',
            '1.5xULN',
            'mg/dL',
            '/mm3',
            '10^9/L',
            'x 10^9/L',
            "'type 1'",
            '‘type 2’',
            "'",
            '"a b"',
            '"open',
            'loinc:2160-0',
            '1:160',
            '>=',
            '≤',
            '-',
            'anti-dsDNA',
            "Crohn's",
            'has',
            'any of',
            'any',
            '// note\n',
            '/* b */',
            'unit',
            'µg',
            'half-lives',
            'CD19+',
            'in situ',
            '%',
            '% predicted',
            '(',
            ')',
        );
        fc.assert(
            fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
                const text = `female ${pieces.join('')} male`;
                const tokens = ourTokens(text);
                // Langium's lexer leaves out characters that mean nothing.
                fc.pre(!tokens.some((token) => token.startsWith('UNREADABLE')));
                assert.deepEqual(tokens, langiumTokens(text));
            }),
            { numRuns: 5000, seed: 7 },
        );
    });
});
