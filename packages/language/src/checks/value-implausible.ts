// value-implausible: a limit outside what a living patient can have; often another unit was meant.
import { Rational } from '@crit-lang/model/exact/rational.js';
import type { Term } from '@crit-lang/model/criteria/term.js';
import type { Fix } from '../diagnostics/diagnostic.js';
import type { Quantity } from '../generated/ast.js';
import type { Lowering } from '../lowering/lowering.js';
import { isPlausible } from './fitting-units.js';

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
    const usual = [...new Set([term.unit ?? '', ...(term.usualUnits ?? [])])];
    return usual.filter((unit) => unit !== '' && unit !== node.unit && isPlausible(node, unit, term));
}
