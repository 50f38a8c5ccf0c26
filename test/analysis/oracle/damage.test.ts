// Shows that the comparison with z3 has teeth: clauses that are dropped or flipped between encoder and solver change answers, and are found.
import assert from 'node:assert/strict';
import { DocumentAnalysis } from '@crit-lang/analysis/document-analysis.js';
import { effort, TIMEOUT } from '../effort.js';
import { RandomSource } from '../random-source.js';
import { compare } from './comparison.js';
import { type ClauseGroup, type DamageKind, withDamage } from './damaged-clauses.js';
import { randomProtocol } from './random-protocol.js';
import { Z3 } from './z3.js';

const IS_FULL = process.env['CRIT_ORACLE'] === 'full';

/** Of so many clauses one is damaged; `one`: one in the whole document. */
type Rate = number | 'one';

const RATES: readonly Rate[] = IS_FULL ? [3, 10, 30, 97, 'one'] : [3];

/** A document has few clauses that select. */
const RATES_OF_SELECTION: readonly Rate[] = IS_FULL ? [3, 'one'] : [3];

/** Documents in which z3 showed damage, of those in which there was any. */
interface Found {
    documents: number;
    damaged: number;
    found: number;
}

describe('damage to the clauses of criteria', function () {
    this.timeout(TIMEOUT);
    let z3: Z3;
    before(async () => (z3 = await Z3.load()));
    after(() => z3.close());

    /** The same documents and questions for every kind of damage. */
    function damaged(kind: DamageKind, group: ClauseGroup, rate: Rate): Found {
        const tally: Found = { documents: 0, damaged: 0, found: 0 };
        for (let seed = 1; seed <= effort(4, 40); seed++) {
            const random = new RandomSource(2000 + seed);
            const protocol = randomProtocol(random, random.pick(['days', 'visits'] as const));
            const analyse = (): DocumentAnalysis => new DocumentAnalysis(protocol.document);
            const chosen = rate === 'one' ? random.below(withDamage(kind, group, () => false, analyse).made) : random.below(rate);
            const isHit = (clause: number): boolean => (rate === 'one' ? clause === chosen : clause % rate === chosen);
            let isFound = false;
            const { damaged: count } = withDamage(kind, group, isHit, () => {
                isFound = compare(z3, protocol, random, 30, undefined, analyse()).disagreements.length > 0;
            });
            if (count === 0) continue;
            tally.documents++;
            tally.damaged += count;
            if (isFound) tally.found++;
        }
        if (IS_FULL) {
            const rateText = rate === 'one' ? 'one clause a document' : `1 of ${rate} clauses`;
            const share = `${Math.round((100 * tally.found) / Math.max(tally.documents, 1))} %`;
            console.log(`      ${kind}, ${group}, ${rateText}: found in ${tally.found} of ${tally.documents} documents (${share}), ${tally.damaged} clauses`);
        }
        return tally;
    }

    for (const kind of ['drop', 'flip'] as const) {
        it(`is found by z3 (${kind})`, () => {
            const [every3rd] = RATES.map((rate) => damaged(kind, 'formulas', rate));
            assert.ok(every3rd !== undefined && every3rd.found * 2 >= every3rd.documents, JSON.stringify(every3rd));
        });
    }

    // Flipped, such a clause says nothing of a criterion that is asked, as if it were dropped.
    it('is found by z3 where a criterion is selected (drop)', () => {
        const [every3rd] = RATES_OF_SELECTION.map((rate) => damaged('drop', 'selection', rate));
        assert.ok(every3rd !== undefined && every3rd.found > 0, JSON.stringify(every3rd));
    });
});
