// Numbers, units, operators and counts as a text shows them: exactly as written, never rounded.
import type { ComparisonOperator, CountBound, ExactText, ModelQuantity } from '@crit-lang/model/criteria/value.js';
import { cleanText } from './clean-text.js';

const SIGNS: Readonly<Record<ComparisonOperator, string>> = { '<': '<', '<=': '≤', '=': '=', '>=': '≥', '>': '>' };

const BOUND_WORDS: Readonly<Record<ComparisonOperator, string>> = {
    '<': 'fewer than',
    '<=': 'at most',
    '=': 'exactly',
    '>=': 'at least',
    '>': 'more than',
};

/** "≥". */
export function operatorSign(operator: ComparisonOperator): string {
    return SIGNS[operator];
}

/** "at least 2". */
export function countText(bound: CountBound): string {
    return `${BOUND_WORDS[bound.operator]} ${bound.count}`;
}

/** "at least", "less than": the operator before a duration. */
export function durationBoundWord(operator: ComparisonOperator): string {
    return operator === '<' ? 'less than' : BOUND_WORDS[operator];
}

/** "30 mL/min", "45% predicted", "1500/mm3", "10 g/dL (100 g/L)"; units as the author wrote them, singular or plural left alone. */
export function quantityText(quantity: Pick<ModelQuantity, 'value' | 'unit' | 'pair'>): string {
    const pair = quantity.pair === undefined ? '' : ` (${withUnit(quantity.pair.value, quantity.pair.unit)})`;
    return withUnit(quantity.value, quantity.unit) + pair;
}

/** A number with a unit; no blank before a percent sign or a unit that starts with a stroke. */
export function withUnit(value: ExactText, unit: string | null): string {
    const number = cleanText(value);
    const shown = unit === null ? '' : cleanText(unit);
    if (shown === '') {
        return number;
    }
    return /^[%/]/u.test(shown) ? `${number}${shown}` : `${number} ${shown.replace(/^x (?=10)/u, '× ')}`;
}
