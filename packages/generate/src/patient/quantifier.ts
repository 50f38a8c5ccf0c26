// "any of these", "at least 2 of these medicines", "all of these are true".
import type { ComparisonOperator } from '@crit-lang/model/criteria/value.js';
import { COUNT_WORDS } from './words.js';

/** How many of the items of a list hold. `not` only with '=': any number but this one. */
export type Quantifier = { kind: 'all' } | { kind: 'any' } | { kind: 'count'; operator: ComparisonOperator; count: number; not: boolean; together: boolean };

/** "at least 2". */
export function countText(quantifier: Extract<Quantifier, { kind: 'count' }>): string {
    return quantifier.not ? `not exactly ${quantifier.count}` : `${COUNT_WORDS[quantifier.operator]} ${quantifier.count}`;
}

/** Stands for the list in a sentence: "at least 2 of these medicines". `negative`: the sentence says "not" before it. */
export function quantifierText(quantifier: Quantifier, items: number, noun: string, isSubject: boolean, negative: boolean, atTop: boolean): string {
    const these = noun === '' ? 'these' : `these ${noun}`;
    if (quantifier.kind === 'count') return `${countText(quantifier)} of ${these}`;
    if (quantifier.kind === 'any') return atTop ? `any of ${these}` : `at least one of ${these}`;
    if (isSubject) return `each of ${these}`;
    return negative ? `any of ${these}` : `${items === 2 ? 'both' : 'all'} of ${these}`;
}

/** The lead of a list of full statements. */
export function listLead(quantifier: Quantifier, items: number, atTop: boolean): string {
    if (quantifier.kind === 'all') return `${items === 2 ? 'both' : 'all'} of these are true`;
    if (quantifier.kind === 'any') return atTop ? 'any of these is true' : 'at least one of these is true';
    const verb = quantifier.count === 1 ? 'is' : 'are';
    return `${countText(quantifier)} of these ${verb} true${quantifier.together ? ' at the same check-up' : ''}`;
}
