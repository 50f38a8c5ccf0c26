// A subject that is named as it is, such as a fact, a score or a definition: what selects from a class has no effect on it and is reported.
import { reportAnyOfOne, reportArgumentsNotTaken, reportDoseNotCompared, reportExceptionsNotTaken, reportVagueNotTaken } from '../checks/part-not-taken.js';
import type { Exception, Selection } from '../generated/ast.js';
import { recovered } from '../syntax/recovered.js';
import type { Lowering } from './lowering.js';

/** Reports whatever a subject has besides its name and `values` values in parentheses. `what` is the kind of line, as in "a fact about the participant". */
export function reportMoreThanName(lowering: Lowering, node: Selection, behind: readonly Exception[], what: string, values = 0): void {
    const parts = recovered(node);
    reportExceptionsNotTaken(lowering, [...(parts.exceptions ?? []), ...behind], what);
    if (parts.doseOf === true) reportDoseNotCompared(lowering, node);
    if (parts.quantity !== undefined) reportAnyOfOne(lowering, node, what);
    if ((parts.arguments ?? []).length > values) reportArgumentsNotTaken(lowering, node);
    if (parts.vague !== undefined && node.$container.$type !== 'Clinical') reportVagueNotTaken(lowering, node);
}
