// Which of the patient's facts speak of a value that is asked for: the same measure, by the same method, under the same circumstance.
import type { MeasureExpression } from '@crit-lang/model/criteria/condition.js';
import type { Context } from '../context.js';
import { plainText } from '../conditions/refinement.js';
import type { ValueFact } from '../patient/facts.js';
import { measureKey } from './measure-key.js';

/** How the value was measured, as far as the criterion says. */
export interface How {
    method: string | null;
    circumstance: string | null;
}

/**
 * The facts about this measure. A criterion that names a method takes only values by that method; one that names none takes any. So too with the
 * circumstance ("on room air").
 */
export function factsAbout(expression: MeasureExpression, how: How, context: Context): ValueFact[] {
    const key = measureKey(expression);
    return context.patient.values.filter((fact) => fact.key === key && fits(fact.method, how.method) && fits(fact.circumstance, how.circumstance));
}

function fits(known: string | null, asked: string | null): boolean {
    return asked === null || (known !== null && plainText(known) === plainText(asked));
}
