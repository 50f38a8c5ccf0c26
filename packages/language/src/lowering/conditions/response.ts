// Lowers how a treatment went: inadequate response, loss of response, intolerance, contraindication, relapse.
import type { Condition, ResponseKind } from '@crit-lang/model/criteria/condition.js';
import type { Clinical, Selection } from '../../generated/ast.js';
import type { Lowering } from '../lowering.js';
import { TREATMENT, lowerRefinement, lowerSelection } from '../selections.js';
import { lowerWindow } from '../time.js';
import type { Clauses } from './clauses.js';
import type { Frame } from './frame.js';
import { flagsTaken } from './frame.js';
import { lowerLasting } from './presence.js';

export function lowerResponse(lowering: Lowering, node: Clinical, subject: Selection, frame: Frame, clauses: Clauses): Condition {
    const place = lowering.at(node);
    const to = lowerSelection(lowering, subject, TREATMENT, frame.exceptions);
    if (to === undefined) return { kind: 'unresolved', text: node.$cstNode?.text ?? '', ...place };
    const window = clauses.window();
    const duration = clauses.duration();
    const refinements = clauses.refinements().map((refinement) => lowerRefinement(lowering, refinement));
    clauses.flags(flagsTaken(node, subject));
    clauses.reportRest('the response to a treatment');
    return {
        kind: 'response',
        responses: [...frame.responses] as ResponseKind[],
        to,
        window: window === undefined ? lowering.everWindow(false) : lowerWindow(lowering, window),
        lasting: lowerLasting(lowering, duration),
        refinements,
        ...place,
    };
}
