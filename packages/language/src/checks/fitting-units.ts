// The units that a fix may offer for a value: those in which the measure's own unit can be expressed.
import { Rational } from '@crit-lang/model/exact/rational.js';
import { convert } from '@crit-lang/model/units/convert.js';
import { parseUnit } from '@crit-lang/model/units/parse.js';
import type { MeasureContext } from '../lowering/quantities.js';
import { substanceOf } from '../lowering/substance.js';

/** The candidates that convert to the unit of the measure, each once, in their order; all of them when nothing is known of what is measured. */
export function fittingUnits(candidates: readonly string[], context: MeasureContext | null): string[] {
    const unitOfMeasure = context?.unit ?? null;
    const own = unitOfMeasure === null ? undefined : parseUnit(unitOfMeasure);
    const units = [...new Set(candidates)].filter((unit) => unit !== '');
    if (context === null || own?.ok !== true) return units;
    return units.filter((unit) => {
        const reading = parseUnit(unit);
        return reading.ok && convert(Rational.ONE, reading.unit, own.unit, { ...substanceOf(context.term), difference: context.difference }).ok;
    });
}
