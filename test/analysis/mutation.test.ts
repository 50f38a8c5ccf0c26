// Shows that the oracles have teeth: when a clause of the encoder is dropped, or flipped in one literal, they find fault.
import assert from 'node:assert/strict';
import { DamagedSink, type Damage, isHarmless } from './damaged-sink.js';
import { effort, TIMEOUT } from './effort.js';
import { EncodedDocument, faultInAnswers, faultInDefinitions } from './encoding-oracle.js';
import { type Document, randomDocument } from './random-document.js';
import { RandomSource } from './random-source.js';

/** The clauses that the encoder makes of a document, and the number of variables in them. */
function clausesOf(document: Document): { clauses: DamagedSink['made']; variables: number } {
    const sinks: DamagedSink[] = [];
    const { solver } = new EncodedDocument(document, (solver) => (sinks[0] = new DamagedSink(solver)));
    return { clauses: sinks[0]?.made ?? [], variables: solver.variableCount };
}

const encodedWith = (document: Document, damage: Damage): EncodedDocument => new EncodedDocument(document, (solver) => new DamagedSink(solver, damage));

describe('damage to the encoder', function () {
    this.timeout(TIMEOUT);

    it('is found by the look at every definition, unless no formula can show it', function () {
        const documents = effort(20, 400);
        const tally = { found: 0, harmless: 0, hidden: 0 };
        for (let seed = 1; seed <= documents; seed++) {
            const random = new RandomSource(seed);
            const document = randomDocument(random);
            const { clauses, variables } = clausesOf(document);
            const damages = [...clauses.keys()].flatMap((clause): Damage[] => [
                { clause, kind: 'drop' },
                { clause, kind: 'flip', place: random.below(clauses[clause]?.length ?? 1) },
            ]);
            for (const damage of random.sample(damages, effort(12, 30))) {
                if (isHarmless(clauses, variables, damage)) tally.harmless++;
                else if (faultInDefinitions(encodedWith(document, damage)) !== undefined) tally.found++;
                else {
                    // Part of a count whose items depend on each other, so that the part never makes a difference.
                    tally.hidden++;
                    assert.equal(faultInAnswers(encodedWith(document, damage), random, 40), undefined, `seed ${seed}, ${JSON.stringify(damage)}`);
                }
            }
        }
        assert.ok(tally.found > 9 * tally.hidden && tally.found > tally.harmless, JSON.stringify(tally));
    });

    it('is found by random questions too, more often than not', function () {
        const documents = effort(60, 600);
        const tally = { found: 0, missed: 0 };
        for (let seed = 1; seed <= documents; seed++) {
            const random = new RandomSource(seed);
            const document = randomDocument(random);
            const { clauses, variables } = clausesOf(document);
            if (clauses.length === 0) continue;
            const clause = random.below(clauses.length);
            const damage: Damage = random.chance(0.5) ? { clause, kind: 'drop' } : { clause, kind: 'flip', place: random.below(clauses[clause]?.length ?? 1) };
            if (isHarmless(clauses, variables, damage)) continue;
            tally[faultInAnswers(encodedWith(document, damage), random, 40) === undefined ? 'missed' : 'found']++;
        }
        assert.ok(tally.found > tally.missed, JSON.stringify(tally));
    });
});
