// Shows that clauses say what the criteria say: random documents with exact fractions, gaps and counts, against a plain interpreter.
import assert from 'node:assert/strict';
import { effort, TIMEOUT } from './effort.js';
import { EncodedDocument, faultInAnswers, faultInDefinitions } from './encoding-oracle.js';
import { randomDocument } from './random-document.js';
import { RandomSource } from './random-source.js';

describe('the encoding', function () {
    this.timeout(TIMEOUT);

    it('defines every formula for every patient of random documents', function () {
        const documents = effort(60, 1500);
        for (let seed = 1; seed <= documents; seed++) {
            const random = new RandomSource(seed);
            const encoded = new EncodedDocument(randomDocument(random), undefined, random.chance(0.5));
            assert.equal(faultInDefinitions(encoded), undefined, `seed ${seed}`);
        }
    });

    it('answers random questions with the right verdict, a true witness or a true core', function () {
        const documents = effort(500, 10_000);
        for (let seed = 1; seed <= documents; seed++) {
            const random = new RandomSource(seed);
            const encoded = new EncodedDocument(randomDocument(random), undefined, random.chance(0.5));
            assert.equal(faultInAnswers(encoded, random, 12), undefined, `seed ${seed}`);
        }
    });
});
