// `crit explain`: pages of diagnostics, and what a criterion means.
import assert from 'node:assert/strict';
import { CATALOGUE } from '@crit-lang/language/diagnostics/catalogue.js';
import { expectGolden } from '../support/golden.js';
import { crit, transcript } from './crit.js';

const TRIAL = 'test/fixtures/cli/trial.crit';

describe('crit explain', function () {
    for (const id of ['I-1', 'I-2', 'E-1', 'E-2', 'protocol.age', 'SLE.index']) {
        it(`says what ${id} means, as recorded`, async function () {
            const args = ['explain', `${TRIAL}#${id}`];
            expectGolden(`cli/explain-${id.toLowerCase()}.txt`, transcript(args, await crit(...args)));
        });
    }

    it('prints the page of every diagnostic of the catalogue', async function () {
        for (const name of Object.keys(CATALOGUE)) {
            const { code, out } = await crit('explain', name);
            assert.equal(code, 0, name);
            assert.ok(out.startsWith(`# ${name}\n`), `${name}: ${out.split('\n')[0] ?? ''}`);
        }
    });

    it('takes the id in any case', async function () {
        assert.match((await crit('explain', `${TRIAL}#e-2`)).out, /^E-2 "Brain", exclusion/);
    });

    it('ends with 1 on an unknown name and names the nearest', async function () {
        const unknown: [string, RegExp][] = [
            ['unknown-trm', /no diagnostic is called 'unknown-trm'\. Did you mean 'unknown-term'\?/],
            ['__proto__', /no diagnostic is called '__proto__'/],
            ['examples/breakfree-1.crit', /write its id behind the file/],
            [`${TRIAL}#E-9`, /has no criterion 'E-9'\. Did you mean 'E-1' or 'E-2' or 'E-3'\?/],
            [`${TRIAL}#`, /has no criterion ''/],
        ];
        for (const [what, message] of unknown) {
            const { code, out, err } = await crit('explain', what);
            assert.deepEqual({ code, out }, { code: 1, out: '' }, what);
            assert.match(err, message);
        }
    });

    it('ends with 2 when the file cannot be read', async function () {
        assert.equal((await crit('explain', 'missing.crit#E-1')).code, 2);
    });
});
