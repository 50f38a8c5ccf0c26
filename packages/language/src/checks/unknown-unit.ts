// unknown-unit: a unit that neither UCUM nor the spellings of protocols have.
import type { UnitReading } from '@crit-lang/model/units/unit.js';
import type { Quantity } from '../generated/ast.js';
import type { Lowering } from '../lowering/lowering.js';
import type { MeasureContext } from '../lowering/quantities.js';
import { fittingUnits } from './fitting-units.js';

export function reportUnknownUnit(
    lowering: Lowering,
    node: Quantity,
    written: string,
    reading: Extract<UnitReading, { ok: false }>,
    context: MeasureContext | null,
): void {
    const range = lowering.rangeOf(node);
    const offered = fittingUnits([...reading.suggestions, context?.unit ?? ''], context).slice(0, 4);
    const near = offered.length === 0 ? '' : ` Did you mean ${offered.map((unit) => `'${unit}'`).join(' or ')}?`;
    lowering.report('unknown-unit', range, `${reading.message} It was written '${written}', so the value cannot be compared.${near}`, {
        fixes: offered.map((unit) => ({
            title: `Write '${node.number} ${unit}'`,
            edits: [{ range, newText: `${node.negative ? '-' : ''}${node.number} ${unit}` }],
        })),
    });
}
