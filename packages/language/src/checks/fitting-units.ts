// The units that a fix may offer for a value: those in which the measure's own unit can be expressed.
import { Rational } from '@crit-lang/model/exact/rational.js';
import type { Term } from '@crit-lang/model/criteria/term.js';
import { convert } from '@crit-lang/model/units/convert.js';
import { parseUnit } from '@crit-lang/model/units/parse.js';
import type { Quantity } from '../generated/ast.js';
import { exactNumber } from '../lowering/exact-number.js';
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

/** Those of the units in which a living patient can have the written number; all of them where there is none, or where nothing is known of that. */
export function plausibleUnits(units: readonly string[], node: Quantity, { term, difference }: MeasureContext): readonly string[] {
    const plausible = term === null || difference ? [] : units.filter((unit) => isPlausible(node, unit, term));
    return plausible.length === 0 ? units : plausible;
}

/** Whether a living patient can have the written number in this unit; false where that is not known. */
export function isPlausible(node: Quantity, unit: string, term: Term): boolean {
    const { plausible } = term;
    const own = typeof term.unit === 'string' ? parseUnit(term.unit) : undefined;
    const reading = parseUnit(unit);
    if (own?.ok !== true || plausible === undefined || !reading.ok) return false;
    const conversion = convert(Rational.from(exactNumber(node)), reading.unit, own.unit, substanceOf(term));
    return conversion.ok && conversion.value.compare(Rational.from(plausible.low)) >= 0 && conversion.value.compare(Rational.from(plausible.high)) <= 0;
}
