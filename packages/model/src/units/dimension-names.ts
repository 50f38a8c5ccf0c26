// Names of dimensions in the words of a laboratory report, for messages.
import type { Dimension } from './dimension.js';
import { dimensionText } from './dimension.js';

// prettier-ignore
const NAMES: ReadonlyMap<string, string> = new Map([
    ['', 'plain numbers and ratios'],
    ['g', 'mass'],
    ['m', 'length'],
    ['m2', 'area'],
    ['m3', 'volume'],
    ['s', 'time'],
    ['mo', 'calendar time'],
    ['K', 'temperature'],
    ['mol', 'amount of substance'],
    ['eq', 'charge'],
    ['m-3 g', 'mass concentration'],
    ['m-3 mol', 'amount concentration'],
    ['m-3 eq', 'charge concentration'],
    ['m-3', 'count per volume'],
    ['g-1', 'count per mass'],
    ['m-3 [IU]', 'concentration of international units'],
    ['[IU]', 'international units'],
    ['m-3 s-1 mol', 'enzyme activity per volume'],
    ['s-1 mol', 'enzyme activity or amount per time'],
    ['g-1 mol', 'amount per mass'],
    ['g mol-1', 'mass per amount'],
    ['mol/mol', 'amount fraction'],
    ['m-1 s-2 g', 'pressure'],
    ['m-4 s-1 g', 'resistance to flow'],
    ['m3 s-1', 'flow or clearance'],
    ['m3 s-1 g-1', 'flow per mass'],
    ['m s-1', 'flow per area, or speed'],
    ['s-1', 'rate'],
    ['mo-1', 'rate per month or year'],
    ['s-1 g', 'mass per time'],
    ['mo-1 g', 'mass per month or year'],
    ['s-1 [IU]', 'international units per time'],
    ['m-2 g', 'mass per area'],
    ['m-2 s-1 g', 'mass per area and time'],
    ['m2 s-2', 'radiation dose'],
    ['m2 s-2 g', 'energy'],
    ['m2 s-3 g', 'power'],
    ['[HPF]-1', 'count per high-power field'],
    ['[LPF]-1', 'count per low-power field'],
    ['rad [pi]', 'angle'],
]);

/** "mass concentration", or the exponents where no name is common. */
export function nameDimension(dimension: Dimension): string {
    const text = dimensionText(dimension);
    return NAMES.get(text) ?? `the dimension ${text}`;
}
