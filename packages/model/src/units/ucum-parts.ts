// The parts of a UCUM code while it is evaluated: exact products and powers, and what must not be multiplied.
import { Rational } from '../exact/rational.js';
import type { Atom } from './atoms.js';
import type { Dimension } from './dimension.js';
import { DIMENSIONLESS, combineDimensions, dimensionOf, exponentOf } from './dimension.js';
import type { UnitScale } from './unit.js';

/** What a UCUM code comes to. */
export interface EvaluatedUnit {
    readonly factor: Rational;
    readonly dimension: Dimension;
    readonly offset?: Rational;
    /** Annotations in order; those of a denominator start with "/". */
    readonly annotations: readonly string[];
    readonly scale: UnitScale;
}

export interface UcumFailure {
    readonly ok: false;
    readonly reason: 'not-ucum' | 'unknown-atom' | 'no-exact-factor';
    /** For developers and tests; the sentence for the author is made where the unit is parsed. */
    readonly detail: string;
}

/** Exponents beyond it occur in no unit; they would only make the factors long. */
const LARGEST_EXPONENT = 30;

/** A part of the code; `amounts` counts moles above and below the line, to see whether they cancel. */
export interface UnitPart {
    readonly factor: Rational;
    readonly dimension: Dimension;
    readonly annotations: readonly string[];
    readonly amounts: { readonly above: number; readonly below: number };
    readonly special?: { readonly scale: UnitScale; readonly offset?: Rational };
}

/** Why a code has no exact value; thrown inside the evaluator and turned into its answer there. */
export class Refusal extends Error {
    constructor(
        readonly reason: UcumFailure['reason'],
        detail: string,
    ) {
        super(detail);
    }
}

/** The value of the whole code, once its parts are multiplied. */
export function finishUnit(part: UnitPart, code: string): EvaluatedUnit {
    const logarithm = part.annotations.find((annotation) => /^\/?(log|lg|ln)(10|2|e)?([_ .-]|$)/i.test(annotation));
    if (logarithm !== undefined) {
        // A factor would be wrong: log10(copies/L) is log10(copies/mL) plus 3, not times 1000. So the code is a base of its own.
        return { factor: Rational.ONE, dimension: dimensionOf([[`<${code}>`, 1]]), annotations: part.annotations, scale: 'logarithmic' };
    }
    const cancelled = exponentOf(part.dimension, 'mol') === 0 && part.amounts.above > 0;
    return {
        factor: part.factor,
        dimension: cancelled ? combineDimensions(part.dimension, dimensionOf([['mol/mol', 1]])) : part.dimension,
        annotations: part.annotations,
        scale: part.special?.scale ?? 'linear',
        ...(part.special?.offset ? { offset: part.special.offset } : {}),
    };
}

/** The pure number one. */
export function unitOne(): UnitPart {
    return { factor: Rational.ONE, dimension: DIMENSIONLESS, annotations: [], amounts: { above: 0, below: 0 } };
}

/** A prefixed atom. Refuses one without an exact size. */
export function partOfAtom(symbol: string, atom: Atom, prefix: Rational): UnitPart {
    if (!atom.exact) {
        throw new Refusal('no-exact-factor', `${symbol} ${atom.because}`);
    }
    const moles = exponentOf(atom.dimension, 'mol');
    return {
        factor: atom.factor.multiply(prefix),
        dimension: atom.dimension,
        annotations: [],
        amounts: { above: Math.max(moles, 0), below: Math.max(-moles, 0) },
        // A prefixed degree is offset in its own, smaller steps.
        ...(atom.scale === 'linear' ? {} : { special: { scale: atom.scale, ...(atom.offset ? { offset: atom.offset.divide(prefix) } : {}) } }),
    };
}

/** A part to a whole power. Refuses temperatures and logarithms. */
export function raisePart(part: UnitPart, exponent: number): UnitPart {
    if (exponent === 1) {
        return part;
    }
    if (part.special) {
        throw new Refusal('no-exact-factor', 'a temperature or logarithmic unit stands only by itself');
    }
    if (exponent === 0 || Math.abs(exponent) > LARGEST_EXPONENT) {
        throw new Refusal('not-ucum', `${exponent} is no exponent of a unit`);
    }
    return multiplyParts(unitOne(), part, exponent);
}

/** `first` × `second` to the power `exponent`. Refuses temperatures and logarithms. */
export function multiplyParts(first: UnitPart, second: UnitPart, exponent: number): UnitPart {
    if (first.special || second.special) {
        throw new Refusal('no-exact-factor', 'a temperature or logarithmic unit stands only by itself');
    }
    const size = Math.abs(exponent);
    const [above, below] = [second.amounts.above * size, second.amounts.below * size];
    return {
        factor: first.factor.multiply(second.factor.power(exponent)),
        dimension: combineDimensions(first.dimension, second.dimension, exponent),
        annotations: [...first.annotations, ...(exponent < 0 ? second.annotations.map(turnOver) : second.annotations)],
        amounts: {
            above: first.amounts.above + (exponent < 0 ? below : above),
            below: first.amounts.below + (exponent < 0 ? above : below),
        },
    };
}

function turnOver(annotation: string): string {
    return annotation.startsWith('/') ? annotation.slice(1) : `/${annotation}`;
}
