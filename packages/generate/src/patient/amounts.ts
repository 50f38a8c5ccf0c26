// Numbers with their units as the protocol has them, and limits such as "3 times the highest normal value".
import type { ComparisonOperator, CountBound, ExactText, ModelQuantity } from '@crit-lang/model/criteria/value.js';
import { cleanText } from '../phrase/clean-text.js';
import { COUNT_WORDS, OPERATOR_WORDS } from './words.js';

/** A number with commas from 10,000 on, as patients meet it in print; fractions as written. */
export function numberText(value: ExactText): string {
    const text = cleanText(value);
    const match = /^(-?)(\d{5,})(\.\d+)?$/u.exec(text);
    if (match === null) return text;
    const [, sign = '', whole = '', decimals = ''] = match;
    return `${sign}${whole.replace(/\B(?=(\d{3})+$)/gu, ',')}${decimals}`;
}

const AGE_UNITS: ReadonlySet<string> = new Set(['year', 'years', 'month', 'months', 'week', 'weeks', 'day', 'days']);

/** Number and unit; a unit of time agrees with the number ("1 year"). */
export function quantityText(quantity: ModelQuantity): string {
    const number = numberText(quantity.value);
    if (quantity.unit === null) return number;
    const unit = cleanText(quantity.unit);
    if (AGE_UNITS.has(unit)) return `${number} ${number === '1' ? unit.replace(/s$/u, '') : unit.replace(/s?$/u, 's')}`;
    if (unit.startsWith('%') || unit.startsWith('/'))
        return `${number}${unit.replace(/^%\s+(?=predicted)/u, '% of the ').replace(/predicted$/u, 'predicted value')}`;
    if (/^(?:[x×] ?)?10[\^*]/u.test(unit)) return `${number} × ${unit.replace(/^[x×] ?/u, '')}`;
    return `${number} ${unit}`;
}

/** "more than 3 times the highest normal value", "below the lowest normal value". */
export function normalLimitText(operator: ComparisonOperator, factor: ExactText, limit: 'ULN' | 'LLN'): string {
    const bound = limit === 'ULN' ? 'the highest normal value' : 'the lowest normal value';
    const number = numberText(factor);
    if (number !== '1') return `${OPERATOR_WORDS[operator]} ${number} times ${bound}`;
    switch (operator) {
        case '>':
            return `above ${bound}`;
        case '<':
            return `below ${bound}`;
        case '>=':
            return `${bound} or above`;
        case '<=':
            return `${bound} or below`;
        case '=':
            return `exactly ${bound}`;
    }
}

/** "at least 2 times". */
export function timesText(bound: CountBound): string {
    return `${COUNT_WORDS[bound.operator]} ${numberText(String(bound.count))} ${bound.count === 1 ? 'time' : 'times'}`;
}
