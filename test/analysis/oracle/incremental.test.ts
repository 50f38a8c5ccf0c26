// Shows that an analysis that reuses what earlier ones of the document compiled and found answers as one from scratch does, after any row of edits.
import assert from 'node:assert/strict';
import { ComponentCache } from '@crit-lang/analysis/components/component-cache.js';
import { DocumentAnalysis } from '@crit-lang/analysis/document-analysis.js';
import type { CriteriaDocument } from '@crit-lang/model/criteria/document.js';
import { effort, TIMEOUT } from '../effort.js';
import { RandomSource } from '../random-source.js';
import { Names, questionsOf } from './questions.js';
import { type RandomProtocol, randomProtocol } from './random-protocol.js';

describe('an analysis after edits', function () {
    this.timeout(TIMEOUT);

    it('answers as one from scratch', () => {
        let asked = 0;
        for (let seed = 1; seed <= effort(6, 150); seed++) {
            const random = new RandomSource(seed);
            const protocol = randomProtocol(random, random.pick(['days', 'months', 'visits', 'mixed'] as const));
            const cache = new ComponentCache();
            let { document } = protocol;
            for (let edits = 0; edits < effort(4, 12); edits++) {
                document = edited(document, protocol, random);
                const sampled = random.below(1_000_000);
                const [reused, scratch] = [new DocumentAnalysis(document, cache), new DocumentAnalysis(document)].map((analysis) =>
                    answersOf(analysis, new RandomSource(sampled)),
                );
                assert.deepEqual(reused, scratch, `seed ${seed}, edit ${edits}`);
                asked += scratch?.length ?? 0;
                if (random.chance(0.5)) cache.forgetUnused();
            }
        }
        if (process.env['CRIT_ORACLE'] === 'full') console.log(`      ${asked} answers`);
        assert.ok(asked > 200);
    });
});

function answersOf(analysis: DocumentAnalysis, random: RandomSource): string[] {
    const questions = questionsOf(analysis, new Names(), random, 40).map(({ about, answer }) => `${answer} ${about}`);
    const conflicts = analysis.worlds.flatMap(({ cohorts }) => cohorts.map(({ scenario, satisfiable }) => `${scenario.cohort.id} ${String(satisfiable)}`));
    return [...conflicts, ...questions];
}

/** Adds, drops, changes, moves a criterion, or changes what is known of the terms. */
function edited(document: CriteriaDocument, { anotherCriterion }: RandomProtocol, random: RandomSource): CriteriaDocument {
    const { criteria, relations, cohorts } = document;
    const place = random.below(criteria.length);
    const [chosen] = criteria.slice(place);
    switch (random.below(7)) {
        case 0:
            return { ...document, criteria: [...criteria, anotherCriterion(`N-${random.below(1000)}`)] };
        case 1:
            return criteria.length < 3 ? document : { ...document, criteria: criteria.filter((each) => each !== chosen) };
        case 2:
            return { ...document, criteria: criteria.map((each) => (each === chosen ? { ...anotherCriterion(each.id) } : each)) };
        case 3:
            return {
                ...document,
                criteria: criteria.map((each) => (each === chosen ? { ...each, kind: each.kind === 'include' ? 'exclude' : 'include' } : each)),
            };
        case 4:
            return { ...document, criteria: random.sample(criteria, criteria.length) };
        case 5:
            return { ...document, relations: relations.filter(() => random.chance(0.7)) };
        default:
            return { ...document, cohorts: cohorts.map((cohort) => ({ ...cohort, index: random.pick(cohorts).index })) };
    }
}
