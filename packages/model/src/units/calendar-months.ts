// How many days a number of calendar months can span in the Gregorian calendar: exact least and greatest, for any number of months.

/** The calendar repeats after 400 years: 4,800 months of together 146,097 days. */
const CYCLE_MONTHS = 4800n;
const CYCLE_DAYS = 146_097n;

export interface DaySpan {
    readonly least: bigint;
    readonly greatest: bigint;
}

/** Day numbers of the first of each month through two cycles, so that a start and its end are one lookup each. */
let firstDays: Int32Array | undefined;
const spans = new Map<number, DaySpan>();

/**
 * The least and the greatest number of days from a date to the date `months` calendar months later or earlier, over all dates.
 * A day that the other month lacks becomes its last day (31 January plus one month is 28 or 29 February), counted forwards and backwards.
 * Exact for every non-negative number of months: whole cycles of 400 years have a fixed length, and the rest is tried out for each of
 * the 4,800 starting months.
 */
export function daysOfMonths(months: bigint): DaySpan {
    const rest = Number(months % CYCLE_MONTHS);
    const whole = (months / CYCLE_MONTHS) * CYCLE_DAYS;
    let span = spans.get(rest);
    if (!span) {
        span = spanWithinCycle(rest);
        spans.set(rest, span);
    }
    return { least: whole + span.least, greatest: whole + span.greatest };
}

function spanWithinCycle(months: number): DaySpan {
    const days = (firstDays ??= firstDaysOfMonths());
    const at = (month: number): number => days[month] ?? 0;
    let least = Number.POSITIVE_INFINITY;
    let greatest = 0;
    for (let start = 0; start < Number(CYCLE_MONTHS); start += 1) {
        const end = start + months;
        const between = at(end) - at(start);
        const startLength = at(start + 1) - at(start);
        const endLength = at(end + 1) - at(end);
        // Forwards the last days of a longer start month fall back to the end of the shorter one; backwards the same adds days.
        least = Math.min(least, between - Math.max(0, startLength - endLength));
        greatest = Math.max(greatest, between + Math.max(0, endLength - startLength));
    }
    return { least: BigInt(least), greatest: BigInt(greatest) };
}

function firstDaysOfMonths(): Int32Array {
    const count = 2 * Number(CYCLE_MONTHS) + 2;
    const result = new Int32Array(count);
    for (let month = 0; month + 1 < count; month += 1) {
        result[month + 1] = (result[month] ?? 0) + monthLength(Math.floor(month / 12), month % 12);
    }
    return result;
}

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function monthLength(year: number, month: number): number {
    const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
    return (LENGTHS[month] ?? 0) + (month === 1 && leap ? 1 : 0);
}
