// Lowers what a line speaks of: a term or class less its exceptions.
import type { Condition, Exception as ModelException, Refinement as ModelRefinement, TermSelection } from '@crit-lang/model/criteria/condition.js';
import type { Exception, Guard, Guarded, Refinement, Selection } from '../generated/ast.js';
import { reportEmptyExceptions, reportEmptyRefinement } from '../checks/empty-list.js';
import { reportGuardInRefinement } from '../checks/guard-in-logic.js';
import { reportArgumentsNotTaken, reportDoseNotCompared, reportOtherThanNothing, reportVagueNotTaken } from '../checks/part-not-taken.js';
import { reportUnbracedExceptions } from '../checks/unbraced-exceptions.js';
import { recovered } from '../syntax/recovered.js';
import { EMPTY_FRAME } from './conditions/frame.js';
import type { Lowering } from './lowering.js';
import type { Expected } from './resolve-term.js';
import { resolveTerm } from './resolve-term.js';

export const TREATMENT: Expected = { kinds: ['drug', 'procedure', 'event'], called: 'a drug or treatment' };
export const CONDITION: Expected = { kinds: ['condition', 'procedure', 'event', 'drug', 'fact'], called: 'a condition, procedure or event' };
export const ANYTHING: Expected = {
    kinds: ['condition', 'drug', 'lab', 'measure', 'score', 'grade', 'test', 'procedure', 'event', 'fact', 'criteria'],
    called: 'a term',
};

/**
 * Lowers a selection; undefined (after a report) when its name is not known. `behind` are the exceptions that stand behind the clauses of the line or of the
 * list around it: 'had any of { lymphoma, leukemia } within 5 years before screening except chronic lymphocytic leukemia' excepts it from both.
 */
export function lowerSelection(lowering: Lowering, node: Selection, expected: Expected, behind: readonly Exception[] = []): TermSelection | undefined {
    const parts = recovered(node);
    if (parts.doseOf === true) reportDoseNotCompared(lowering, node);
    return lowerDosed(lowering, node, expected, behind);
}

/** The same where it stands behind 'dose of'. */
export function lowerDosed(lowering: Lowering, node: Selection, expected: Expected, behind: readonly Exception[]): TermSelection | undefined {
    const parts = recovered(node);
    if ((parts.arguments ?? []).length > 0) reportArgumentsNotTaken(lowering, node);
    if (parts.vague !== undefined && node.$container.$type !== 'Clinical') reportVagueNotTaken(lowering, node);
    if (parts.quantity === 'any other' && !leavesOutRowsAbove(node)) reportOtherThanNothing(lowering, node);
    const except = [...(parts.exceptions ?? []), ...behind].flatMap((exception) => lowerException(lowering, exception, expected));
    if (parts.index === true) return { term: null, index: true, any: false, except, ...lowering.at(node) };
    if (parts.name === undefined || parts.name === '') return undefined;
    const term = resolveTerm(lowering, node, parts.name, expected);
    if (term === undefined) return undefined;
    return { term: term.id, index: false, any: parts.quantity !== undefined, except, ...lowering.at(node) };
}

// 'any other biologic' in a row of a washout table is the class without the drugs of the rows above.
function leavesOutRowsAbove(node: Selection): boolean {
    const holder = node.$container;
    const row = holder.$type === 'Clinical' && holder.$container.$type === 'Group' ? holder.$container.$container : holder;
    return row.$type === 'WashoutRow';
}

function lowerException(lowering: Lowering, node: Exception, expected: Expected): ModelException[] {
    const parts = recovered(node);
    const form = parts.kind ?? 'except';
    if (parts.single !== undefined) {
        const selection = lowerSelection(lowering, parts.single, expected);
        if (selection === undefined) return [];
        const provided = parts.condition === undefined ? null : lowering.expression(parts.condition, EMPTY_FRAME);
        reportUnbracedExceptions(lowering, node);
        return [{ form, selection, refinements: [], provided, ...lowering.at(node) }];
    }
    const items = parts.items ?? [];
    if (items.length === 0) reportEmptyExceptions(lowering, node);
    return items.flatMap((item): ModelException[] => {
        const itemParts = recovered(item);
        if (itemParts.selection === undefined) return [];
        const selection = lowerSelection(lowering, itemParts.selection, expected);
        if (selection === undefined) return [];
        const refinements = (itemParts.refinements ?? []).map((refinement) => lowerRefinement(lowering, refinement));
        const provided = itemParts.condition === undefined ? null : lowering.expression(itemParts.condition, EMPTY_FRAME);
        return [{ form, selection, refinements, provided, ...lowering.at(item) }];
    });
}

export function lowerRefinement(lowering: Lowering, node: Refinement): ModelRefinement {
    const parts = recovered(node);
    const relation = parts.kind ?? 'with';
    const place = lowering.at(node);
    if (parts.text !== undefined) return { relation, text: parts.text, ...place };
    if (parts.body !== undefined) {
        const of: Condition[] = parts.body.lines.map((line): Condition =>
            line.$type === 'Guard' || line.$type === 'Guarded' ? guardInRefinement(lowering, line) : lowering.expression(line, EMPTY_FRAME),
        );
        if (of.length === 0) reportEmptyRefinement(lowering, node);
        return { relation, condition: { kind: 'all', of, ...place }, ...place };
    }
    const selection = parts.selection === undefined ? undefined : lowerSelection(lowering, parts.selection, ANYTHING);
    if (selection === undefined) return { relation, text: node.$cstNode?.text ?? '', ...place };
    return { relation, selection, ...place };
}

function guardInRefinement(lowering: Lowering, node: Guard | Guarded): Condition {
    reportGuardInRefinement(lowering, node);
    return { kind: 'unresolved', text: node.$cstNode?.text ?? '', ...lowering.at(node) };
}
