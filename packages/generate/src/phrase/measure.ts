// Measured, dosed and computed values in words.
import type { MeasureExpression } from '@crit-lang/model/criteria/condition.js';
import { cleanText } from './clean-text.js';
import type { PhraseContext } from './context.js';
import { termName } from './name.js';
import { quantityText } from './number.js';
import { selectionText } from './selection.js';

const SIGNS = { '+': '+', '-': '−', '*': '×', '/': '/' } as const;

/** "creatinine clearance", "dose of glucocorticoid", "(systolic blood pressure − diastolic blood pressure)". */
export function measureText(measure: MeasureExpression, context: PhraseContext): string {
    switch (measure.kind) {
        case 'measure':
            return termName(measure.term, context) + (measure.component === null ? '' : ` (${cleanText(measure.component)})`);
        case 'dose':
            return (
                comparedMeasureText(measure, context) +
                (measure.inEquivalentsOf === null ? '' : ` (as ${termName(measure.inEquivalentsOf, context)} or equivalent)`)
            );
        case 'number':
            return quantityText(measure.quantity);
        case 'arithmetic':
            return `(${measureText(measure.left, context)} ${SIGNS[measure.operator]} ${measureText(measure.right, context)})`;
    }
}

/** The measure on the left of a comparison; what a dose is counted in follows its limit there (`equivalentAfter`). */
export function comparedMeasureText(measure: MeasureExpression, context: PhraseContext): string {
    return measure.kind === 'dose' ? `dose of ${selectionText(measure.of, context)}` : measureText(measure, context);
}

/** " of prednisone or equivalent", after the limit of a dose; empty for everything else. */
export function equivalentAfter(measure: MeasureExpression, context: PhraseContext): string {
    const drug = measure.kind === 'dose' ? measure.inEquivalentsOf : null;
    return drug === null ? '' : ` of ${termName(drug, context)} or equivalent`;
}
