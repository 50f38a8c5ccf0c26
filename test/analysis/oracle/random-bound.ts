// Random bounds of counts, and the operators of comparisons.
import type { ComparisonOperator, CountBound } from '@crit-lang/model/criteria/value.js';
import type { RandomSource } from '../random-source.js';

export const ALL_OPERATORS: readonly ComparisonOperator[] = ['<', '<=', '=', '>=', '>'];

export function randomBound(random: RandomSource, most: number): CountBound {
    return { operator: random.pick(['>=', '>=', '>=', '<=', '=', '>', '<'] as const), count: random.between(0, most) };
}
