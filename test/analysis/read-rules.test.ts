// Shows that rules which say the same are one number, however often they are read anew, and that others never are.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import type { Condition } from '@crit-lang/model/criteria/condition.js';
import { compile } from '@crit-lang/language/compile.js';
import { parseFile } from '@crit-lang/language/resolve/parsed-file.js';
import { ReadRules } from '@crit-lang/analysis/components/read-rules.js';
import { meaningOf, saysTheSame } from '@crit-lang/analysis/knowledge/meaning.js';
import { inRoot } from '../support/repository.js';

const rulesIn = (name: string): Condition[] => {
    const { document } = compile(parseFile(name, fs.readFileSync(inRoot('examples', `${name}.crit`), 'utf8')));
    return document.criteria.flatMap(({ rule, readings }) => [rule, ...readings.map((reading) => reading.rule)]);
};

describe('rules that say the same', function () {
    const [one, again] = [rulesIn('breakfree-1'), rulesIn('breakfree-1')];
    const all = [...one, ...rulesIn('im19')];

    it('are told as their meanings tell them', function () {
        one.forEach((rule, index) => assert.ok(saysTheSame(rule, again[index])));
        for (const rule of all) for (const other of all) assert.equal(saysTheSame(rule, other), meaningOf(rule) === meaningOf(other));
    });

    it('have one number, at the same place and at others, and others have others', function () {
        const rules = new ReadRules();
        const first = one.map((rule, index) => rules.read(rule, `place ${index}`).number);
        rules.forgetUnused();
        assert.deepEqual(
            again.map((rule, index) => rules.read(rule, `place ${index}`).number),
            first,
        );
        assert.deepEqual(
            rulesIn('breakfree-1').map((rule, index) => rules.read(rule, `elsewhere ${index}`).number),
            first,
        );
        assert.equal(new Set(first).size, new Set(one.map(meaningOf)).size);
    });
});
