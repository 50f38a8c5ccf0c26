// Lowers 'anti-dsDNA positive at screening'.
import type { Condition } from '@crit-lang/model/criteria/condition.js';
import type { Clinical, Selection } from '../../generated/ast.js';
import type { Lowering } from '../lowering.js';
import { lowerRefinement, lowerSelection } from '../selections.js';
import { lowerWindow } from '../time.js';
import type { Clauses } from './clauses.js';
import type { Frame } from './frame.js';
import { flagsTaken } from './frame.js';

export function lowerResult(lowering: Lowering, node: Clinical, subject: Selection, frame: Frame, clauses: Clauses): Condition {
    const place = lowering.at(node);
    const test = lowerSelection(lowering, subject, { kinds: ['test', 'lab'], called: 'a test' }, frame.exceptions);
    const predicate = frame.predicate;
    if (test === undefined || predicate?.$type !== 'ResultTest') return { kind: 'unresolved', text: node.$cstNode?.text ?? '', ...place };
    const window = clauses.window();
    const method = clauses.method();
    const refinements = clauses.refinements().map((refinement) => lowerRefinement(lowering, refinement));
    clauses.flags(flagsTaken(node, subject));
    clauses.reportRest('a test result');
    return {
        kind: 'result',
        test,
        result: predicate.result,
        window: window === undefined ? lowering.defaultWindow() : lowerWindow(lowering, window),
        method,
        refinements,
        ...place,
    };
}
