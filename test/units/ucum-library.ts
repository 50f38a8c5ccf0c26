// ucum-lhc for tests: its definitions, and its sizes brought to the bases that Crit keeps apart.
import { createRequire } from 'node:module';
import type { Rational } from '@crit-lang/model/exact/rational.js';
import type { Dimension } from '@crit-lang/model/units/dimension.js';
import type { UcumDefinition } from '@crit-lang/model/units/tables/build-tables.js';

interface LibraryUnit extends UcumDefinition {
    readonly source_: string;
}
interface LibraryConversion {
    readonly status: 'succeeded' | 'failed' | 'error';
    readonly toVal: number | null;
}
interface Library {
    readonly UcumLhcUtils: {
        getInstance(): {
            convertUnitTo(from: string, value: number, to: string, options: { molecularWeight?: number; charge?: number }): LibraryConversion;
        };
    };
    readonly UnitTables: { getInstance(): { allUnitsByDef(): readonly LibraryUnit[] } };
}

const load = (): Library => {
    const library = createRequire(import.meta.url)('@lhncbc/ucum-lhc') as Library;
    library.UcumLhcUtils.getInstance();
    return library;
};

/** The library's own conversion, in doubles; undefined where it makes none. */
export function libraryConversion(value: number, from: string, to: string, facts: { molecularWeight?: number; charge?: number } = {}): number | undefined {
    const answer = load().UcumLhcUtils.getInstance().convertUnitTo(from, value, to, facts);
    return answer.status === 'succeeded' && answer.toVal !== null ? answer.toVal : undefined;
}

/** All atoms of UCUM, in its order (the library also lists combinations from LOINC, which are left out). */
export function ucumDefinitions(): readonly UcumDefinition[] {
    return load()
        .UnitTables.getInstance()
        .allUnitsByDef()
        .filter((unit) => unit.source_ === 'UCUM');
}

/** What UCUM multiplies out and Crit keeps as a base: Avogadro's number (of 1986), the mean month, π. */
const UCUM_SIZES: Readonly<Record<string, number>> = { mol: 6.0221367e23, eq: 6.0221367e23, mo: 2_629_800, '[pi]': Math.PI };

/** The factor as UCUM would have it, as a double. */
export function asUcumMagnitude(factor: Rational, dimension: Dimension): number {
    return Object.entries(dimension).reduce((product, [base, exponent]) => product * (UCUM_SIZES[base] ?? 1) ** exponent, toDouble(factor));
}

/** The double nearest to a fraction, also where its parts are too large for doubles. */
export function toDouble({ numerator, denominator }: Rational): number {
    const excess = BigInt(Math.max(0, numerator.toString().length - 300, denominator.toString().length - 300));
    return Number(numerator / 10n ** excess) / Number(denominator / 10n ** excess);
}

export const relativeError = (one: number, two: number): number => Math.abs(one - two) / Math.abs(two);
