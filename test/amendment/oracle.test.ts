// Random versions of small protocols: what is found is what trying every patient finds; the other way round gained is lost; the same is unchanged.
import assert from 'node:assert/strict';
import { compareDocuments } from '@crit-lang/analysis/amendment/amendment.js';
import type { AmendmentReport, Change } from '@crit-lang/analysis/amendment/report.js';
import { effort, TIMEOUT } from '../analysis/effort.js';
import { RandomSource } from '../analysis/random-source.js';
import { documentOf } from './compare-texts.js';

interface Patient {
    readonly pregnant: boolean;
    readonly asthma: boolean;
    readonly stroke: boolean;
    readonly creatinine: number;
    readonly hemoglobin: number;
}

interface Line {
    readonly text: string;
    readonly holds: (patient: Patient) => boolean;
}

interface Criterion {
    readonly id: string;
    readonly kind: 'include' | 'exclude';
    /** Null: both cohorts. */
    readonly cohort: 'A' | 'B' | null;
    readonly line: Line;
}

const VALUES = [0.5, 1, 1.5, 2, 2.5, 3, 3.5];
const COHORTS = ['A', 'B'] as const;

const PATIENTS: readonly Patient[] = [true, false].flatMap((pregnant) =>
    [true, false].flatMap((asthma) =>
        [true, false].flatMap((stroke) =>
            VALUES.flatMap((creatinine) => VALUES.map((hemoglobin): Patient => ({ pregnant, asthma, stroke, creatinine, hemoglobin }))),
        ),
    ),
);

function leaf(random: RandomSource): Line {
    const fact = random.pick(['pregnant', 'asthma', 'stroke', 'creatinine', 'hemoglobin'] as const);
    if (fact === 'pregnant') return { text: 'pregnant', holds: (patient) => patient.pregnant };
    if (fact === 'asthma') return { text: 'has asthma', holds: (patient) => patient.asthma };
    if (fact === 'stroke') return { text: 'ever had stroke', holds: (patient) => patient.stroke };
    const limit = random.pick([1, 2, 3]);
    const operator = random.pick(['<', '<=', '>', '>='] as const);
    const compare = { '<': (a: number) => a < limit, '<=': (a: number) => a <= limit, '>': (a: number) => a > limit, '>=': (a: number) => a >= limit }[
        operator
    ];
    return { text: `${fact} ${operator} ${limit} ${fact === 'creatinine' ? 'mg/dL' : 'g/dL'}`, holds: (patient) => compare(patient[fact]) };
}

function line(random: RandomSource, depth = 2): Line {
    if (depth === 0 || random.chance(0.4)) return leaf(random);
    const items = Array.from({ length: random.between(2, 3) }, () => line(random, depth - 1));
    const needed = random.between(1, items.length);
    const how = random.pick(['all', 'any', 'count', 'not'] as const);
    const texts = items.map(({ text }) => text).join('; ');
    const holding = (patient: Patient): number => items.filter(({ holds }) => holds(patient)).length;
    if (how === 'all') return { text: `all of { ${texts} }`, holds: (patient) => holding(patient) === items.length };
    if (how === 'any') return { text: `any of { ${texts} }`, holds: (patient) => holding(patient) > 0 };
    if (how === 'count') return { text: `at least ${needed} of { ${texts} }`, holds: (patient) => holding(patient) >= needed };
    return { text: `not all of { ${texts} }`, holds: (patient) => holding(patient) < items.length };
}

function criterion(random: RandomSource, id: string): Criterion {
    return { id, kind: random.pick(['include', 'exclude'] as const), cohort: random.pick([null, null, 'A', 'B'] as const), line: line(random) };
}

const textOf = (criteria: readonly Criterion[]): string =>
    [
        'protocol P { timeline screening; assessed screening }',
        'cohort A',
        'cohort B',
        ...criteria.map(({ id, kind, cohort, line: { text } }) => `${kind} ${id} "${id}"${cohort === null ? '' : ` for ${cohort}`} { ${text} }`),
    ].join('\n');

const passes = ({ kind, cohort, line: { holds } }: Criterion, of: string, patient: Patient): boolean =>
    (cohort !== null && cohort !== of) || holds(patient) === (kind === 'include');

function expected(pairs: readonly (readonly [before: boolean, now: boolean])[]): Change {
    const [gained, lost] = [pairs.some(([before, now]) => !before && now), pairs.some(([before, now]) => before && !now)];
    return gained && lost ? 'both' : gained ? 'broadened' : lost ? 'narrowed' : 'unchanged';
}

const MIRRORED: Readonly<Partial<Record<Change, Change>>> = { broadened: 'narrowed', narrowed: 'broadened', added: 'removed', removed: 'added' };
const mirrored = (change: Change): Change => MIRRORED[change] ?? change;

/** Each example has to be a patient that there is. */
function checkExamples(report: AmendmentReport): void {
    for (const { gained, lost, change } of [...report.criteria, ...report.cohorts]) {
        for (const example of [gained, lost]) {
            if (example !== null) assert.ok(example.versions.components.models(example.parts, example.extra) !== null);
        }
        if (change === 'broadened' || change === 'both') assert.ok(gained !== null);
        if (change === 'narrowed' || change === 'both') assert.ok(lost !== null);
    }
}

describe('random versions', function () {
    this.timeout(TIMEOUT);

    it('agree with trying every patient', function () {
        for (let seed = 0; seed < effort(60, 5000); seed++) {
            const random = new RandomSource(seed);
            const old = Array.from({ length: random.between(1, 4) }, (_each, index) => criterion(random, `E-${index}`));
            const current = old.map((each) =>
                random.chance(0.5) ? each : { ...criterion(random, each.id), ...(random.chance(0.7) ? { kind: each.kind, cohort: each.cohort } : {}) },
            );
            const [before, now] = [documentOf(textOf(old)), documentOf(textOf(current))];
            const report = compareDocuments(before, now);
            const where = `seed ${seed}\n${textOf(old)}\n${textOf(current)}`;
            for (const [index, one] of old.entries()) {
                const other = current[index] as Criterion;
                const found = report.criteria.find((each) => each.new?.id === other.id);
                assert.equal(found?.old?.id, one.id, where);
                const wanted = expected(
                    COHORTS.flatMap((cohort) => PATIENTS.map((patient) => [passes(one, cohort, patient), passes(other, cohort, patient)] as const)),
                );
                if (found.change === 'incomparable') assert.notEqual(wanted, 'unchanged', where);
                else assert.equal(found.change === 'wording' ? 'unchanged' : found.change, wanted, `${one.id}, ${where}`);
            }
            for (const { pair, change } of report.cohorts) {
                // Who is gained or lost by what cannot be compared is left out.
                if (report.criteria.some((each) => each.change === 'incomparable')) continue;
                const eligible = (criteria: readonly Criterion[], patient: Patient): boolean => criteria.every((each) => passes(each, pair.id, patient));
                const wanted = expected(PATIENTS.map((patient) => [eligible(old, patient), eligible(current, patient)] as const));
                assert.equal(change === 'wording' ? 'unchanged' : change, wanted, `${pair.id}, ${where}`);
            }
            checkExamples(report);
            const back = compareDocuments(now, before);
            for (const { old: one, new: other, change } of report.criteria) {
                const found = back.criteria.find((each) => (each.new?.id ?? null) === (one?.id ?? null) && (each.old?.id ?? null) === (other?.id ?? null));
                assert.equal(found?.change, mirrored(change), `${one?.id ?? ''} backwards, ${where}`);
            }
            assert.deepEqual(
                back.cohorts.map(({ change }) => change),
                report.cohorts.map(({ change }) => mirrored(change)),
                where,
            );
        }
    });

    it('are unchanged when they are the same', function () {
        for (let seed = 0; seed < effort(10, 500); seed++) {
            const random = new RandomSource(seed);
            const text = textOf(Array.from({ length: 4 }, (_each, index) => criterion(random, `E-${index}`)));
            const report = compareDocuments(documentOf(text, 'old.crit'), documentOf(text, 'new.crit'));
            for (const { change, gained, lost } of [...report.criteria, ...report.cohorts]) {
                assert.equal(change, 'unchanged', text);
                assert.ok(gained === null && lost === null);
            }
        }
    });
});
