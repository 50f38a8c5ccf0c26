// How many days a number of calendar months can span in the Gregorian calendar: exact least and greatest, for any number of months.

/** The calendar repeats after 400 years: 4,800 months of together 146,097 days. */
const CYCLE_MONTHS = 4800n;
const CYCLE_DAYS = 146_097n;

export interface DaySpan {
    readonly least: bigint;
    readonly greatest: bigint;
}

const spans = new Map<number, DaySpan>();

/**
 * The least and the greatest number of days from a date to the date `months` calendar months later or earlier, over all dates.
 * A day that the other month lacks becomes its last day (31 January plus one month is 28 or 29 February), counted forwards and backwards.
 * Exact for every non-negative number of months: whole cycles of 400 years have a fixed length, and the rest is tried out from each
 * month from which leap years follow in an order of their own.
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
    let least = Number.POSITIVE_INFINITY;
    let greatest = 0;
    const [first, last] = yearsToStartIn(Math.ceil(months / 12) + 1);
    for (let start = 12 * first; start < 12 * last; start += 1) {
        const end = start + months;
        const between = firstDayOf(end) - firstDayOf(start);
        const startLength = firstDayOf(start + 1) - firstDayOf(start);
        const endLength = firstDayOf(end + 1) - firstDayOf(end);
        // Forwards the last days of a longer start month fall back to the end of the shorter one; backwards the same adds days.
        least = Math.min(least, between - Math.max(0, startLength - endLength));
        greatest = Math.max(greatest, between + Math.max(0, endLength - startLength));
    }
    return { least: BigInt(least), greatest: BigInt(greatest) };
}

/**
 * The first year, and the one after the last: whatever leap years so many further years can have is met from one of them. Years without
 * an exception differ by their place among four; a year that is no leap year though it is a fourth one (100) can stand anywhere in them.
 * To try all of a cycle takes ten milliseconds in a new process, as long as many a protocol takes.
 */
function yearsToStartIn(further: number): readonly [number, number] {
    // More can have two such years in them.
    return further < 90 ? [100 - further, 105] : [0, 400];
}

/** Days of a common year before each month. */
const DAYS_BEFORE = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

/** The number of the first day of a month, counted from January of a year that 400 divides. */
function firstDayOf(month: number): number {
    const year = Math.floor(month / 12);
    const leapYearsBefore = Math.ceil(year / 4) - Math.ceil(year / 100) + Math.ceil(year / 400);
    const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
    const ofYear = month % 12;
    return 365 * year + leapYearsBefore + (DAYS_BEFORE[ofYear] ?? 0) + (isLeap && ofYear > 1 ? 1 : 0);
}
