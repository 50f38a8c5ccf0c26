// Stretches of time as a protocol writes them, compared only as far as every calendar date agrees.
import { Rational } from '../exact/rational.js';
import { daysOfMonths } from './calendar-months.js';
import { parseUnit } from './parse.js';
import type { DurationUnit } from './unit.js';

/** "6 months", "26 weeks", "5 half-lives"; the count is not negative. */
export interface Duration {
    readonly count: Rational;
    readonly unit: DurationUnit;
}

export type DurationReading =
    | { readonly ok: true; readonly duration: Duration }
    | { readonly ok: false; readonly reason: 'not-a-number' | 'not-a-duration' | 'negative'; readonly message: string };

export type DurationOrder =
    | 'less'
    | 'equal'
    | 'greater'
    /** It depends on the dates (6 months and 26 weeks), on the time of day (48 hours and 2 days), or on the drug (half-lives). */
    | 'unordered';

/** Reads a count and a unit of time ("6 months", "1.5 years", "28 days"). Never throws. */
export function parseDuration(text: string): DurationReading {
    const parts = text.length <= 100 ? /^\s*([+-]?\d[\d./]*)\s*(\S.*?)\s*$/u.exec(text) : null;
    const unit = parts?.[2] === undefined ? undefined : parseUnit(parts[2]);
    if (parts?.[1] === undefined || !unit) {
        return { ok: false, reason: 'not-a-duration', message: 'A duration is a number and a unit of time, such as 6 months.' };
    }
    if (!unit.ok || unit.unit.duration === undefined) {
        return {
            ok: false,
            reason: 'not-a-duration',
            message: `"${parts[2] ?? ''}" is no unit of time that a duration can have: write minutes, hours, days, weeks, months, years or half-lives.`,
        };
    }
    const count = Rational.parse(parts[1]);
    if (!count.ok) {
        return { ok: false, reason: 'not-a-number', message: count.message };
    }
    if (count.value.sign < 0) {
        return { ok: false, reason: 'negative', message: 'A duration is not negative: say before or after instead.' };
    }
    return { ok: true, duration: { count: count.value, unit: unit.unit.duration } };
}

/**
 * Compares two durations. `less` and `greater` hold for every pair of dates and every time of day, `equal` says that they are always the same
 * stretch (12 months and 1 year, 2 weeks and 14 days); whatever depends on the date is `unordered`, so that nothing false is proven from it.
 *
 * - Months and years are counted together, weeks and days together, hours and minutes together; within each group the order is exact.
 * - n months span between `daysOfMonths(n).least` and `.greatest` days; a part of a month lies between the whole months around it.
 * - A stretch of n whole days lies between n − 1 and n + 1 times 24 hours, by the time of day at both ends, and an hour of summer time may
 *   come on top: hours are ordered against days only beyond that.
 * - Half-lives are compared with half-lives (of the same drug); against anything else only no time at all is ordered.
 */
export function compareDurations(first: Duration, second: Duration): DurationOrder {
    const [one, two] = [grouped(first), grouped(second)];
    if (one.group === two.group) {
        return fromSign(one.size.compare(two.size));
    }
    if (one.group === 'half-life' || two.group === 'half-life') {
        const other = one.group === 'half-life' ? two : one;
        const atOnce = other.group === 'hour' && other.size.isZero;
        return atOnce ? (one === other ? 'less' : 'greater') : 'unordered';
    }
    const mixesClockAndCalendar = one.group === 'hour' || two.group === 'hour';
    const [low, high] = mixesClockAndCalendar ? [hourBounds(one), hourBounds(two)] : [dayBounds(one), dayBounds(two)];
    if (low.greatest.compare(high.least) < 0) {
        return 'less';
    }
    if (low.least.compare(high.greatest) > 0) {
        return 'greater';
    }
    const fixed = low.least.equals(low.greatest) && high.least.equals(high.greatest) && low.least.equals(high.least);
    return fixed ? 'equal' : 'unordered';
}

/** The least and greatest number of days that the duration can span; undefined for half-lives, whose length the drug decides. */
export function daysOf(duration: Duration): { readonly least: Rational; readonly greatest: Rational } | undefined {
    const value = grouped(duration);
    return value.group === 'half-life' ? undefined : dayBounds(value);
}

interface Grouped {
    readonly group: 'hour' | 'day' | 'month' | 'half-life';
    readonly size: Rational;
}

interface Bounds {
    readonly least: Rational;
    readonly greatest: Rational;
}

function grouped({ count, unit }: Duration): Grouped {
    switch (unit) {
        case 'minute':
            return { group: 'hour', size: count.divide(Rational.of(60n)) };
        case 'hour':
            return { group: 'hour', size: count };
        case 'day':
            return { group: 'day', size: count };
        case 'week':
            return { group: 'day', size: count.multiply(Rational.of(7n)) };
        case 'month':
            return { group: 'month', size: count };
        case 'year':
            return { group: 'month', size: count.multiply(Rational.of(12n)) };
        case 'half-life':
            return { group: count.isZero ? 'hour' : 'half-life', size: count };
    }
}

const HOURS_OF_DAY = Rational.of(24n);
/** The time of day at both ends, and the hour that clocks are put forward or back. */
const HOURS_OF_DOUBT = Rational.of(25n);

function dayBounds({ group, size }: Grouped): Bounds {
    if (group === 'month') {
        return { least: Rational.of(daysOfMonths(size.floor()).least), greatest: Rational.of(daysOfMonths(size.ceiling()).greatest) };
    }
    if (group === 'hour') {
        return { least: size.subtract(HOURS_OF_DOUBT).divide(HOURS_OF_DAY), greatest: size.add(HOURS_OF_DOUBT).divide(HOURS_OF_DAY) };
    }
    return { least: size, greatest: size };
}

function hourBounds(value: Grouped): Bounds {
    if (value.group === 'hour') {
        return { least: value.size, greatest: value.size };
    }
    const days = dayBounds(value);
    return {
        least: days.least.multiply(HOURS_OF_DAY).subtract(HOURS_OF_DOUBT),
        greatest: days.greatest.multiply(HOURS_OF_DAY).add(HOURS_OF_DOUBT),
    };
}

function fromSign(sign: -1 | 0 | 1): DurationOrder {
    return sign < 0 ? 'less' : sign > 0 ? 'greater' : 'equal';
}
