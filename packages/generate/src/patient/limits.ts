// What a value is compared with, in plain words after "is".
import type { MeasureExpression } from '@crit-lang/model/criteria/condition.js';
import type { ComparisonOperator, Limit } from '@crit-lang/model/criteria/value.js';
import { normalLimitText, quantityText } from './amounts.js';
import { sentence, type Block } from './clause.js';
import { cleanText } from '../phrase/clean-text.js';
import { join, words, type Inline } from './inline.js';
import { doseBasis, measureWords } from './measure.js';
import { situation } from './situation.js';
import { OPERATOR_WORDS } from './words.js';
import type { Wording } from './wording.js';

/** Words for one limit, or a list of limits by situation. */
export type LimitWords = { kind: 'words'; text: Inline[]; extra: Block[] } | { kind: 'table'; lead: Inline[]; items: Block[]; extra: Block[] };

/** "more than 4 g/24 h", "at most 3 times the highest normal value", or a list for limits that depend on the patient. */
export function limitWords(operator: ComparisonOperator, limit: Limit, measure: MeasureExpression, wording: Wording): LimitWords {
    if (limit.kind === 'parameter') {
        const value = wording.parameters.get(limit.name);
        if (value !== undefined && value.kind !== 'parameter') return limitWords(operator, value, measure, wording);
    }
    if (limit.kind !== 'cases') {
        const extra = limit.kind === 'measure' ? measureWords(limit.measure, wording).extra : [];
        return { kind: 'words', text: join(singleLimit(operator, limit, wording), doseBasis(measure, wording)), extra };
    }
    const items = limit.rows.map((row) => caseItem(operator, row, measure, wording));
    return { kind: 'table', lead: words(' as follows'), items, extra: [] };
}

function caseItem(
    operator: ComparisonOperator,
    row: { when: Parameters<typeof situation>[0]; limit: Limit },
    measure: MeasureExpression,
    wording: Wording,
): Block {
    const value = limitWords(operator, row.limit, measure, wording);
    const lead = join(situation(row.when, wording), ': ');
    return value.kind === 'words' ? { ...sentence(join(lead, value.text)), extra: value.extra } : sentence(join(lead, 'as follows'), value.items);
}

function singleLimit(operator: ComparisonOperator, limit: Exclude<Limit, { kind: 'cases' }>, wording: Wording): Inline[] {
    switch (limit.kind) {
        case 'quantity':
            return words(`${OPERATOR_WORDS[operator]} ${quantityText(limit)}`);
        case 'normal-limit':
            return words(normalLimitText(operator, limit.factor, limit.limit));
        case 'titer':
            return words(`${OPERATOR_WORDS[operator]} ${limit.numerator}:${limit.denominator} (titer)`);
        case 'grade-value':
            return words(`${OPERATOR_WORDS[operator]} ${cleanText(limit.value)}`);
        case 'parameter':
            return words(`${OPERATOR_WORDS[operator]} the limit that the study team sets (${cleanText(limit.name)})`);
        case 'measure':
            return join(`${OPERATOR_WORDS[operator]} `, measureWords(limit.measure, wording).object);
    }
}
