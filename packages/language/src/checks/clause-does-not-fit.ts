// clause-does-not-fit: a part of a line that cannot be said of what the line speaks of.
import type { Term } from '@crit-lang/model/criteria/term.js';
import type { AstNode } from 'langium';
import type { Fix } from '../diagnostics/diagnostic.js';
import type { Clause, Clinical, Expression, Line, Predicate, WashoutRow } from '../generated/ast.js';
import type { Lowering } from '../lowering/lowering.js';
import { partOf, shownText } from '../syntax/parts.js';
import { removalOfPart } from '../syntax/removal.js';

const NAME = 'clause-does-not-fit';

/** A clause that the condition does not take; `what` names the kind of line, as in "a test result". */
export function reportClauseNotTaken(lowering: Lowering, clause: Clause, what: string): void {
    const why = clause.$type === 'Window' ? ' A line has one window, and a second one would say something else.' : ' It would have no effect.';
    lowering.report(NAME, clause, `'${shownText(clause)}' does not go with ${what}.${why} Remove it, or write it as a condition of its own.`, {
        fixes: [removal(lowering, clause, `'${shownText(clause)}'`)],
    });
}

/** 'has creatinine > 2 mg/dL': a line has a verb or a comparison. */
export function reportVerbWithPredicate(lowering: Lowering, node: Clinical, verb: string): void {
    const own = partOf(node, 'verb');
    const fixes =
        own === undefined
            ? []
            : [{ title: `Remove '${verb}'`, edits: [{ range: lowering.source.range(own.offset, subjectStart(node, own.end)), newText: '' }] }];
    lowering.report(
        NAME,
        lowering.part(node, own),
        `A line says either '${verb} …' or compares a value, not both: it is not clear which of them decides. Remove '${verb}', or split the line into two.`,
        { fixes },
    );
}

/** 'inadequate response to methotrexate > 5 mg': a response, or 'meets', with a comparison behind it. */
export function reportPredicateNotTaken(lowering: Lowering, predicate: Predicate, verb: string): void {
    lowering.report(
        NAME,
        predicate,
        `'${shownText(predicate)}' cannot be said after '${verb}': it would have no effect. Remove it, or write it as a line of its own.`,
        { fixes: [removal(lowering, predicate, `'${shownText(predicate)}'`)] },
    );
}

/** An item of a list starts with a verb although the list has one. */
export function reportSecondVerb(lowering: Lowering, node: Clinical, outer: string): void {
    const own = partOf(node, 'verb') ?? partOf(node, 'responses');
    const fixes =
        own === undefined
            ? []
            : [
                  {
                      title: `Remove '${lowering.source.text.slice(own.offset, own.end)}'`,
                      edits: [{ range: lowering.source.range(own.offset, subjectStart(node, own.end)), newText: '' }],
                  },
              ];
    lowering.report(
        NAME,
        lowering.part(node, own),
        `The block already says '${outer}' of its items, so this item cannot start with another verb. Write the items as names only, or give each item its own verb and none to the block.`,
        { fixes },
    );
}

/** An item of a list has a comparison although the list has one. */
export function reportSecondPredicate(lowering: Lowering, predicate: Predicate, outer: Predicate): void {
    lowering.report(
        NAME,
        predicate,
        `The block already says '${shownText(outer)}' of its items, so it is not clear which of the two holds here. Say it once: for the block, or for each item.`,
        { fixes: [removal(lowering, predicate, `'${shownText(predicate)}'`)] },
    );
}

/** A scale whose components are graded one by one, used without saying which. */
export function reportComponentMissing(lowering: Lowering, node: Clinical, scale: Term): void {
    const part = scale.componentName ?? 'component';
    const end = node.$cstNode?.end ?? 0;
    const anyOf = ` in at least 1 of { any ${part} }`;
    lowering.report(
        NAME,
        node,
        `${scale.id} is graded for each ${part} by itself. Say for which: ${scale.id}(${scale.components?.[0] ?? '…'}) is …, or … in at least 1 of { any ${part} }.`,
        {
            fixes:
                node.$container?.$type === 'Group'
                    ? []
                    : [{ title: `Add '${anyOf.trim()}'`, edits: [{ range: lowering.source.range(end, end), newText: anyOf }] }],
        },
    );
}

/** Something else than a component after 'in at least 1 of { … }'. */
export function reportNotAComponent(lowering: Lowering, item: Expression, scale: Term): void {
    lowering.report(NAME, item, `${scale.id} is graded for its components, and this is none. Name components here: ${(scale.components ?? []).join(', ')}.`);
}

/** A scale of grades with 'positive' or a change. */
export function reportNotAGrade(lowering: Lowering, predicate: Predicate, scale: Term): void {
    lowering.report(
        NAME,
        predicate,
        `${scale.id} is a scale of grades, so '${shownText(predicate)}' cannot be said of it. Compare it with one of its grades: ${(scale.values ?? []).join(', ')}.`,
    );
}

/** A definition after a verb other than 'has'. */
export function reportVerbBeforeDefinition(lowering: Lowering, node: Clinical, name: string, verb: string): void {
    const own = partOf(node, 'verb');
    const fixes =
        own === undefined
            ? []
            : [{ title: `Write '${name}' alone`, edits: [{ range: lowering.source.range(own.offset, subjectStart(node, own.end)), newText: '' }] }];
    lowering.report(
        NAME,
        lowering.part(node, own),
        `'${name}' is a definition of this file and says itself what is present and when. Write it alone (or after 'has'), not after '${verb}'.`,
        { fixes },
    );
}

/** A definition that is compared, or positive. */
export function reportPredicateOfDefinition(lowering: Lowering, predicate: Predicate, name: string): void {
    lowering.report(
        NAME,
        predicate,
        `'${name}' is a definition of this file: it holds or does not hold, so it cannot be compared or positive. Remove '${shownText(predicate)}', or give the definition a parameter.`,
        { fixes: [removal(lowering, predicate, `'${shownText(predicate)}'`)] },
    );
}

/** A row of a washout table that names no drug. */
export function reportWashoutRow(lowering: Lowering, row: WashoutRow): void {
    lowering.report(
        NAME,
        row,
        'A row of a washout table names a drug or a class of drugs, a colon, and how long before: rituximab: within 6 months. This row names none, so nothing is washed out by it.',
    );
}

/** A line beside readings. */
export function reportLineBesideReadings(lowering: Lowering, line: Line): void {
    lowering.report(
        NAME,
        line,
        'This criterion declares readings, so every line belongs into one of them: a line outside has no effect. Move it into the readings in which it holds.',
    );
}

function subjectStart(node: Clinical, otherwise: number): number {
    return (node.subject as AstNode | undefined)?.$cstNode?.offset ?? otherwise;
}

function removal({ source }: Lowering, { $cstNode: cst }: AstNode, called: string): Fix {
    return { title: `Remove ${called}`, edits: [removalOfPart(source, { offset: cst?.offset ?? 0, end: cst?.end ?? 0 })] };
}
