// case-without-otherwise: a table of cases must say what holds for everybody else.
import type { CaseCondition, CaseValue, ConditionRow, ValueRow } from '../generated/ast.js';
import type { Lowering } from '../lowering/lowering.js';

export function reportCaseWithoutOtherwise(lowering: Lowering, node: CaseCondition | CaseValue, rows: readonly (ConditionRow | ValueRow)[]): void {
    if (rows.length === 0 || rows.some((row) => row.otherwise)) return;
    lowering.report('case-without-otherwise', node, "The table has no row 'otherwise', so a participant whom no row describes has no limit at all. Add a row 'otherwise: …', or make sure in words that the rows cover everybody.");
}
