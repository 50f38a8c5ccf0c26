// What a block passes down to its items: 'used any of { a, b } within 8 weeks before screening' is said of a and of b.
import type { Clause, Clinical, Predicate, Window } from '../../generated/ast.js';
import { recovered } from '../../syntax/recovered.js';
import type { Lowering } from '../lowering.js';

export interface Frame {
    verb: string | undefined;
    responses: readonly string[];
    pick: string | undefined;
    predicate: Predicate | undefined;
    clauses: readonly Clause[];
    /** An item inherits from a block, so a bare name is complete. */
    inherited: boolean;
}

export const EMPTY_FRAME: Frame = { verb: undefined, responses: [], pick: undefined, predicate: undefined, clauses: [], inherited: false };

/** Flags that speak of a list as a whole and are not passed down. */
const LIST_FLAGS: ReadonlySet<string> = new Set(['as one', 'together', 'in total']);

/** Whether a clause speaks of the list as a whole. */
export function isListClause(clause: Clause): boolean {
    return (clause.$type === 'FlagClause' && LIST_FLAGS.has(clause.flag)) || clause.$type === 'RepetitionClause';
}

/** What holds for an item: its own words over those of the blocks around it. A second window, verb or predicate is reported. */
export function combine(lowering: Lowering, node: Clinical, outer: Frame): Frame {
    const parts = recovered(node);
    const own = (parts.clauses ?? []).filter((clause) => clause !== undefined);
    const ownWindow = own.find((clause): clause is Window => clause.$type === 'Window');
    const outerWindow = outer.clauses.find((clause) => clause.$type === 'Window');
    if (ownWindow !== undefined && outerWindow !== undefined) {
        lowering.report('window-twice', ownWindow, `This item has a window of its own, and the block around it has one too ('${textOf(outerWindow)}'). Only one can hold: take this item out of the block, or leave the window to the block.`);
    }
    const ownVerb = parts.verb ?? ((parts.responses ?? []).length > 0 ? 'response' : undefined);
    if (ownVerb !== undefined && (outer.verb !== undefined || outer.responses.length > 0)) {
        lowering.report('clause-does-not-fit', node, `The block already says '${outer.verb ?? outer.responses.join(' or ')}' of its items, so this item cannot start with another verb. Write the items as names only, or give each item its own verb and none to the block.`);
    }
    if (parts.predicate !== undefined && outer.predicate !== undefined) {
        lowering.report('clause-does-not-fit', parts.predicate, `The block already says '${textOf(outer.predicate)}' of its items. Say it once: for the block, or for each item.`);
    }
    return {
        verb: parts.verb ?? (ownVerb === undefined ? outer.verb : undefined),
        responses: (parts.responses ?? []).length > 0 ? parts.responses ?? [] : parts.verb === undefined ? outer.responses : [],
        pick: parts.pick ?? outer.pick,
        predicate: parts.predicate ?? outer.predicate,
        clauses: [...own, ...outer.clauses.filter((clause) => !(clause.$type === 'Window' && ownWindow !== undefined))],
        inherited: outer.inherited,
    };
}

export function textOf(node: { $cstNode?: { text: string } | undefined }): string {
    const text = (node.$cstNode?.text ?? '').replace(/\s+/g, ' ');
    return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
