// Measured values and what they are compared with, as Crit text.
import type { MeasureExpression } from '@crit-lang/model/criteria/condition.js';
import type { Limit, ModelQuantity } from '@crit-lang/model/criteria/value.js';
import { nameText } from './name.js';
import { type PrintCondition, selectionText } from './selection.js';
import { unprintable } from './unprintable.js';

/** `words` stand before the name: vague words that nothing defines. */
export function measureText(measure: MeasureExpression, print: PrintCondition, words: readonly string[] = []): string {
    switch (measure.kind) {
        case 'measure':
            return selectionText({ term: measure.term, index: false, any: false, except: [] }, print, words);
        case 'dose':
            return `dose of ${selectionText(measure.of, print, words)}`;
        case 'number':
            return quantityText(measure.quantity);
        case 'arithmetic':
            return `( ${measureText(measure.left, print)} ${measure.operator} ${measureText(measure.right, print)} )`;
    }
}

/** What stands behind the limit: which drug a dose is counted as. */
export function equivalentText(measure: MeasureExpression): string {
    return measure.kind === 'dose' && measure.inEquivalentsOf !== null ? ` of ${nameText(measure.inEquivalentsOf)} or equivalent` : '';
}

export function quantityText({ value, unit }: Pick<ModelQuantity, 'value' | 'unit'>): string {
    if (value.includes('/')) unprintable('A number without an end');
    return unit === null ? value : `${value} ${unit}`;
}

export function limitText(limit: Limit, print: PrintCondition): string {
    switch (limit.kind) {
        case 'quantity':
            return quantityText(limit);
        case 'normal-limit':
            return limit.factor === '1' ? limit.limit : `${quantityText({ value: limit.factor, unit: null })} x ${limit.limit}`;
        case 'titer':
            return `${limit.numerator}:${limit.denominator}`;
        case 'grade-value':
            return nameText(limit.value);
        case 'measure':
            return measureText(limit.measure, print);
        case 'parameter':
        case 'cases':
            return unprintable('This limit');
    }
}
