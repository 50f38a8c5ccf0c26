// What is measured: "your creatinine level", "your dose of prednisone", the difference of two values.
import type { MeasureExpression } from '@crit-lang/model/criteria/condition.js';
import { quantityText } from './amounts.js';
import { join, words, type Inline } from './inline.js';
import { bodyPart, isPlural, possessive, termName } from './names.js';
import { selectionName } from './named-selection.js';
import type { Wording } from './wording.js';

export interface MeasureWords {
    object: Inline[];
    plural: boolean;
}

const OPERATORS = { '+': 'plus', '-': 'minus', '*': 'times', '/': 'divided by' } as const;

/** A measure with "your" in front, as the subject of a sentence. */
export function measureWords(measure: MeasureExpression, wording: Wording): MeasureWords {
    switch (measure.kind) {
        case 'measure': {
            const name = termName(measure.term, wording);
            const scored = wording.term(measure.term)?.kind === 'score' && !/\b(?:score|scale|index|points?|grade|level|rating)\b/iu.test(name.map((part) => part.text).join(''));
            const full = scored ? join(name, ' score') : name;
            const object = measure.component === null ? possessive(full) : join(possessive(full), ` for the ${bodyPart(measure.component)}`);
            return { object, plural: isPlural(full) };
        }
        case 'dose':
            return { object: join('your dose of ', selectionName(measure.of, wording)), plural: false };
        case 'number':
            return { object: words(quantityText(measure.quantity)), plural: false };
        case 'arithmetic':
            return { object: join(measureWords(measure.left, wording).object, ` ${OPERATORS[measure.operator]} `, measureWords(measure.right, wording).object), plural: false };
    }
}

/** " of prednisone (or an equal dose of a similar drug)": what a dose is counted in. */
export function doseBasis(measure: MeasureExpression, wording: Wording): Inline[] {
    if (measure.kind !== 'dose' || measure.inEquivalentsOf === null) return [];
    return join(' of ', termName(measure.inEquivalentsOf, wording), ' (or an equal dose of a similar drug)');
}
