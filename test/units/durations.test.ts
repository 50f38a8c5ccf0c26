// Durations against the calendar itself: what is called less, equal or greater holds for every date, and what is unordered does not.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Rational } from '@crit-lang/model/exact/rational.js';
import { daysOfMonths } from '@crit-lang/model/units/calendar-months.js';
import type { Duration, DurationOrder } from '@crit-lang/model/units/durations.js';
import { compareDurations, daysOf, parseDuration } from '@crit-lang/model/units/durations.js';
import type { DurationUnit } from '@crit-lang/model/units/unit.js';

const DAY = 86_400_000;

/** The date so many months later or earlier; a day that the month lacks becomes its last. By JavaScript's own calendar. */
function shiftMonths(date: Date, months: number): Date {
    const shifted = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1));
    const last = new Date(Date.UTC(shifted.getUTCFullYear(), shifted.getUTCMonth() + 1, 0)).getUTCDate();
    shifted.setUTCDate(Math.min(date.getUTCDate(), last));
    return shifted;
}

function shift(date: Date, count: number, unit: 'day' | 'week' | 'month' | 'year', direction: 1 | -1): Date {
    switch (unit) {
        case 'day':
            return new Date(date.getTime() + direction * count * DAY);
        case 'week':
            return new Date(date.getTime() + direction * count * 7 * DAY);
        case 'month':
            return shiftMonths(date, direction * count);
        case 'year':
            return shiftMonths(date, direction * count * 12);
    }
}

const duration = (text: string): Duration => {
    const reading = parseDuration(text);
    assert.ok(reading.ok, reading.ok ? '' : reading.message);
    return reading.duration;
};
const order = (one: string, two: string): DurationOrder => compareDurations(duration(one), duration(two));
const opposite: Readonly<Record<DurationOrder, DurationOrder>> = { less: 'greater', greater: 'less', equal: 'equal', unordered: 'unordered' };

const ORDERS: readonly (readonly [string, DurationOrder, string])[] = [
    // Six months never have fewer than 181 days (1 February to 1 August), nor more than 184.
    ['6 months', 'greater', '180 days'],
    ['6 months', 'unordered', '181 days'],
    ['6 months', 'unordered', '184 days'],
    ['6 months', 'less', '185 days'],
    ['6 months', 'unordered', '26 weeks'],
    ['180 days', 'less', '26 weeks'],
    ['12 months', 'equal', '1 year'],
    ['1.5 years', 'equal', '18 months'],
    ['2 weeks', 'equal', '14 days'],
    ['1 month', 'unordered', '30 days'],
    ['1 month', 'unordered', '28 days'],
    ['1 month', 'unordered', '4 weeks'],
    ['1 month', 'greater', '27 days'],
    ['1 month', 'less', '32 days'],
    ['3 months', 'unordered', '90 days'],
    ['3 months', 'greater', '12 weeks'],
    ['1 year', 'unordered', '365 days'],
    ['1 year', 'greater', '364 days'],
    ['1 year', 'less', '367 days'],
    ['1 year', 'greater', '52 weeks'],
    ['400 years', 'equal', '146097 days'],
    ['0 days', 'equal', '0 months'],
    ['0 months', 'less', '1 day'],
    ['60 minutes', 'equal', '1 hour'],
    ['90 minutes', 'greater', '1 hour'],
    // Whole days against hours: the time of day decides.
    ['48 hours', 'unordered', '2 days'],
    ['24 hours', 'unordered', '1 day'],
    ['72 hours', 'less', '7 days'],
    ['24 hours', 'less', '4 weeks'],
    ['14 days', 'greater', '48 hours'],
    ['2 months', 'greater', '72 hours'],
    ['5 hours', 'unordered', '0 days'],
    // Half-lives: only among themselves.
    ['5 half-lives', 'greater', '3 half-lives'],
    ['5 half-lives', 'unordered', '28 days'],
    ['5 half-lives', 'greater', '0 hours'],
    ['0 half-lives', 'less', '3 days'],
    ['0 half-lives', 'equal', '0 minutes'],
    ['1 half-life', 'unordered', '0 days'],
];

describe('durations', function () {
    for (const [one, expected, two] of ORDERS) {
        it(`${one} against ${two}: ${expected}`, function () {
            assert.equal(order(one, two), expected);
            assert.equal(order(two, one), opposite[expected]);
        });
    }

    it('spans what JavaScript’s calendar gives for every date of 400 years, forwards and backwards', function () {
        for (const months of [0, 1, 2, 6, 11, 12, 48]) {
            let [least, greatest] = [Number.POSITIVE_INFINITY, 0];
            for (let start = Date.UTC(2000, 0, 1); start < Date.UTC(2400, 0, 1); start += DAY) {
                const date = new Date(start);
                for (const direction of [1, -1]) {
                    const days = Math.abs(shiftMonths(date, direction * months).getTime() - start) / DAY;
                    [least, greatest] = [Math.min(least, days), Math.max(greatest, days)];
                }
            }
            assert.deepEqual(daysOfMonths(BigInt(months)), { least: BigInt(least), greatest: BigInt(greatest) }, `${months} months`);
        }
    });

    it('grows with the months and repeats after 400 years', function () {
        fc.assert(
            fc.property(fc.bigInt({ min: 0n, max: 10n ** 20n }), (months) => {
                const [now, next, cycle] = [daysOfMonths(months), daysOfMonths(months + 1n), daysOfMonths(months + 4800n)];
                assert.ok(now.least <= now.greatest && now.greatest - now.least <= 6n);
                assert.ok(next.least > now.least && next.greatest > now.greatest);
                assert.deepEqual(cycle, { least: now.least + 146_097n, greatest: now.greatest + 146_097n });
            }),
        );
    });

    const calendarUnit = fc.constantFrom<('day' | 'week' | 'month' | 'year')[]>('day', 'week', 'month', 'year');
    const calendarDuration = calendarUnit.chain((unit) =>
        fc.record({ count: fc.integer({ min: 0, max: { day: 1500, week: 210, month: 50, year: 5 }[unit] }), unit: fc.constant(unit) }),
    );
    const asDuration = ({ count, unit }: { count: number; unit: DurationUnit }): Duration => ({ count: Rational.of(BigInt(count)), unit });

    it('orders two durations only where every date agrees', function () {
        const date = fc
            .date({ min: new Date(Date.UTC(1996, 0, 1)), max: new Date(Date.UTC(2410, 0, 1)), noInvalidDate: true })
            .map((moment) => new Date(Math.floor(moment.getTime() / DAY) * DAY));
        fc.assert(
            fc.property(calendarDuration, calendarDuration, date, fc.constantFrom<(1 | -1)[]>(1, -1), (one, two, start, direction) => {
                const lengthOf = ({ count, unit }: typeof one) => Math.abs(shift(start, count, unit, direction).getTime() - start.getTime());
                const [first, second] = [lengthOf(one), lengthOf(two)];
                const answer = compareDurations(asDuration(one), asDuration(two));
                assert.ok(answer !== 'less' || first < second);
                assert.ok(answer !== 'greater' || first > second);
                assert.ok(answer !== 'equal' || first === second);
            }),
            { numRuns: 5000 },
        );
    });

    it('leaves unordered only what some date turns over (the answer is as sharp as the calendar)', function () {
        for (let months = 1; months <= 24; months += 1) {
            const span = daysOfMonths(BigInt(months));
            for (let days = span.least - 2n; days <= span.greatest + 2n; days += 1n) {
                const answer = order(`${months} months`, `${days} days`);
                assert.equal(answer, days < span.least ? 'greater' : days > span.greatest ? 'less' : 'unordered');
            }
        }
    });

    it('is an order: opposite from the other side, and without circles', function () {
        const any = fc.oneof(
            calendarDuration.map(asDuration),
            fc.record({
                count: fc.integer({ min: 0, max: 2000 }).map((n) => Rational.of(BigInt(n), 4n)),
                unit: fc.constantFrom<DurationUnit[]>('minute', 'hour', 'day', 'month', 'half-life'),
            }),
        );
        fc.assert(
            fc.property(any, any, any, (one, two, three) => {
                assert.equal(compareDurations(one, two), opposite[compareDurations(two, one)]);
                assert.equal(compareDurations(one, one), 'equal');
                if (compareDurations(one, two) === 'less' && compareDurations(two, three) === 'less') {
                    assert.equal(compareDurations(one, three), 'less');
                }
            }),
            { numRuns: 3000 },
        );
    });

    it('takes a part of a month as anything between the whole months around it', function () {
        const span = daysOf(duration('1.5 months'));
        assert.equal(span && `${span.least.toString()} to ${span.greatest.toString()}`, '28 to 62');
        assert.equal(daysOf(duration('5 half-lives')), undefined);
    });

    it('answers at once for counts beyond any calendar', function () {
        const huge = '9'.repeat(60);
        assert.equal(order(`${huge} months`, `${huge} days`), 'greater');
        assert.equal(order(`${huge} years`, `${huge} months`), 'greater');
    });
});
