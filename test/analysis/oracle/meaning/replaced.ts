// Whether another criterion stands in place of what is said of a measure.
import type { MeasureExpression } from '@crit-lang/model/criteria/condition.js';
import type { Patient } from './patient.js';
import type { Scope } from './scope.js';

export function isReplaced(measure: MeasureExpression, { replaced }: Scope, patient: Patient): boolean {
    const term = measure.kind === 'measure' ? measure.term : measure.kind === 'dose' ? measure.of.term : null;
    return term !== null && [...replaced].some((each) => patient.hierarchy.isA(term, each));
}
