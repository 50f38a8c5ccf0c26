// Shows that the analyser answers as z3 does, which is given the same documents in numbers and witnesses of its own and shares no code with it.
import assert from 'node:assert/strict';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fs from 'node:fs';
import { effort, TIMEOUT } from '../effort.js';
import { RandomSource } from '../random-source.js';
import { inRoot } from '../../support/repository.js';
import { compare, type Compared } from './comparison.js';
import { conflictFaults } from './conflict-faults.js';
import { randomProtocol } from './random-protocol.js';
import type { TimeKind } from './random-time.js';
import { Z3 } from './z3.js';

const KINDS: readonly TimeKind[] = ['days', 'months', 'visits', 'mixed'];

describe('the analyser beside z3', function () {
    this.timeout(TIMEOUT);
    let z3: Z3;
    before(async () => (z3 = await Z3.load()));
    after(() => z3.close());

    for (const kind of KINDS) {
        it(`answers the questions of random documents alike, time in ${kind}`, () => {
            const total = { documents: 0, questions: 0, unsatisfiable: 0, undecided: 0, sets: 0 };
            // All that disagree are told of: one run of hours shows them all.
            const disagreements: string[] = [];
            for (let seed = 1; seed <= effort(6, 150); seed++) {
                const random = new RandomSource(seed);
                const protocol = randomProtocol(random, kind);
                const found: Compared = compare(z3, protocol, random, effort(20, 45), conflictFaults(total));
                for (const { about, analyser, z3: other } of found.disagreements)
                    disagreements.push(`${about}: analyser ${analyser}, z3 ${other}; node scripts/oracle/reproduce.mjs ${kind} ${seed}`);
                total.documents++;
                total.questions += found.questions;
                total.unsatisfiable += found.unsatisfiable;
                total.undecided += found.undecided;
            }
            if (process.env['CRIT_ORACLE'] === 'full') console.log(`      ${kind}: ${JSON.stringify(total)}`);
            assert.deepEqual(disagreements, []);
            assert.ok(total.unsatisfiable * 10 > total.questions, 'the documents have contradictions to find');
            assert.ok(total.undecided * 20 < total.questions, 'z3 finds out nearly always');
        });
    }

    it('is asked about documents that fit the published JSON Schema', () => {
        const schema = JSON.parse(fs.readFileSync(inRoot('packages/model/schema/criteria-model.schema.json'), 'utf8')) as object;
        const fits = new Ajv2020({ allErrors: true, strict: false }).compile(schema);
        for (const kind of KINDS) {
            for (let seed = 1; seed <= effort(15, 400); seed++) {
                const { document } = randomProtocol(new RandomSource(seed), kind);
                assert.ok(fits(document), `${kind} ${seed}: ${JSON.stringify(fits.errors)}`);
            }
        }
    });
});
