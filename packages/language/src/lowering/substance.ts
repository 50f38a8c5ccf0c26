// What the vocabulary knows of a substance that opens a way between units: molar mass, charge, international units.
import type { Term } from '@crit-lang/model/criteria/term.js';
import { Rational } from '@crit-lang/model/exact/rational.js';
import type { SubstanceFacts } from '@crit-lang/model/units/convert.js';
import { parseUnit } from '@crit-lang/model/units/parse.js';

/** What conversions may use of a term. */
export function substanceOf(term: Term | null): SubstanceFacts {
    if (term === null) return {};
    const mass = term.molarMass === undefined ? undefined : Rational.parse(term.molarMass);
    const charge = term.charge === undefined ? undefined : Rational.parse(term.charge);
    return {
        ...(mass?.ok === true ? { molarMass: mass.value } : {}),
        ...(charge?.ok === true ? { charge: charge.value } : {}),
        ...enzymeUnit(term),
        ...(/^HbA1c/i.test(term.id) ? { relation: 'hba1c' as const } : {}),
    };
}

// For enzymes the international unit is the unit of activity itself (IUBMB 1978), so IU/L and U/L are the same.
function enzymeUnit(term: Term): SubstanceFacts {
    if (term.unit !== 'U/L') return {};
    const unit = parseUnit('U');
    return unit.ok ? { internationalUnit: { value: Rational.ONE, unit: unit.unit } } : {};
}
