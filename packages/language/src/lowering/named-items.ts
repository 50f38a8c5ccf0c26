// The names of a list in which only names can stand: the rows of a washout table, what a time is counted since.
import { reportItemNotAName, reportVagueNotTaken } from '../checks/part-not-taken.js';
import type { Expression, Group, Selection } from '../generated/ast.js';
import { recovered } from '../syntax/recovered.js';
import type { Lowering } from './lowering.js';

/** The selections that the items of a list consist of; an item that says more, or holds a list of its own, is reported. `where` names the place, as in "a washout row". */
export function namedItems(lowering: Lowering, group: Group, where: string): Selection[] {
    return group.items.flatMap((item) => {
        const selection = selectionOf(item);
        if (selection === undefined) reportItemNotAName(lowering, item, where);
        else if (selection.vague !== undefined) reportVagueNotTaken(lowering, selection);
        return selection ?? [];
    });
}

/** The selection that an item consists of; undefined when it says more than that. */
export function selectionOf(item: Expression): Selection | undefined {
    if (item.$type !== 'Clinical') return undefined;
    const { verb, responses = [], pick, subject, predicate, clauses = [], exceptions = [] } = recovered(item);
    if (subject?.$type !== 'Selection' || verb !== undefined || responses.length > 0 || pick !== undefined || predicate !== undefined) return undefined;
    return clauses.length > 0 || exceptions.length > 0 ? undefined : subject;
}
