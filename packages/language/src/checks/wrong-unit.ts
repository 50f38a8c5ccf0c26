// wrong-unit: a unit of another dimension than the measure's; the right ones are offered.
import { parseUnit } from '@crit-lang/model/units/parse.js';
import { suggestUnits } from '@crit-lang/model/units/suggest.js';
import type { Unit } from '@crit-lang/model/units/unit.js';
import type { Quantity } from '../generated/ast.js';
import type { Lowering } from '../lowering/lowering.js';
import type { MeasureContext } from '../lowering/quantities.js';
import { fittingUnits, plausibleUnits } from './fitting-units.js';

export function reportWrongUnit(lowering: Lowering, node: Quantity, written: string, target: Unit, context: MeasureContext, reason: string): void {
    const range = lowering.rangeOf(node);
    const usual = (context.term?.usualUnits ?? []).flatMap((unit) => {
        const reading = parseUnit(unit);
        return reading.ok ? [reading.unit] : [];
    });
    const fitting = fittingUnits([context.unit ?? '', ...(context.term?.usualUnits ?? []), ...suggestUnits(written, [target, ...usual])], context);
    const offered = plausibleUnits(fitting, node, context).slice(0, 4);
    lowering.report(
        'wrong-unit',
        range,
        `${capital(context.called)} is not measured in ${written}. ${reason} Use ${offered.map((unit) => `'${unit}'`).join(' or ')}, and check the number.`,
        {
            fixes: offered.map((unit) => ({
                title: `Write '${node.number} ${unit}' (check the number)`,
                edits: [{ range, newText: `${node.negative ? '-' : ''}${node.number} ${unit}` }],
            })),
        },
    );
}

function capital(text: string): string {
    return /^[a-z][a-z]/.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}
