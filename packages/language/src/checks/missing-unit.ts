// missing-unit: a measured value without a unit can be off by a factor of 1,000 between two laboratories.
import type { Quantity } from '../generated/ast.js';
import type { Lowering } from '../lowering/lowering.js';
import type { MeasureContext } from '../lowering/quantities.js';
import { fittingUnits } from './fitting-units.js';

export function reportMissingUnit(lowering: Lowering, node: Quantity, context: MeasureContext): void {
    const range = lowering.rangeOf(node);
    const units = fittingUnits([context.unit ?? '', ...(context.term?.usualUnits ?? [])], context);
    lowering.report(
        'missing-unit',
        range,
        `'${node.number}' has no unit, and ${context.term?.kind === 'lab' ? `laboratories report ${context.called}` : `${context.called} can be given`} in different ones. Add the unit that is meant${units.length === 0 ? '' : `: ${units.join(', ')}`}.`,
        {
            fixes: units.map((unit) => ({
                title: `Write '${node.number} ${unit}'`,
                edits: [{ range, newText: `${node.negative ? '-' : ''}${node.number} ${unit}` }],
            })),
        },
    );
}
