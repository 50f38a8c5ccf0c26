// Builds the text of the generated unit tables from UCUM's own definitions; it runs when the tables are regenerated, never in the product.
import { Rational } from '../../exact/rational.js';
import type { Atom, AtomRow } from '../atoms.js';
import { atomFromRow } from '../atoms.js';
import { DIMENSIONLESS, combineDimensions, dimensionText } from '../dimension.js';
import { evaluateUcum } from '../ucum-evaluator.js';
import { COMMON_UNIT_CODES } from './common-unit-list.js';

/** What the builder reads of a unit of ucum-lhc (its names). */
export interface UcumDefinition {
    readonly csCode_: string;
    readonly isBase_: boolean;
    readonly isMetric_: boolean;
    readonly isArbitrary_: boolean;
    readonly cnv_: string | null;
    readonly csUnitString_: string | null;
    readonly baseFactorStr_: string | null;
}

/** Atoms whose meaning in Crit differs from UCUM's pure numbers, or that ucum-lhc stores upside down; each with its reason. */
const DECIDED: ReadonlyMap<string, AtomRow> = new Map<string, AtomRow>([
    // Amount of substance is a quantity of its own: mmol/L must not be comparable with cells/L.
    ['mol', ['mol', 1, '1', 'mol']],
    // An equivalent is a mole of charges: the charge of the ion must be known to compare it with moles.
    ['eq', ['eq', 1, '1', 'eq']],
    // Calendar units: UCUM's year of 365.25 days would turn 6 months into 182.625 days.
    ['mo', ['mo', 0, '1', 'mo']],
    ['a', ['a', 0, '12', 'mo']],
    // Irrational, so it is carried along and not multiplied out.
    ['[pi]', ['[pi]', 0, '1', '[pi]']],
    // UCUM gives microscope fields the sizes 1 and 100, but no field of one is a hundred of the other.
    ['[HPF]', ['[HPF]', 0, '1', '[HPF]']],
    ['[LPF]', ['[LPF]', 0, '1', '[LPF]']],
    // 250/π A/m; ucum-lhc has lost the π from its text of the definition.
    ['Oe', ['Oe', 1, '250', 'm-1 s-1 C [pi]-1']],
    // 10^-13 s; here it is the power of ten that its text has lost.
    ['[S]', ['[S]', 0, '0.0000000000001', 's']],
    // Two codes of one unit.
    ['[iU]', ['[iU]', 1, '1', '[IU]']],
    ['[IU]', ['[IU]', 1, '1', '[IU]']],
    // Offsets are by definition: 0 °C = 273.15 K, 0 °F = 459.67 °F above absolute zero.
    ['Cel', ['Cel', 1, '1', 'K', '273.15']],
    ['[degF]', ['[degF]', 0, '5/9', 'K', '459.67']],
    ['[degRe]', ['[degRe]', 0, '', 'has no use in medicine, so Crit does not convert it']],
    ['10*', ['10*', 0, '10', '']],
    ['10^', ['10^', 0, '10', '']],
]);

/** Constants of nature: their UCUM sizes are measurements of 1986 and no definitions (and ucum-lhc has lost a factor of the definition of [mu_0]). */
const MEASURED = new Set(['u', '[h]', '[k]', '[eps_0]', '[mu_0]', '[e]', 'eV', '[m_e]', '[m_p]', '[G]']);
/** How ucum-lhc marks a reciprocal such as the dioptre (1/m): it stores the metre and this function. */
const RECIPROCAL = 'inv';
const LOGARITHMS = new Set(['ph', 'ln', '2ln', 'lg', '10lg', '20lg', '2lg', 'lgtimes2', 'ld', 'hpx', 'hpc', 'hpm', 'hpq']);

/** Rows of all UCUM atoms, in UCUM's order. */
export function buildAtomRows(definitions: readonly UcumDefinition[]): AtomRow[] {
    const byCode = new Map(definitions.map((definition) => [definition.csCode_, definition]));
    const rows = new Map<string, AtomRow>();
    const rowOf = (definition: UcumDefinition): AtomRow => {
        const known = rows.get(definition.csCode_);
        const row = known ?? buildAtomRow(definition, lookup);
        rows.set(definition.csCode_, row);
        return row;
    };
    const lookup = (code: string): Atom | undefined => {
        const definition = byCode.get(code);
        return definition && atomFromRow(rowOf(definition));
    };
    return definitions.map(rowOf);
}

function buildAtomRow(definition: UcumDefinition, lookup: (code: string) => Atom | undefined): AtomRow {
    const code = definition.csCode_;
    const metric = definition.isMetric_ ? 1 : 0;
    const decided = DECIDED.get(code);
    if (decided) {
        return decided;
    }
    if (definition.isBase_) {
        return [code, 1, '1', code];
    }
    if (MEASURED.has(code)) {
        return [code, metric, '', 'has a measured size, not a defined one'];
    }
    if (definition.isArbitrary_) {
        return [code, metric, '1', code];
    }
    if (definition.cnv_ !== null && definition.cnv_ !== RECIPROCAL) {
        const logarithmic = LOGARITHMS.has(definition.cnv_.toLowerCase());
        return logarithmic ? [code, metric, '1', code, 'logarithmic'] : [code, metric, '', 'is a curve, not a multiple of another unit'];
    }
    const value = evaluateUcum(definition.csUnitString_ ?? '', lookup);
    if (!value.ok) {
        return [code, metric, '', value.reason === 'no-exact-factor' ? 'rests on a measured size' : 'has no definition that Crit reads'];
    }
    const factor = scientific(definition.baseFactorStr_ ?? '1').multiply(value.value.factor);
    const dimension = value.value.dimension;
    return definition.cnv_ === RECIPROCAL
        ? [code, metric, factor.power(-1).toString(), dimensionText(combineDimensions(DIMENSIONLESS, dimension, -1))]
        : [code, metric, factor.toString(), dimensionText(dimension)];
}

/** "254e-2" exactly. */
function scientific(text: string): Rational {
    const [mantissa = '', exponent = '0'] = text.toLowerCase().split('e');
    return Rational.from(mantissa).multiply(Rational.of(10n).power(Number(exponent)));
}

/** The module text of the atom table. */
export function atomTableText(rows: readonly AtomRow[]): string {
    return [
        '// The exact sizes of all UCUM atoms, generated from the UCUM definitions in @lhncbc/ucum-lhc by `npm run golden` (test/units/tables.test.ts). Do not edit.',
        '// UCUM is copyright Regenstrief Institute, Inc. and the UCUM Organization; see THIRD-PARTY-NOTICES.',
        "import type { AtomRow } from '../atoms.js';",
        '',
        '/** Code, takes prefixes, factor to base units, dimension (or why there is no factor), offset or "logarithmic". */',
        '// prettier-ignore',
        'export const ATOM_ROWS: readonly AtomRow[] = [',
        ...rows.map((row) => `    ${literal(row)},`),
        '];',
        '',
    ].join('\n');
}

/** The module text of the table of common units. @throws Error naming a code of the list that has no exact value. */
export function commonUnitTableText(lookup: (code: string) => Atom | undefined): string {
    const codes = [...new Set(Object.values(COMMON_UNIT_CODES).flatMap((line) => line.trim().split(/ +/)))];
    const rows = codes.map((code) => {
        const evaluation = evaluateUcum(code, lookup);
        if (!evaluation.ok) {
            throw new Error(`${code}: ${evaluation.reason}, ${evaluation.detail}`);
        }
        const { factor, dimension, annotations, scale, offset } = evaluation.value;
        const special = scale === 'linear' ? '' : scale === 'logarithmic' ? scale : (offset?.toString() ?? '');
        return [code, factor.toString(), dimensionText(dimension), annotations.join(' '), special];
    });
    return [
        '// The exact values of the units that protocols use, generated from common-unit-list.ts by `npm run golden` (test/units/tables.test.ts). Do not edit.',
        '// UCUM is copyright Regenstrief Institute, Inc. and the UCUM Organization; see THIRD-PARTY-NOTICES.',
        "import type { CommonUnitRow } from '../common-units.js';",
        '',
        '/** Code, factor to base units, dimension, annotations, and offset or "logarithmic". */',
        '// prettier-ignore',
        'export const COMMON_UNIT_ROWS: readonly CommonUnitRow[] = [',
        ...rows.map((row) => `    ${literal(row)},`),
        '];',
        '',
    ].join('\n');
}

function literal(row: readonly (string | number)[]): string {
    return `[${row.map((cell) => (typeof cell === 'number' ? String(cell) : JSON.stringify(cell))).join(', ')}]`;
}
