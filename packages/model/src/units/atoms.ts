// The atoms and prefixes of UCUM with their exact sizes: what the evaluator multiplies.
import { Rational } from '../exact/rational.js';
import type { Dimension } from './dimension.js';
import { dimensionFromText } from './dimension.js';
import type { UnitScale } from './unit.js';
import { ATOM_ROWS } from './tables/atoms.generated.js';

/** One UCUM atom: an exact size, or the reason why it has none. */
export type Atom =
    | {
          readonly exact: true;
          /** Only metric atoms take prefixes. */
          readonly metric: boolean;
          readonly factor: Rational;
          readonly offset?: Rational;
          readonly dimension: Dimension;
          readonly scale: UnitScale;
      }
    | { readonly exact: false; readonly metric: boolean; readonly because: string };

/** Code, whether prefixes are allowed, the factor (empty: none), the dimension or the reason, and for °C and its like the offset. */
export type AtomRow =
    | readonly [code: string, metric: 0 | 1, factor: string, dimension: string]
    | readonly [code: string, metric: 0 | 1, factor: string, dimension: string, scale: string];

/** How an evaluator finds an atom; the generator of the tables passes one of its own. */
export type AtomLookup = (code: string) => Atom | undefined;

const decoded = new Map<string, Atom>();
let rows: ReadonlyMap<string, AtomRow> | undefined;

/** The UCUM atom with this case-sensitive code, without a prefix. */
export const findAtom: AtomLookup = (code) => {
    const known = decoded.get(code);
    if (known) {
        return known;
    }
    rows ??= new Map(ATOM_ROWS.map((row) => [row[0], row]));
    const row = rows.get(code);
    if (!row) {
        return undefined;
    }
    const atom = atomFromRow(row);
    decoded.set(code, atom);
    return atom;
};

/** Decodes a row of the generated table. */
export function atomFromRow([, metric, factor, dimension, scale]: AtomRow): Atom {
    if (factor === '') {
        return { exact: false, metric: metric === 1, because: dimension };
    }
    return {
        exact: true,
        metric: metric === 1,
        factor: Rational.from(factor),
        dimension: dimensionFromText(dimension),
        scale: scale === undefined ? 'linear' : scale === 'logarithmic' ? 'logarithmic' : 'affine',
        ...(scale === undefined || scale === 'logarithmic' ? {} : { offset: Rational.from(scale) }),
    };
}

/** Powers of ten of the UCUM prefixes. */
// prettier-ignore
const DECIMAL_PREFIXES: ReadonlyMap<string, number> = new Map([
    ['Y', 24], ['Z', 21], ['E', 18], ['P', 15], ['T', 12], ['G', 9], ['M', 6], ['k', 3], ['h', 2], ['da', 1],
    ['d', -1], ['c', -2], ['m', -3], ['u', -6], ['n', -9], ['p', -12], ['f', -15], ['a', -18], ['z', -21], ['y', -24],
]);

/** Powers of two of the binary prefixes. */
// prettier-ignore
const BINARY_PREFIXES: ReadonlyMap<string, number> = new Map([['Ki', 10], ['Mi', 20], ['Gi', 30], ['Ti', 40]]);

/** The exact size of a prefix, undefined for what is none. */
export function prefixFactor(prefix: string): Rational | undefined {
    const ten = DECIMAL_PREFIXES.get(prefix);
    if (ten !== undefined) {
        return Rational.of(10n).power(ten);
    }
    const two = BINARY_PREFIXES.get(prefix);
    return two === undefined ? undefined : Rational.of(2n).power(two);
}

/** Prefixes are one or two characters long. */
export const LONGEST_PREFIX = 2;
