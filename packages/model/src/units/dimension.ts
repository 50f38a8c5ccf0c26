// Dimensions of units: whole exponents over the base quantities that Crit tells apart.

/**
 * Exponents by base. The bases are those of UCUM (`m s g rad K C cd`), plus what UCUM counts as pure numbers and a protocol must not mix up:
 * `mol` and `eq` (amount and charge of a substance), `mo` (calendar months, no fixed number of days), `[pi]` (irrational, so never
 * multiplied out), `mol/mol` (an amount fraction, which is no percentage), and every arbitrary or logarithmic unit under its own code
 * (`[IU]`, `[pH]`). Only non-zero exponents are present, in the order of `BASE_ORDER` and then by code.
 */
export type Dimension = Readonly<Record<string, number>>;

const BASE_ORDER: readonly string[] = ['m', 's', 'g', 'rad', 'K', 'C', 'cd', 'mol', 'eq', 'mo', '[pi]', 'mol/mol'];

/** No dimension: a pure number, a percentage, a ratio of like units. */
export const DIMENSIONLESS: Dimension = Object.freeze({});

/** The dimension with these exponents; bases with exponent zero are left out. */
export function dimensionOf(exponents: Iterable<readonly [base: string, exponent: number]>): Dimension {
    const sums = new Map<string, number>();
    for (const [base, exponent] of exponents) {
        sums.set(base, (sums.get(base) ?? 0) + exponent);
    }
    const present = [...sums].filter(([, exponent]) => exponent !== 0).sort(([first], [second]) => compareBases(first, second));
    return Object.freeze(Object.fromEntries(present));
}

/** The dimension of a product `first` × `second` to the power `exponent` (−1 for a quotient). */
export function combineDimensions(first: Dimension, second: Dimension, exponent = 1): Dimension {
    return dimensionOf([...Object.entries(first), ...Object.entries(second).map(([base, power]) => [base, power * exponent] as const)]);
}

export function sameExponents(first: Dimension, second: Dimension): boolean {
    return dimensionText(first) === dimensionText(second);
}

/** The exponent of one base, zero where it is absent. */
export function exponentOf(dimension: Dimension, base: string): number {
    return Object.hasOwn(dimension, base) ? (dimension[base] ?? 0) : 0;
}

/** One line such as "m-3 g": the form of the generated tables and a key for maps. */
export function dimensionText(dimension: Dimension): string {
    return Object.entries(dimension)
        .map(([base, exponent]) => (exponent === 1 ? base : `${base}${exponent}`))
        .join(' ');
}

/**
 * Reads what `dimensionText` wrote.
 * @throws RangeError for other text: only generated tables are read with it.
 */
export function dimensionFromText(text: string): Dimension {
    if (text === '') {
        return DIMENSIONLESS;
    }
    return dimensionOf(
        text.split(' ').map((part) => {
            const parts = /^(.*?[^\d-])(-?\d+)?$/.exec(part);
            if (!parts?.[1]) {
                throw new RangeError(`"${text}" is no dimension.`);
            }
            return [parts[1], Number(parts[2] ?? '1')] as const;
        }),
    );
}

function compareBases(first: string, second: string): number {
    const [one, two] = [BASE_ORDER.indexOf(first), BASE_ORDER.indexOf(second)];
    if (one !== -1 || two !== -1) {
        return (one === -1 ? BASE_ORDER.length : one) - (two === -1 ? BASE_ORDER.length : two);
    }
    return first < second ? -1 : first > second ? 1 : 0;
}
