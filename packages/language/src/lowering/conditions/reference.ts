// Lowers the use of a definition.
import type { Condition } from '@crit-lang/model/criteria/condition.js';
import type { Clinical, Selection } from '../../generated/ast.js';
import { reportPredicateOfDefinition, reportVerbBeforeDefinition } from '../../checks/clause-does-not-fit.js';
import { reportPickNotTaken } from '../../checks/part-not-taken.js';
import { reportWrongArguments } from '../../checks/wrong-arguments.js';
import { recovered } from '../../syntax/recovered.js';
import type { Lowering } from '../lowering.js';
import { lowerLimit } from '../limits.js';
import { reportMoreThanName } from '../name-only.js';
import { lowerRefinement } from '../selections.js';
import { lowerWindow } from '../time.js';
import type { Clauses } from './clauses.js';
import type { Frame } from './frame.js';

export function lowerReference(lowering: Lowering, node: Clinical, subject: Selection, name: string, frame: Frame, clauses: Clauses): Condition {
    const definition = lowering.scope.definition(name);
    const place = lowering.at(node);
    if (definition === undefined) return { kind: 'unresolved', text: name, ...place };
    lowering.scope.usedDefinitions.add(definition.name);
    if (frame.verb !== undefined && frame.verb !== 'has') reportVerbBeforeDefinition(lowering, node, name, frame.verb);
    if (frame.predicate !== undefined) reportPredicateOfDefinition(lowering, frame.predicate, name);
    if (frame.pick !== undefined) reportPickNotTaken(lowering, node, frame.pick, 'a definition');
    reportMoreThanName(lowering, subject, frame.exceptions, 'a definition', Infinity);
    const values = recovered(subject).arguments ?? [];
    if (values.length !== definition.parameters.length) reportWrongArguments(lowering, subject, definition, values.length);
    const window = clauses.window();
    const refinements = clauses.refinements().map((refinement) => lowerRefinement(lowering, refinement));
    clauses.flags();
    clauses.reportRest('a definition');
    return {
        kind: 'reference',
        definition: definition.name,
        arguments: values.map((value) => lowerLimit(lowering, value, null)),
        window: window === undefined ? null : lowerWindow(lowering, window),
        refinements,
        ...place,
    };
}
