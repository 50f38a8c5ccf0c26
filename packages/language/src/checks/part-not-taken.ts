// clause-does-not-fit: a word before, in or behind a line that its kind of line has no use for is never dropped in silence.
import type { AstNode } from 'langium';
import type { Fix } from '../diagnostics/diagnostic.js';
import type { Clinical, Elapsed, Exception, Expression, FlagClause, Group, Selection } from '../generated/ast.js';
import type { Lowering } from '../lowering/lowering.js';
import type { Part } from '../syntax/parts.js';
import { keywordOf, partOf, shownText } from '../syntax/parts.js';
import { removalOfPart } from '../syntax/removal.js';

const NAME = 'clause-does-not-fit';

/** How a line that compares a value is called in these messages. */
export const A_VALUE = 'a measured value';

/** 'creatinine > 2 mg/dL except lupus': nothing is selected from a class here, so there is nothing to take away from. `what` names the kind of line. */
export function reportExceptionsNotTaken(lowering: Lowering, exceptions: readonly Exception[], what: string): void {
    for (const exception of exceptions) {
        lowering.report(
            NAME,
            exception,
            `'${shownText(exception)}' does not go with ${what}: it takes away from a class of conditions or treatments, and none is named here. Write it directly behind the name that it is meant for, or leave the exception out with a line of its own: unless has … { … }.`,
            { fixes: [removal(lowering, placeOf(exception), `'${shownText(exception, 40)}'`)] },
        );
    }
}

/** 'worst value of' before something that has no values to choose from; `what` names the kind of line. */
export function reportPickNotTaken(lowering: Lowering, node: Clinical, pick: string, what: string): void {
    const own = partOf(node, 'pick');
    lowering.report(
        NAME,
        lowering.part(node, own),
        `'${pick}' chooses among measured values, so it does not go with ${what}; it would have no effect. Remove it, and say with a window when it is meant.`,
        { fixes: own === undefined ? [] : [removal(lowering, own, `'${pick}'`)] },
    );
}

/** An item of a list says which value is meant although the list says it. */
export function reportSecondPick(lowering: Lowering, node: Clinical, outer: string): void {
    const own = partOf(node, 'pick');
    lowering.report(
        NAME,
        lowering.part(node, own),
        `The block already says '${outer}' of its items, so it is not clear which of the two holds here. Say it once: for the block, or for each item.`,
        { fixes: own === undefined ? [] : [removal(lowering, own, `'${node.pick ?? ''}'`)] },
    );
}

/** 'together', 'as one' or 'in total' where there is no list that it could be said of. */
export function reportFlagNotTaken(lowering: Lowering, clause: FlagClause): void {
    const why = {
        'as one': "'as one' lets a list, or 'any' with a class, count once in a counted list: at least 2 of { …, any of { … } as one }.",
        together: "'together' asks that the items of a list hold at the same assessment: at least 2 of { … } together.",
        'in total': "A sum over several items cannot be written with 'in total'. Write the sum in parentheses: (ALT + AST) > …",
        each: '',
    }[clause.flag];
    lowering.report(NAME, clause, `'${clause.flag}' has no effect here. ${why}`, { fixes: [removal(lowering, placeOf(clause), `'${clause.flag}'`)] });
}

/** 'has lupus(3)': only definitions take values, and scales with components the name of one. */
export function reportArgumentsNotTaken(lowering: Lowering, node: Selection): void {
    const name = partOf(node, 'name');
    const last = node.arguments.at(-1)?.$cstNode?.end;
    const close = last === undefined ? -1 : lowering.source.text.indexOf(')', last);
    const part = name === undefined || close < 0 ? undefined : { offset: name.end, end: close + 1 };
    lowering.report(
        NAME,
        lowering.part(node, part),
        `'${node.name ?? ''}' takes no values in parentheses: only a definition with parameters does, or a scale one of its components. They would have no effect.`,
        { fixes: part === undefined ? [] : [removal(lowering, part, `'${lowering.source.text.slice(part.offset, part.end).trim()}'`)] },
    );
}

/** A doubtful word in front of a name that only stands inside a line: 'except "minor" surgery'. */
export function reportVagueNotTaken(lowering: Lowering, node: Selection): void {
    lowering.report(
        NAME,
        node,
        `"${node.vague ?? ''}" in front of '${node.name ?? 'the index disease'}' would have no effect here: a word in double quotes stands before what a whole line speaks of. Behind 'except', write it after the name: except { ${node.name ?? 'the index disease'} requiring "${node.vague ?? ''}" }.`,
    );
}

/** 'uses dose of prednisone': a dose is compared. */
export function reportDoseNotCompared(lowering: Lowering, node: Selection): void {
    const own = keywordOf(node, 'dose of');
    lowering.report(
        NAME,
        node,
        `'dose of' is a number, so it is compared: dose of ${node.name ?? 'prednisone'} > 10 mg/day. Here the name of the drug stands alone; remove 'dose of', or write the comparison.`,
        { fixes: own === undefined ? [] : [removal(lowering, own, "'dose of'")] },
    );
}

/** 'any other' where nothing stands above that it could leave out. */
export function reportOtherThanNothing(lowering: Lowering, node: Selection): void {
    const range = lowering.part(node, partOf(node, 'quantity'));
    lowering.report(
        NAME,
        range,
        `'any other' leaves out what the rows above it in a washout table name; here nothing stands above, so it would mean the same as 'any'. Say what is left out: any ${node.name ?? '…'} other than …`,
        { fixes: [{ title: "Write 'any', which takes in all of them", edits: [{ range, newText: 'any' }] }] },
    );
}

/** 'any ALT > 3 x ULN', 'any active disease': a single measure, fact or definition is no class. `what` names the kind of line. */
export function reportAnyOfOne(lowering: Lowering, node: Selection, what: string): void {
    const own = partOf(node, 'quantity');
    const anyValue =
        own !== undefined && what === A_VALUE
            ? [{ title: "Write 'any value of'", edits: [{ range: lowering.source.range(own.offset, own.end), newText: 'any value of' }] }]
            : [];
    const bare =
        own === undefined
            ? []
            : [{ title: `Remove '${node.quantity ?? 'any'}'`, edits: [{ range: lowering.source.range(own.offset, subjectName(node, own.end)), newText: '' }] }];
    lowering.report(
        NAME,
        lowering.part(node, own),
        `'${node.quantity ?? 'any'}' takes in a class of conditions or treatments, and '${node.name ?? ''}' is ${what}; it would have no effect. ${what === A_VALUE ? "Write 'any value of' when one of several values is enough, or remove it." : 'Remove it.'}`,
        { fixes: [...anyValue, ...bare] },
    );
}

/** An item that says more than a name where only names can stand: in the list of a washout row, behind 'since', among the components of a scale. */
export function reportItemNotAName(lowering: Lowering, item: Expression, where: string): void {
    lowering.report(
        NAME,
        item,
        `Only names stand in ${where}, and '${shownText(item)}' says more than that; it would have no effect. Write a line of its own for it.`,
    );
}

/** 'at least 6 months since none of { … }'. */
export function reportSinceSomeOf(lowering: Lowering, node: Elapsed, group: Group): void {
    lowering.report(
        NAME,
        group,
        `What a time is counted since is one name, or 'any of { … }' for each of several; '${shownText(group, 30)}' cannot be said here. Write any of { … }, or a line for each name.`,
        { related: [{ range: lowering.rangeOf(node), message: 'The line' }] },
    );
}

/** A part of a list, before or behind it, that one of its items cannot take; `what` names the item. */
export function reportNotSaidOfItem(lowering: Lowering, item: Expression, said: string, what: string): void {
    lowering.report(
        NAME,
        item,
        `The block says '${said}' of each of its items, and it cannot be said of ${what}; here it would have no effect. Take this item out of the block, or say it of each of the other items.`,
    );
}

function placeOf(node: AstNode): Part {
    return { offset: node.$cstNode?.offset ?? 0, end: node.$cstNode?.end ?? 0 };
}

function subjectName(node: Selection, otherwise: number): number {
    return partOf(node, 'name')?.offset ?? otherwise;
}

function removal({ source }: Lowering, part: Part, called: string): Fix {
    return { title: `Remove ${called}`, edits: [removalOfPart(source, part)] };
}
