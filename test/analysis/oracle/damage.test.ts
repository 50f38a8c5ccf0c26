// Shows that the comparison with z3 has teeth: clauses that are dropped or flipped between encoder and solver change answers, and are found.
import assert from 'node:assert/strict';
import { DocumentAnalysis } from '@crit-lang/analysis/document-analysis.js';
import { SatSolver } from '@crit-lang/analysis/solver/sat-solver.js';
import { type Literal, negated } from '@crit-lang/analysis/solver/literal.js';
import { effort, TIMEOUT } from '../effort.js';
import { RandomSource } from '../random-source.js';
import { compare } from './comparison.js';
import { randomProtocol } from './random-protocol.js';
import { Z3 } from './z3.js';

const IS_FULL = process.env['CRIT_ORACLE'] === 'full';

/** Every so many clauses one is damaged. */
const RATES = IS_FULL ? [3, 10, 30, 97] : [3];

describe('damage to the clauses of criteria', function () {
    this.timeout(TIMEOUT);
    let z3: Z3;
    const addClause = Reflect.get(SatSolver.prototype, 'addClause');
    before(async () => (z3 = await Z3.load()));
    afterEach(() => {
        SatSolver.prototype.addClause = addClause;
    });
    after(() => z3.close());

    for (const kind of ['drop', 'flip'] as const) {
        it(`is found by z3 (${kind})`, () => {
            const tally: Record<string, number> = {};
            for (const rate of RATES) {
                let found = 0;
                const documents = effort(4, 40);
                for (let seed = 1; seed <= documents; seed++) {
                    const random = new RandomSource(1000 + seed);
                    const protocol = randomProtocol(random, random.pick(['days', 'visits'] as const));
                    let number = random.below(rate);
                    SatSolver.prototype.addClause = function (literals: readonly Literal[]): boolean {
                        // Clauses of one literal say that a member is asked, or that a formula is constant.
                        if (literals.length < 2 || ++number % rate !== 0) return addClause.call(this, literals);
                        return kind === 'drop' || addClause.call(this, [negated(literals[0] as Literal), ...literals.slice(1)]);
                    };
                    const { disagreements } = compare(z3, protocol, random, 30, undefined, new DocumentAnalysis(protocol.document));
                    SatSolver.prototype.addClause = addClause;
                    if (disagreements.length > 0) found++;
                }
                tally[`every ${rate}th`] = found / documents;
            }
            if (process.env['CRIT_ORACLE'] === 'full') console.log(`      share of documents in which it was found: ${JSON.stringify(tally)}`);
            assert.ok((tally['every 3th'] ?? 0) >= 0.5, JSON.stringify(tally));
        });
    }
});
