// Over random protocols of every construct: making witnesses never fails, and most are confirmed, though such patients are far from any real one.
import assert from 'node:assert/strict';
import { randomProtocol } from '../analysis/oracle/random-protocol.js';
import { RandomSource } from '../analysis/random-source.js';
import { witnessesOf } from './witnesses.js';

const SEEDS = 12;

describe('witnesses of random protocols', function () {
    this.timeout(300_000);
    for (const kind of ['days', 'visits'] as const) {
        it(`are confirmed for the most part (${kind})`, function () {
            let [all, confirmed] = [0, 0];
            for (let seed = 1; seed <= SEEDS; seed++) {
                for (const { witness } of witnessesOf(randomProtocol(new RandomSource(seed), kind).document)) {
                    all++;
                    if (witness.confirmed) confirmed++;
                    assert.equal(witness.confirmed, witness.disagreements.length === 0 && witness.text !== '');
                }
            }
            assert.ok(confirmed > all / 2, `${confirmed} of ${all}`);
        });
    }
});
