// The two versions of Breakfree-1: every change that was found by hand (docs/analysis/amendment-by-hand.md) is found, with who is gained and lost.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { compareDocuments } from '@crit-lang/analysis/amendment/amendment.js';
import type { AmendmentReport, Change } from '@crit-lang/analysis/amendment/report.js';
import type { DiffReport } from '@crit-lang/findings/comparison/diff-report.js';
import { diffReport } from '@crit-lang/findings/comparison/diff-report.js';
import { testPatients } from '@crit-lang/evaluate/patient-test.js';
import { inRoot } from '../support/repository.js';
import { documentOf } from './compare-texts.js';

const OLD = 'examples/breakfree-1-earlier.crit';
const NEW = 'examples/breakfree-1.crit';

/** Ids (null where a version lacks it), the class, whether somebody is gained and lost; and why. */
const BY_HAND: readonly [old: string | null, current: string | null, change: Change, shows: '' | 'gained' | 'lost' | 'both', because: string][] = [
    [null, 'protocol.age', 'added', 'lost', 'the earlier text does not give an age'],
    [null, 'protocol.healthy-volunteers', 'added', 'lost', 'the earlier text does not speak of healthy volunteers'],
    ['SLE.index', 'SLE.index', 'unchanged', '', 'the same disease'],
    ['IIM.index', 'IIM.index', 'unchanged', '', 'the same disease'],
    ['SSc.index', 'SSc.index', 'unchanged', '', 'the same disease'],
    [null, 'RA.index', 'added', '', 'the cohort is new'],
    ['SLE-1', 'SLE-1', 'broadened', 'gained', 'anti-Ro and anti-La were added to the antibodies'],
    ['SLE-2', 'SLE-2', 'both', 'both', 'methotrexate and azathioprine each count; loss of response is no longer named'],
    ['IIM-1', 'IIM-1', 'broadened', 'gained', 'polymyositis was added'],
    ['IIM-2', 'IIM-2', 'both', 'both', 'JAK inhibitors and lung disease were added; leflunomide was removed'],
    ['SSc-1', 'SSc-1', 'wording', '', 'EULAR/ACR in other words'],
    ['SSc-2', 'SSc-2', 'broadened', 'gained', 'diffuse disease needs no lung disease; three treatments were added'],
    [null, 'RA-1', 'added', '', 'the cohort is new'],
    ['E-1', 'E-1', 'unchanged', '', 'the same'],
    ['E-2', 'E-2', 'unchanged', '', 'an apostrophe does not count'],
    ['E-3', 'E-3', 'unchanged', '', 'the same in each of its three readings'],
    ['E-4', 'E-4', 'both', 'both', '"recent" became 12 months'],
    ['IIM-X1', 'IIM-X1', 'unchanged', '', 'a list mark and a full stop do not count'],
    ['IIM-X2', 'IIM-X2', 'unchanged', '', 'a list mark and a full stop do not count'],
    ['IIM-X3', 'IIM-X3', 'unchanged', '', 'a list mark and a full stop do not count'],
    ['SSc-X1', 'SSc-X1', 'unchanged', '', 'a list mark and a full stop do not count'],
    ['SSc-X2', 'SSc-X2', 'unchanged', '', 'a list mark and a full stop do not count'],
    ['SSc-X3', 'SSc-X3', 'unchanged', '', 'a list mark and a full stop do not count'],
    ['OTHER', null, 'removed', 'gained', 'what the old text did not print kept somebody out'],
    [null, 'RA-X1', 'added', '', 'the cohort is new'],
    [null, 'RA-X2', 'added', '', 'the cohort is new'],
];

describe('the two versions of Breakfree-1', function () {
    let amendment: AmendmentReport;
    let report: DiffReport;
    const read = (name: string): string => fs.readFileSync(inRoot(name), 'utf8');

    before(function () {
        amendment = compareDocuments(documentOf(read(OLD), OLD), documentOf(read(NEW), NEW));
        report = diffReport(amendment);
    });

    it('differ as was found by hand', function () {
        const shows = (gained: unknown, lost: unknown): string => (gained !== null ? (lost !== null ? 'both' : 'gained') : lost !== null ? 'lost' : '');
        assert.deepEqual(
            amendment.criteria.map(({ old, new: current, change, gained, lost }) => [old?.id ?? null, current?.id ?? null, change, shows(gained, lost)]),
            BY_HAND.map((row) => row.slice(0, 4)),
        );
    });

    it('differ for each cohort as was found by hand', function () {
        assert.deepEqual(
            amendment.cohorts.map(({ pair, change, readings }) => [pair.id, change, ...readings.map((each) => `${each.id}: ${each.change}`)]),
            [
                ['SLE', 'both'],
                ['IIM', 'both'],
                ['SSc', 'unchanged', 'lupus-only: both', 'overlap: both'],
                ['RA', 'added'],
            ],
        );
        assert.match(amendment.cohorts[2]?.message ?? '', /Nobody could qualify for it, and nobody can/);
    });

    it('show patients that the evaluator confirms in both versions', function () {
        for (const { id, gained, lost } of [...report.criteria, ...report.cohorts]) {
            for (const patient of [gained, lost]) if (patient !== null) assert.ok(patient.text !== null, `${id}: ${patient.note ?? ''}`);
        }
    });

    it('show patients who rest on a real difference', function () {
        const text = (id: string, direction: 'gained' | 'lost'): string => report.criteria.find((each) => each.id === id)?.[direction]?.text ?? '';
        assert.match(text('SLE-1', 'gained'), /anti-(Ro|La) positive/);
        assert.match(text('SLE-2', 'gained'), /azathioprine/);
        assert.match(text('SLE-2', 'gained'), /methotrexate/);
        assert.match(text('SLE-2', 'lost'), /loss of response/);
        assert.match(text('IIM-1', 'gained'), /has polymyositis/);
        assert.match(text('IIM-2', 'lost'), /leflunomide/);
        assert.match(text('E-4', 'gained'), /between .* before screening/);
        const message = amendment.criteria.find((each) => each.new?.id === 'E-4')?.message ?? '';
        assert.match(message, /Who is lost is lost by "recent, clinically significant" \(no longer said\) alone/);
    });

    it('show patients that can be pasted into the new version', function () {
        const texts = [...report.criteria, ...report.cohorts].flatMap(({ gained, lost }) => [gained, lost].flatMap((patient) => patient?.text ?? []));
        assert.ok(texts.length > 10);
        const own = documentOf(read(NEW), NEW).patients.length;
        const document = documentOf([read(NEW), ...texts].join('\n\n'), NEW);
        assert.equal(document.patients.length, own + texts.length);
        for (const { patient, passed, failures } of testPatients(document)) assert.ok(passed, `${patient.title}: ${failures.join(' ')}`);
    });

    it('are the same patients each time', function () {
        const again = diffReport(compareDocuments(documentOf(read(OLD), OLD), documentOf(read(NEW), NEW)));
        const texts = ({ criteria, cohorts }: DiffReport): unknown[] => [...criteria, ...cohorts].map(({ gained, lost }) => [gained?.text, lost?.text]);
        assert.deepEqual(texts(again), texts(report));
    });

    it('are unchanged when one is compared with itself', function () {
        for (const name of [OLD, NEW, 'examples/cd19-bcma.crit', 'examples/im19.crit']) {
            const same = compareDocuments(documentOf(read(name), name), documentOf(read(name), name));
            for (const { change } of [...same.criteria, ...same.cohorts]) assert.equal(change, 'unchanged', name);
            assert.deepEqual(same.declarations, []);
        }
    });

    it('change back what they changed', function () {
        const back = compareDocuments(amendment.new, amendment.old);
        const mirrored: Readonly<Partial<Record<Change, Change>>> = { broadened: 'narrowed', narrowed: 'broadened', added: 'removed', removed: 'added' };
        for (const { old, new: current, change } of amendment.criteria) {
            const found = back.criteria.find((each) => each.old === current && each.new === old);
            assert.equal(found?.change, mirrored[change] ?? change, current?.id ?? old?.id);
        }
    });
});
