// Lowers tables of cases, tables of washouts, and the time elapsed since an event.
import type { Condition, Washout } from '@crit-lang/model/criteria/condition.js';
import type { CaseCondition, Elapsed, WashoutTable } from '../../generated/ast.js';
import { reportCasesOverlap } from '../../checks/cases-overlap.js';
import { reportClauseNotTaken, reportWashoutRow } from '../../checks/clause-does-not-fit.js';
import { reportCaseWithoutOtherwise } from '../../checks/case-without-otherwise.js';
import { reportEmptyList } from '../../checks/empty-list.js';
import { reportSinceSomeOf } from '../../checks/part-not-taken.js';
import { sameMeaningKey } from '../../checks/same-meaning-key.js';
import { recovered } from '../../syntax/recovered.js';
import type { Lowering } from '../lowering.js';
import { namedItems } from '../named-items.js';
import { ANYTHING, TREATMENT, lowerSelection } from '../selections.js';
import { boundOperator, lowerAnchor, lowerDuration } from '../time.js';
import { Clauses } from './clauses.js';
import type { Frame } from './frame.js';
import { EMPTY_FRAME } from './frame.js';
import { withInherited } from './inherited.js';

export function lowerCaseCondition(lowering: Lowering, node: CaseCondition, frame: Frame): Condition {
    const rows = node.rows.map((row) => ({
        when: row.otherwise ? null : lowering.expression(recovered(row).condition, EMPTY_FRAME),
        then: lowering.expression(recovered(row).result, frame),
    }));
    reportCaseWithoutOtherwise(
        lowering,
        node,
        rows.map((row) => row.when),
    );
    reportCasesOverlap(
        lowering,
        node,
        rows.map((row) => ({ when: row.when, says: sameMeaningKey(row.then) })),
    );
    return { kind: 'cases', rows, ...lowering.at(node) };
}

export function lowerWashout(lowering: Lowering, node: WashoutTable, frame: Frame): Condition {
    new Clauses(lowering, withInherited(lowering, node, [], frame, 'a washout table')).reportRest('a washout table');
    const rows: Washout['rows'] = [];
    const above: string[] = [];
    for (const row of node.rows) {
        const parts = recovered(row);
        const operand = parts.subject;
        const duration = lowerDuration(lowering, parts.duration);
        const subjects =
            operand === undefined
                ? []
                : operand.$type === 'Selection'
                  ? [operand]
                  : operand.$type === 'Group'
                    ? namedItems(lowering, operand, 'a row of a washout table')
                    : [];
        if (subjects.length === 0) reportWashoutRow(lowering, row);
        for (const subject of subjects) {
            const what = lowerSelection(lowering, subject, TREATMENT);
            if (what === undefined) continue;
            rows.push({ what, minus: subject.quantity === 'any other' ? [...above] : [], duration, ...lowering.at(row) });
            if (what.term !== null) above.push(what.term);
        }
    }
    return { kind: 'washout', anchor: lowerAnchor(lowering, recovered(node).anchor), rows, ...lowering.at(node) };
}

// The windows that say only until when the time is counted.
const UNTIL: ReadonlySet<string> = new Set(['at', 'before', 'at or before']);

export function lowerElapsed(lowering: Lowering, node: Elapsed, frame: Frame): Condition {
    const parts = recovered(node);
    const clauses = new Clauses(lowering, withInherited(lowering, node, parts.clauses ?? [], frame, 'the time since an event'));
    const window = clauses.window();
    clauses.reportRest('the time since an event');
    if (window !== undefined && !UNTIL.has(window.form ?? '')) reportClauseNotTaken(lowering, window, 'the time since an event, which runs until a point');
    const place = lowering.at(node);
    const until = window === undefined ? lowering.defaultPoint() : lowerAnchor(lowering, recovered(window).anchor);
    const duration = lowerDuration(lowering, parts.duration);
    const operator = boundOperator(parts.bound);
    const subject = parts.subject;
    const selections = subject?.$type === 'Selection' ? [subject] : subject?.$type === 'Group' ? namedItems(lowering, subject, "the list behind 'since'") : [];
    if (subject?.$type === 'Group' && subject.quantifier !== 'any of' && subject.quantifier !== 'all of' && subject.quantifier !== 'each of')
        reportSinceSomeOf(lowering, node, subject);
    if (subject?.$type === 'Group' && subject.items.length === 0) {
        reportEmptyList(lowering, subject);
        return { kind: 'unresolved', text: node.$cstNode?.text ?? '', ...place };
    }
    const items = selections.map((selection): Condition => {
        const since = lowerSelection(lowering, selection, ANYTHING);
        if (since === undefined) return { kind: 'unresolved', text: selection.$cstNode?.text ?? '', ...lowering.at(selection) };
        return { kind: 'elapsed', operator, duration, since, orNever: parts.orNever === true, until, ...place };
    });
    // 'at least 6 months since any of { A, B }' says it of each of them.
    return items.length === 1 && items[0] !== undefined ? items[0] : { kind: 'all', of: items, ...place };
}
