// unit-pair-disagrees: a limit given in two units must be the same limit, up to the rounding of the second.
import { Rational } from '@crit-lang/model/exact/rational.js';
import type { ModelQuantity } from '@crit-lang/model/criteria/value.js';
import { convert } from '@crit-lang/model/units/convert.js';
import { parseUnit } from '@crit-lang/model/units/parse.js';
import type { Fix } from '../diagnostics/diagnostic.js';
import type { Quantity } from '../generated/ast.js';
import type { Lowering } from '../lowering/lowering.js';
import type { MeasureContext } from '../lowering/quantities.js';
import { substanceOf } from '../lowering/substance.js';
import { writtenText } from '../syntax/parts.js';

export function reportUnitPair(
    lowering: Lowering,
    node: Quantity,
    first: ModelQuantity,
    pair: { number: string; unit: string },
    context: MeasureContext | null,
): void {
    const from = first.unit === null ? undefined : parseUnit(first.unit);
    const to = parseUnit(pair.unit);
    const value = Rational.parse(pair.number);
    if (from?.ok !== true || !value.ok) return;
    if (!to.ok) {
        lowering.report('unknown-unit', node, `${to.message} It was written '${pair.unit}', so the two values cannot be compared.`);
        return;
    }
    const conversion = convert(Rational.from(first.value), from.unit, to.unit, {
        ...substanceOf(context?.term ?? null),
        difference: context?.difference ?? false,
    });
    if (!conversion.ok) {
        lowering.report(
            'unit-pair-disagrees',
            node,
            `${first.unit ?? ''} and ${pair.unit} cannot be compared here: ${conversion.message} Keep the value in one unit.`,
        );
        return;
    }
    const step = Rational.ONE.divide(Rational.of(10n).power(decimalsOf(pair.number)));
    const distance = conversion.value.subtract(value.value).absolute();
    // Half a unit of the last written digit is rounding; more is another limit.
    if (distance.multiply(Rational.of(2n)).compare(step) <= 0) return;
    const exact = roundedTo(conversion.value, decimalsOf(pair.number) + 1);
    lowering.report(
        'unit-pair-disagrees',
        node,
        `${first.value} ${first.unit ?? ''} is ${exact} ${pair.unit}, not ${pair.number} ${pair.unit}: two sites would apply two limits. Correct one of the two values.`,
        { fixes: secondFromFirst(lowering, node, pair, roundedTo(conversion.value, decimalsOf(pair.number))) },
    );
}

// The number in the parentheses, as the first value gives it.
function secondFromFirst(lowering: Lowering, node: Quantity, pair: { number: string; unit: string }, number: string): Fix[] {
    const text = writtenText(node);
    const at = text.indexOf(pair.number, text.indexOf('('));
    if (node.$cstNode === undefined || at < 0) return [];
    const start = node.$cstNode.offset + at;
    return [
        {
            title: `Write '(${number} ${pair.unit})', as the first value gives it`,
            edits: [{ range: lowering.source.range(start, start + pair.number.length), newText: number }],
        },
    ];
}

function decimalsOf(number: string): number {
    return number.includes('.') ? number.length - number.indexOf('.') - 1 : 0;
}

function roundedTo(value: Rational, decimals: number): string {
    const scale = Rational.of(10n).power(decimals);
    const scaled = value.multiply(scale).add(Rational.of(1n, 2n)).floor();
    return Rational.of(scaled).divide(scale).toString();
}
