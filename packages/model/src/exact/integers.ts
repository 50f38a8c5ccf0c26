// Two questions about whole numbers that exact fractions ask.

/** Decimals up to which a finite decimal is printed as such; beyond it the fraction is shorter and as exact. */
const MAXIMUM_PRINTED_DECIMALS = 100;

/** The greatest integer that divides both; positive unless both are zero. */
export function greatestCommonDivisor(first: bigint, second: bigint): bigint {
    let [a, b] = [first < 0n ? -first : first, second < 0n ? -second : second];
    while (b !== 0n) {
        [a, b] = [b, a % b];
    }
    return a;
}

/** How many decimals 1/denominator has; undefined when they do not end or are too many to print. */
export function finiteDecimals(denominator: bigint): number | undefined {
    let rest = denominator;
    let decimals = 0;
    while (rest !== 1n && decimals <= MAXIMUM_PRINTED_DECIMALS) {
        // One decimal takes a factor 2 and a factor 5 out of the denominator, whichever are there.
        const divisor = greatestCommonDivisor(rest, 10n);
        if (divisor === 1n) {
            return undefined;
        }
        rest /= divisor;
        decimals += 1;
    }
    return rest === 1n ? decimals : undefined;
}
