// What a block around it says of an item that is no name: a sentence takes the window, and what it cannot take is reported.
import type { Clause, Expression, Window } from '../../generated/ast.js';
import { reportNotSaidOfItem } from '../../checks/part-not-taken.js';
import { reportWindowTwice } from '../../checks/window-twice.js';
import { shownText } from '../../syntax/parts.js';
import type { Lowering } from '../lowering.js';
import type { Frame } from './frame.js';

/** The clauses of an item with the window of the blocks around it. `what` names the item, as in "a statement". */
export function withInherited(lowering: Lowering, node: Expression, own: readonly Clause[], frame: Frame, what: string): Clause[] {
    const window = frame.clauses.find((clause): clause is Window => clause.$type === 'Window');
    const ownWindow = own.find((clause): clause is Window => clause.$type === 'Window');
    if (window !== undefined && ownWindow !== undefined) reportWindowTwice(lowering, ownWindow, window);
    const rest = frame.clauses.filter((clause) => clause !== window && !(clause.$type === 'FlagClause' && clause.flag === 'each'));
    const said = [
        frame.verb ?? (frame.responses.length > 0 ? frame.responses.join(' or ') : undefined),
        frame.pick,
        ...[frame.predicate, ...rest, ...frame.exceptions].map((part) => (part === undefined ? undefined : shownText(part))),
    ];
    for (const part of said) if (part !== undefined) reportNotSaidOfItem(lowering, node, part, what);
    return window !== undefined && ownWindow === undefined ? [...own, window] : [...own];
}
