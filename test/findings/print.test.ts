// What the printer leaves without quotes is one name to the language, and what it quotes reads back the same.
import assert from 'node:assert/strict';
import { nameText, quotedText } from '@crit-lang/findings/print/name.js';
import { TOKEN_TYPES } from '@crit-lang/language/syntax/parser/token.js';
import { isPlainName } from '@crit-lang/language/syntax/write-name.js';
import { nameValue, textValue } from '@crit-lang/language/syntax/written-values.js';
import { shippedTerms } from '@crit-lang/vocabulary/shipped.js';

describe('names and texts as Crit writes them', function () {
    it('read back the same for every term of the vocabulary', function () {
        for (const { id } of shippedTerms().all()) {
            const text = nameText(id);
            assert.equal(nameValue(text), id);
            if (!text.startsWith("'")) assert.ok(isPlainName(id), id);
        }
    });

    it('are quoted only where they have to be', function () {
        const quoted = shippedTerms()
            .all()
            .filter(({ id }) => nameText(id).startsWith("'") && isPlainName(id));
        assert.deepEqual(
            quoted.map(({ id }) => id),
            [],
        );
    });

    it('are quoted where they are words of the language', function () {
        for (const { keyword, name } of TOKEN_TYPES) {
            if (!keyword || !/^[A-Za-z]/u.test(name)) continue;
            for (const text of [name, `left ${name}`, `${name} side`]) assert.ok(nameText(text).startsWith("'") || isPlainName(text), text);
        }
    });

    it('keep texts with quotes, line ends and backslashes', function () {
        for (const text of ['a "b" c', 'one\ntwo', 'a\\b', "it's", '']) assert.equal(textValue(quotedText(text)), text);
    });
});
