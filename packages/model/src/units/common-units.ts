// The units that protocols use, decoded on demand from the generated table: a cold start needs no UCUM library.
import { Rational } from '../exact/rational.js';
import { dimensionFromText } from './dimension.js';
import type { EvaluatedUnit } from './ucum-parts.js';
import { COMMON_UNIT_ROWS } from './tables/common-units.generated.js';

/** UCUM code, factor, dimension, annotations with blanks between, and for scales that are not linear the offset or "logarithmic". */
export type CommonUnitRow = readonly [code: string, factor: string, dimension: string, annotations: string, special: string];

let rows: ReadonlyMap<string, CommonUnitRow> | undefined;

function rowsByCode(): ReadonlyMap<string, CommonUnitRow> {
    rows ??= new Map(COMMON_UNIT_ROWS.map((row) => [row[0], row]));
    return rows;
}

/** The value of a common unit, undefined when the code is none. */
export function findCommonUnit(code: string): EvaluatedUnit | undefined {
    const row = rowsByCode().get(code);
    if (!row) {
        return undefined;
    }
    const [, factor, dimension, annotations, special] = row;
    return {
        factor: Rational.from(factor),
        dimension: dimensionFromText(dimension),
        annotations: annotations === '' ? [] : annotations.split(' '),
        scale: special === '' ? 'linear' : special === 'logarithmic' ? 'logarithmic' : 'affine',
        ...(special === '' || special === 'logarithmic' ? {} : { offset: Rational.from(special) }),
    };
}

/** The UCUM codes of all common units, in the order of the list (by what they measure). */
export function commonUnitCodes(): readonly string[] {
    return COMMON_UNIT_ROWS.map((row) => row[0]);
}
