// Units of age that the registry knows, as protocols spell them.
import { Rational } from '@crit-lang/model/exact/rational.js';

export type AgeUnit = 'year' | 'month' | 'week' | 'day' | 'hour' | 'minute';

/** The registry's name in the singular, and the mean length in days (365.25 days a year), which only orders ages of different units. */
export const AGE_UNITS: Readonly<Record<AgeUnit, { name: string; days: Rational }>> = {
    year: { name: 'Year', days: Rational.from('365.25') },
    month: { name: 'Month', days: Rational.from('30.4375') },
    week: { name: 'Week', days: Rational.from('7') },
    day: { name: 'Day', days: Rational.from('1') },
    hour: { name: 'Hour', days: Rational.from('1/24') },
    minute: { name: 'Minute', days: Rational.from('1/1440') },
};

const SPELLINGS: ReadonlyMap<string, AgeUnit> = new Map([
    ['year', 'year'],
    ['years', 'year'],
    ['yr', 'year'],
    ['yrs', 'year'],
    ['y', 'year'],
    ['a', 'year'],
    ['month', 'month'],
    ['months', 'month'],
    ['mo', 'month'],
    ['week', 'week'],
    ['weeks', 'week'],
    ['wk', 'week'],
    ['wks', 'week'],
    ['day', 'day'],
    ['days', 'day'],
    ['d', 'day'],
    ['hour', 'hour'],
    ['hours', 'hour'],
    ['h', 'hour'],
    ['hr', 'hour'],
    ['hrs', 'hour'],
    ['minute', 'minute'],
    ['minutes', 'minute'],
    ['min', 'minute'],
]);

/** The unit of a written age; null when it is none of time. An age without a unit is in years. */
export function ageUnit(written: string | null): AgeUnit | null {
    return written === null ? 'year' : (SPELLINGS.get(written.trim().toLowerCase()) ?? null);
}
