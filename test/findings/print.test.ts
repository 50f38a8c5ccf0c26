// What the printer leaves without quotes is one name to the language, and what it quotes reads back the same.
import assert from 'node:assert/strict';
import { factText } from '@crit-lang/findings/print/patient.js';
import { saidApart } from '@crit-lang/findings/witness/said-apart.js';
import { nameText, quotedText } from '@crit-lang/findings/print/name.js';
import { TOKEN_TYPES } from '@crit-lang/language/syntax/parser/token.js';
import { isPlainName } from '@crit-lang/language/syntax/write-name.js';
import { nameValue, textValue } from '@crit-lang/language/syntax/written-values.js';
import type { Condition } from '@crit-lang/model/criteria/condition.js';
import { shippedTerms } from '@crit-lang/vocabulary/shipped.js';

describe('words that nothing defines', function () {
    const has: Condition = {
        kind: 'presence',
        aspect: 'present',
        verb: 'has',
        what: { term: 'psoriasis', index: false, any: false, except: [] },
        window: { form: 'at', from: null, to: null, written: false },
        refinements: [],
        lasting: null,
        times: null,
        stableDose: null,
        method: null,
    };
    const severe: Condition = { kind: 'vague', qualifier: 'severe', condition: has };
    const both: Condition = { kind: 'vague', qualifier: 'active', condition: severe };

    it('stand one by one before a term, as the language has it', function () {
        assert.equal(factText(severe, 'screening'), 'has "severe" psoriasis');
        assert.equal(factText(both, 'screening'), null);
        assert.equal(factText({ kind: 'not', of: both }, 'screening'), null);
        assert.equal(factText({ kind: 'vague', qualifier: 'active', condition: { kind: 'any', of: [has, severe] } }, 'screening'), null);
    });

    it('make a line each', function () {
        const lines = (fact: Condition): (string | null)[] => saidApart(fact).map((each) => factText(each, 'screening'));
        assert.deepEqual(lines(both), ['has "active" psoriasis', 'has "severe" psoriasis']);
        assert.deepEqual(lines(severe), ['has "severe" psoriasis']);
    });
});

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
