// case-without-otherwise: a table of cases must say what holds for everybody.
import type { Condition } from '@crit-lang/model/criteria/condition.js';
import type { CaseCondition, CaseValue } from '../generated/ast.js';
import type { Lowering } from '../lowering/lowering.js';
import { keywordOf } from '../syntax/parts.js';
import { indentationAt } from '../syntax/removal.js';
import { trySamples } from './row-samples.js';

/** `when` holds the conditions of the rows, null for 'otherwise'. Quiet where the rows are seen to cover everybody (female and male, below and from a limit). */
export function reportCaseWithoutOtherwise(lowering: Lowering, node: CaseCondition | CaseValue, when: readonly (Condition | null)[]): void {
    const conditions = when.filter((condition) => condition !== null);
    if (conditions.length === 0 || conditions.length < when.length) return;
    const tried = trySamples(conditions, (id) => lowering.scope.term(id));
    if (tried?.holding.every((rows) => rows.length > 0) === true) return;
    const last = node.rows.at(-1)?.$cstNode;
    // Where the rows stand below one another, the new one does too.
    const isBlock = last !== undefined && lowering.source.text.slice(node.$cstNode?.offset ?? 0, last.offset).includes('\n');
    // A comment behind the last row stays there.
    const rest = /^[ \t]*(?:\/\/[^\r\n]*)?(?=\r|\n)/.exec(lowering.source.text.slice(last?.end ?? 0, (last?.end ?? 0) + 500))?.[0] ?? '';
    const end = (last?.end ?? 0) + (isBlock ? rest.length : 0);
    const separator = isBlock ? `\n${indentationAt(lowering.source, last.offset)}` : '; ';
    const fixes =
        node.$type !== 'CaseCondition' || last === undefined
            ? []
            : [
                  {
                      title: 'Say that it is not given in the source for the others',
                      edits: [
                          {
                              range: lowering.source.range(end, end),
                              newText: `${separator}otherwise: unspecified "What holds for the others is not given in the source"`,
                          },
                      ],
                  },
              ];
    lowering.report(
        'case-without-otherwise',
        lowering.part(node, keywordOf(node, 'case')),
        "The table has no row 'otherwise', so for a participant whom no row describes it says nothing. Add a row 'otherwise: …', or rows for those who are left out.",
        { fixes },
    );
}
