// What a block passes down to its items: 'used any of { a, b } within 8 weeks before screening' is said of a and of b.
import type { Clause, Clinical, Exception, Predicate, Selection, Window } from '../../generated/ast.js';
import { reportSecondPredicate, reportSecondVerb } from '../../checks/clause-does-not-fit.js';
import { reportSecondPick } from '../../checks/part-not-taken.js';
import { reportWindowTwice } from '../../checks/window-twice.js';
import { recovered } from '../../syntax/recovered.js';
import type { Lowering } from '../lowering.js';

export interface Frame {
    verb: string | undefined;
    responses: readonly string[];
    pick: string | undefined;
    predicate: Predicate | undefined;
    clauses: readonly Clause[];
    /** What is excepted behind the clauses, of this line and of the lists around it. */
    exceptions: readonly Exception[];
    /** An item inherits from a block, so a bare name is complete. */
    inherited: boolean;
}

export const EMPTY_FRAME: Frame = { verb: undefined, responses: [], pick: undefined, predicate: undefined, clauses: [], exceptions: [], inherited: false };

/** Flags that speak of a list as a whole and are not passed down. */
const LIST_FLAGS: ReadonlySet<string> = new Set(['as one', 'together', 'in total']);

/** Whether a clause speaks of the list as a whole. */
export function isListClause(clause: Clause): boolean {
    return (clause.$type === 'FlagClause' && LIST_FLAGS.has(clause.flag)) || clause.$type === 'RepetitionClause';
}

/** The flags that a name takes where it stands: as an item of a list, 'any' with a class counts once when it is said to. */
export function flagsTaken(node: Clinical, subject: Selection): readonly string[] {
    return node.$container.$type === 'Group' && subject.quantity !== undefined ? ['as one'] : [];
}

/** What holds for an item: its own words over those of the blocks around it. A second window, verb or predicate is reported. */
export function combine(lowering: Lowering, node: Clinical, outer: Frame): Frame {
    const parts = recovered(node);
    const own = (parts.clauses ?? []).filter((clause) => clause !== undefined);
    const ownWindow = own.find((clause): clause is Window => clause.$type === 'Window');
    const outerWindow = outer.clauses.find((clause) => clause.$type === 'Window');
    if (ownWindow !== undefined && outerWindow !== undefined) reportWindowTwice(lowering, ownWindow, outerWindow);
    const ownVerb = parts.verb ?? ((parts.responses ?? []).length > 0 ? 'response' : undefined);
    if (ownVerb !== undefined && (outer.verb !== undefined || outer.responses.length > 0))
        reportSecondVerb(lowering, node, outer.verb ?? outer.responses.join(' or '));
    if (parts.predicate !== undefined && outer.predicate !== undefined) reportSecondPredicate(lowering, parts.predicate, outer.predicate);
    if (parts.pick !== undefined && outer.pick !== undefined) reportSecondPick(lowering, node, outer.pick);
    return {
        verb: parts.verb ?? (ownVerb === undefined ? outer.verb : undefined),
        responses: (parts.responses ?? []).length > 0 ? (parts.responses ?? []) : parts.verb === undefined ? outer.responses : [],
        pick: parts.pick ?? outer.pick,
        predicate: parts.predicate ?? outer.predicate,
        clauses: [...own, ...outer.clauses.filter((clause) => !(clause.$type === 'Window' && ownWindow !== undefined))],
        exceptions: [...(parts.exceptions ?? []), ...outer.exceptions],
        inherited: outer.inherited,
    };
}
