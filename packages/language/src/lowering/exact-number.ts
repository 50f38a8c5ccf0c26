// The number of a quantity in the text as an exact number.
import { Rational } from '@crit-lang/model/exact/rational.js';
import type { Quantity } from '../generated/ast.js';
import { recovered } from '../syntax/recovered.js';

/** The number of a quantity as exact text; '0' when it cannot be read (the reader has reported it). */
export function exactNumber(node: Quantity): string {
    const parts = recovered(node);
    const read = Rational.parse(`${parts.negative === true ? '-' : ''}${parts.number ?? '0'}`);
    return read.ok ? read.value.toString() : '0';
}
