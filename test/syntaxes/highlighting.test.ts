// Shows that highlighting agrees with the lexer: words of the language, names, texts, numbers and units are coloured as what they are.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { PARSE_PROGRAM } from '@crit-lang/language/generated/parse-program.js';
import type { Element } from '@crit-lang/language/syntax/parser/program.js';
import type { Token } from '@crit-lang/language/syntax/parser/token.js';
import { endOf } from '@crit-lang/language/syntax/parser/token.js';
import { tokenize } from '@crit-lang/language/syntax/tokenize.js';
import { inRoot } from '../support/repository.js';
import type { Scoped } from './tokenizer.js';
import { highlighter } from './tokenizer.js';

/** Keywords that names have too: highlighting cannot always tell which they are. */
const inNames = new Set(keywordsIn(PARSE_PROGRAM.rules.find(({ name }) => name === 'Word')?.body ?? ['sequence']));

function keywordsIn(element: Element): string[] {
    if (element[0] === 'keyword') return [element[1]];
    return element.slice(1).flatMap((part) => (Array.isArray(part) ? keywordsIn(part as unknown as Element) : []));
}

/** What the innermost scope of a token has to be; undefined where it may be anything. */
function expectedScope({ tokenType }: Token): RegExp | undefined {
    switch (tokenType.name) {
        case 'STRING':
        case 'OPEN_STRING':
            return /^string\.quoted\.double|^constant\.character\.escape/;
        case 'QUOTED_NAME':
            return /^string\.quoted\.single|^entity\.name/;
        case 'NUMBER':
            return /^constant\.numeric/;
        case 'TITER':
            return /^constant\.numeric\.titer/;
        case 'UNIT':
            return /^keyword\.other\.unit/;
        case 'CODE':
            return /^constant\.other\.code/;
        case 'LINE_COMMENT':
            return /^comment\.line|^punctuation\.definition\.comment/;
        case 'BLOCK_COMMENT':
            return /^comment\.block|^punctuation\.definition\.comment/;
        case 'ID':
            return /^$|^entity\.name|^constant\.other\.diagnostic|^meta\./;
        default:
            if (!tokenType.keyword || inNames.has(tokenType.name) || !/^[a-z]/.test(tokenType.name) || tokenType.name === 'of' || tokenType.name === 'in situ')
                return undefined;
            return /^(?:keyword|constant\.language|storage|support)/;
    }
}

describe('highlighting', function () {
    let highlight: (text: string) => Scoped[];
    before(async function () {
        highlight = await highlighter();
    });

    const files = ['examples', 'packages/vocabulary/terms', 'test/fixtures/format', 'test/fixtures/syntaxes'].flatMap((folder) =>
        fs
            .readdirSync(inRoot(folder))
            .filter((name) => name.endsWith('.crit'))
            .map((name) => `${folder}/${name}`),
    );
    for (const file of files) {
        it(`agrees with the lexer on ${file}`, function () {
            const text = fs.readFileSync(inRoot(file), 'utf8');
            const { tokens, comments } = tokenize(text);
            const scoped = highlight(text);
            let at = 0;
            const wrong: string[] = [];
            for (const token of [...tokens, ...comments].sort((a, b) => a.startOffset - b.startOffset)) {
                const expected = expectedScope(token);
                if (expected === undefined) continue;
                while (at < scoped.length && (scoped[at]?.end ?? 0) <= token.startOffset) at++;
                for (let each = at; (scoped[each]?.start ?? Infinity) < endOf(token); each++) {
                    const scope = scoped[each]?.scopes.at(-1) ?? '';
                    if (!expected.test(scope))
                        wrong.push(
                            `line ${text.slice(0, token.startOffset).split('\n').length}: '${token.image}' (${token.tokenType.name}) is ${scope === '' ? 'plain' : scope}`,
                        );
                }
            }
            assert.deepEqual([...new Set(wrong)].slice(0, 20), []);
        });
    }
});
