// What is measured: "your creatinine level", "your dose of prednisone", the difference of two values.
import type { MeasureExpression, TermSelection } from '@crit-lang/model/criteria/condition.js';
import { quantityText } from './amounts.js';
import { sentence, type Block } from './clause.js';
import { join, words, type Inline } from './inline.js';
import { bodyPart, isPlural, possessive, termName } from './names.js';
import { selectionWords } from './selection.js';
import { inner, type Wording } from './wording.js';

export interface MeasureWords {
    object: Inline[];
    plural: boolean;
    /** Sentences about exceptions: "this does not count". */
    extra: Block[];
}

const OPERATORS = { '+': 'plus', '-': 'minus', '*': 'times', '/': 'divided by' } as const;

/** A measure with "your" in front, as the subject of a sentence. */
export function measureWords(measure: MeasureExpression, wording: Wording): MeasureWords {
    switch (measure.kind) {
        case 'measure': {
            const name = termName(measure.term, wording);
            const scored =
                wording.term(measure.term)?.kind === 'score' &&
                (wording.term(measure.term)?.plain ?? '') === '' &&
                !/\b(?:score|scale|index|points?|grade|level|rating)\b/iu.test(name.map((part) => part.text).join(''));
            const full = scored ? join(name, ' score') : name;
            const object = measure.component === null ? possessive(full) : join(possessive(full), ` for the ${bodyPart(measure.component)}`);
            return { object, plural: isPlural(full), extra: [] };
        }
        case 'dose':
            return doseWords(measure.of, wording);
        case 'number':
            return { object: words(quantityText(measure.quantity)), plural: false, extra: [] };
        case 'arithmetic': {
            const [left, right] = [measureWords(measure.left, wording), measureWords(measure.right, wording)];
            return { object: join(left.object, ` ${OPERATORS[measure.operator]} `, right.object), plural: false, extra: [...left.extra, ...right.extra] };
        }
    }
}

function doseWords(drug: TermSelection, wording: Wording): MeasureWords {
    const { object, rest, extra } = selectionWords(drug, inner(wording), null);
    // "If you use steroids: your dose is …"
    if (wording.named !== null && drug.term === wording.named.term && drug.except.length === 0) return { object: words('your dose'), plural: false, extra };
    return { object: join('your dose of ', object, rest), plural: false, extra };
}

/** " of prednisone": what a dose is counted in. */
export function doseBasis(measure: MeasureExpression, wording: Wording): Inline[] {
    if (measure.kind !== 'dose' || measure.inEquivalentsOf === null) return [];
    return join(' of ', termName(measure.inEquivalentsOf, wording));
}

/** The sentence that goes with it. */
export function doseNote(measure: MeasureExpression): Block[] {
    if (measure.kind !== 'dose' || measure.inEquivalentsOf === null) return [];
    return [sentence(words('an equal dose of a similar drug counts too'))];
}
