// value-out-of-range: a score has only the values of its definition.
import { Rational } from '@crit-lang/model/exact/rational.js';
import type { Term } from '@crit-lang/model/criteria/term.js';
import type { AstNode } from 'langium';
import type { Lowering } from '../lowering/lowering.js';

/** Reports a value that the score cannot have; true when it did. */
export function reportOutOfRange(lowering: Lowering, node: AstNode, value: Rational, term: Term): boolean {
    const range = term.range;
    if (range === undefined) return false;
    const low = Rational.from(range.low);
    const high = Rational.from(range.high);
    const unit = range.unit === null ? '' : ` ${range.unit}`;
    if (value.compare(low) < 0 || value.compare(high) > 0) {
        lowering.report(
            'value-out-of-range',
            node,
            `${term.id} goes from ${range.low} to ${range.high}${unit}, so ${value.toString()} does not exist and the comparison says nothing. Correct the number, or the score if another one is meant.`,
        );
        return true;
    }
    const step = term.step === undefined ? null : Rational.from(term.step);
    const missing = (term.withoutValues ?? []).some((hole) => Rational.from(hole).equals(value));
    const offStep = step !== null && step.compare(Rational.ZERO) > 0 && !isWhole(value.subtract(low).divide(step));
    if (!missing && !offStep) return false;
    const steps = step === null ? '' : ` in steps of ${step.toString()}`;
    const holes = (term.withoutValues ?? []).length === 0 ? '' : `, without ${(term.withoutValues ?? []).join(', ')}`;
    lowering.report(
        'value-out-of-range',
        node,
        `${term.id} goes from ${range.low} to ${range.high}${steps}${holes}, so it never is ${value.toString()}. Use a value that the score has.`,
    );
    return true;
}

function isWhole(value: Rational): boolean {
    return value.equals(Rational.of(value.floor()));
}
