// Cohorts in two versions: who can qualify, from all criteria together, in the first readings and in the others.
import assert from 'node:assert/strict';
import { compareDocuments } from '@crit-lang/analysis/amendment/amendment.js';
import type { Change } from '@crit-lang/analysis/amendment/report.js';
import { changeOf, compareTexts, documentOf } from './compare-texts.js';

function cohortChanges(old: string, current: string): Record<string, Change> {
    return Object.fromEntries(compareTexts(old, current).cohorts.map(({ pair, change }) => [pair.id, change]));
}

describe('cohorts in two versions', function () {
    it('classes', function () {
        const cohorts = 'cohort A with SLE\ncohort B with rheumatoid arthritis\n';
        const line = (limit: number, more = ''): string => `${cohorts}include I for A { creatinine <= ${limit} mg/dL }\n${more}`;
        assert.deepEqual(cohortChanges(line(2), line(2)), { A: 'unchanged', B: 'unchanged' });
        assert.deepEqual(cohortChanges(line(2), line(3)), { A: 'broadened', B: 'unchanged' });
        assert.deepEqual(cohortChanges(line(3), line(2)), { A: 'narrowed', B: 'unchanged' });
        assert.deepEqual(cohortChanges(line(2), line(3, 'exclude E { pregnant }')), { A: 'both', B: 'narrowed' });
        assert.deepEqual(cohortChanges(line(2, 'include W { wording "one"\npregnant }'), line(2, 'include W { wording "two"\npregnant }')), {
            A: 'wording',
            B: 'wording',
        });
        assert.deepEqual(cohortChanges(line(2, 'include S { statement "one" }'), line(2, 'include S { statement "two" }')), {
            A: 'incomparable',
            B: 'incomparable',
        });
    });

    it('a change of a criterion that the others make idle changes no cohort', function () {
        const report = compareTexts(
            'include I { creatinine <= 1 mg/dL }\ninclude J { creatinine <= 3 mg/dL }',
            'include I { creatinine <= 1 mg/dL }\ninclude J { creatinine <= 2 mg/dL }',
        );
        assert.equal(changeOf(report, 'J').change, 'narrowed');
        assert.match(changeOf(report, 'J').message, /Nobody who meets all other criteria of the earlier version is lost by it alone/);
        assert.notEqual(report.cohorts[0]?.change, 'narrowed');
    });

    it('added, removed, renamed', function () {
        const report = compareTexts('cohort A with SLE\ncohort B with rheumatoid arthritis', 'cohort A1 with SLE\ncohort C with psoriasis');
        assert.deepEqual(
            report.cohorts.map(({ pair, change }) => [pair.old?.id, pair.new?.id, change]),
            [
                ['A', 'A1', 'unchanged'],
                [undefined, 'C', 'added'],
                ['B', undefined, 'removed'],
            ],
        );
        assert.equal(changeOf(report, 'A1.index').change, 'unchanged');
        assert.match(report.cohorts[0]?.message ?? '', /it was called A/);
    });

    it('says so where nobody can qualify', function () {
        const open = 'include I { creatinine <= 2 mg/dL }';
        const shut = `${open}\ninclude J { creatinine >= 3 mg/dL }`;
        const message = (old: string, current: string): [Change | undefined, string | undefined] => {
            const [cohort] = compareTexts(old, current).cohorts;
            return [cohort?.change, cohort?.message];
        };
        const [closed, whyClosed] = message(open, shut);
        assert.equal(closed, 'narrowed');
        assert.match(whyClosed ?? '', /Nobody can qualify for it any more/);
        const [opened, whyOpened] = message(shut, open);
        assert.equal(opened, 'broadened');
        assert.match(whyOpened ?? '', /Nobody could qualify for it before/);
        const [still, whyStill] = message(shut, `${shut}\nexclude E { pregnant }`);
        assert.equal(still, 'unchanged');
        assert.match(whyStill ?? '', /Nobody could qualify for it, and nobody can/);
    });

    it('another reading that changes the class is named', function () {
        const text = (limit: number): string => `exclude E { reading one { pregnant }\nreading two "Of values" { creatinine > ${limit} mg/dL } }`;
        const report = compareTexts(text(2), text(3));
        const found = changeOf(report, 'E');
        assert.deepEqual(
            found.readings.map(({ id, change }) => [id, change]),
            [['two', 'broadened']],
        );
        assert.match(found.message, /Read as "Of values" \(two\): broadened/);
        assert.deepEqual(
            report.cohorts[0]?.readings.map(({ id, change }) => [id, change]),
            [['two', 'broadened']],
        );
    });

    it('a file without a protocol is compared too', function () {
        const report = compareDocuments(documentOf('include I { creatinine <= 2 mg/dL }'), documentOf('include I { creatinine <= 3 mg/dL }'));
        assert.equal(changeOf(report, 'I').change, 'broadened');
        assert.ok(changeOf(report, 'I').gained !== null);
    });
});
