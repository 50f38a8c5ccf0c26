// A number with its unit as people write it: "1 year", "20 x 10^9/L", "70 %", "1500 /mm3".
import type { UnitStyle } from './display.js';
import { displayUnit } from './display.js';

/** Units that are written as a plural word, and the singular of each. */
// prettier-ignore
const SINGULARS: ReadonlyMap<string, string> = new Map([
    ['years', 'year'], ['months', 'month'], ['weeks', 'week'], ['days', 'day'], ['hours', 'hour'], ['minutes', 'minute'], ['seconds', 'second'],
    ['half-lives', 'half-life'], ['pack-years', 'pack-year'], ['points', 'point'], ['cells', 'cell'], ['copies', 'copy'], ['letters', 'letter'],
    ['Wood units', 'Wood unit'], ['Bethesda units', 'Bethesda unit'], ['METs', 'MET'], ['degrees', 'degree'],
]);

/**
 * A value with its unit. In `source` style the text can be written into a .crit file and is read back to the same unit;
 * in `print` style it is set as in a journal ("20 × 10⁹/L", "1500/mm³", "70%").
 * @param value the number as text, exact or rounded by the caller.
 * @param ucum the UCUM code, or null for a pure number.
 */
export function displayQuantity(value: string, ucum: string | null, style: UnitStyle = 'source'): string {
    if (ucum === null || ucum === '1') {
        return value;
    }
    const unit = displayUnit(ucum, style);
    if (/^10[\^⁰¹²³⁴⁵⁶⁷⁸⁹⁻]/.test(unit)) {
        return `${value} ${style === 'source' ? 'x' : '×'} ${unit}`;
    }
    const counted = value === '1' ? (SINGULARS.get(unit) ?? unit) : unit;
    return style === 'print' && /^[%/]/.test(counted) ? `${value}${counted}` : `${value} ${counted}`;
}
