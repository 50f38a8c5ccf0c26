// 'is grade 3' says the same as 'is grade = 3' and stays as it is written.
import assert from 'node:assert/strict';
import { compile } from '@crit-lang/language/compile.js';
import { formatText } from '@crit-lang/language/format/format.js';
import { parseFile } from '@crit-lang/language/resolve/parsed-file.js';

function ruleOf(line: string): string {
    const { document, diagnostics } = compile(parseFile('example.crit', `exclude E-1 {\n  ${line}\n}\n`));
    assert.deepEqual(diagnostics, []);
    return JSON.stringify(document.criteria[0]?.rule, (key, value: unknown) => (key === 'range' ? undefined : value));
}

describe('a grade', function () {
    for (const [written, same] of [
        ['neuropathy is grade 3 in CTCAE', 'neuropathy is grade = 3 in CTCAE'],
        ['neuropathy is not grade 3 in CTCAE', 'neuropathy is not grade = 3 in CTCAE'],
        ['any infection is grade 3 in CTCAE within 4 weeks before screening', 'any infection is grade = 3 in CTCAE within 4 weeks before screening'],
        ['BILAG(renal) is A', 'BILAG(renal) is = A'],
    ] as const) {
        it(`reads '${written}' as '${same}'`, function () {
            assert.equal(ruleOf(written), ruleOf(same));
            assert.notEqual(ruleOf(written), ruleOf(same.replace('=', '>=')));
        });
    }

    it('is formatted as it is written', function () {
        const formatted = formatText('exclude E-1 { neuropathy   is  grade   3 in CTCAE\nneuropathy is grade=3 in CTCAE }');
        assert.deepEqual(formatted, { text: 'exclude E-1 {\n  neuropathy is grade 3 in CTCAE\n  neuropathy is grade = 3 in CTCAE\n}\n' });
    });
});
