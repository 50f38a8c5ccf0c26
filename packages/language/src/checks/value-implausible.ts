// value-implausible: a limit outside what a living patient can have; often another unit was meant.
import { Rational } from '@crit-lang/model/exact/rational.js';
import type { Term } from '@crit-lang/model/criteria/term.js';
import { convert } from '@crit-lang/model/units/convert.js';
import { parseUnit } from '@crit-lang/model/units/parse.js';
import type { Fix } from '../diagnostics/diagnostic.js';
import type { Quantity } from '../generated/ast.js';
import type { Lowering } from '../lowering/lowering.js';
import { exactNumber } from '../lowering/exact-number.js';
import { substanceOf } from '../lowering/substance.js';

export function reportImplausible(lowering: Lowering, node: Quantity, value: Rational, term: Term): void {
    const plausible = term.plausible;
    if (plausible === undefined) return;
    if (value.compare(Rational.from(plausible.low)) >= 0 && value.compare(Rational.from(plausible.high)) <= 0) return;
    const unit = node.unit ?? '';
    const range = lowering.rangeOf(node);
    const meant = unitsThatFit(node, term);
    const fixes: Fix[] = meant.map((other) => ({ title: `Write '${node.number} ${other}'`, edits: [{ range, newText: `${node.number} ${other}` }] }));
    const hint = meant.length === 0 ? 'Check the number and the unit.' : `Was ${meant.map((other) => `'${node.number} ${other}'`).join(' or ')} meant?`;
    const plausibleUnit = plausible.unit ?? term.unit ?? '';
    lowering.report(
        'value-implausible',
        range,
        `${term.id} of ${node.number}${unit === '' ? '' : ` ${unit}`} lies outside what a living patient can have (about ${plausible.low} to ${plausible.high}${plausibleUnit === '' ? '' : ` ${plausibleUnit}`}), so the limit would let everybody through or nobody. ${hint}`,
        { fixes },
    );
}

// The usual units in which the written number would be plausible.
function unitsThatFit(node: Quantity, term: Term): string[] {
    const own = typeof term.unit === 'string' ? parseUnit(term.unit) : undefined;
    const plausible = term.plausible;
    if (own?.ok !== true || plausible === undefined) return [];
    return [...new Set([term.unit ?? '', ...(term.usualUnits ?? [])])].filter((candidate) => {
        if (candidate === '' || candidate === node.unit) return false;
        const reading = parseUnit(candidate);
        if (!reading.ok) return false;
        const conversion = convert(Rational.from(exactNumber(node)), reading.unit, own.unit, substanceOf(term));
        return conversion.ok && conversion.value.compare(Rational.from(plausible.low)) >= 0 && conversion.value.compare(Rational.from(plausible.high)) <= 0;
    });
}
