// cases-overlap: two rows of a table hold for the same participant and say different things.
import type { Condition } from '@crit-lang/model/criteria/condition.js';
import type { CaseCondition, CaseValue } from '../generated/ast.js';
import type { Lowering } from '../lowering/lowering.js';
import { shownText } from '../syntax/parts.js';
import { trySamples } from './row-samples.js';

/** `rows` as they stand: the condition (null for 'otherwise') and what follows from it, as a text that is equal where it is the same. */
export function reportCasesOverlap(lowering: Lowering, node: CaseCondition | CaseValue, rows: readonly { when: Condition | null; says: string }[]): void {
    const numbers = rows.flatMap(({ when }, index) => (when === null ? [] : [index]));
    const tried = trySamples(
        rows.flatMap(({ when }) => (when === null ? [] : [when])),
        (id) => lowering.scope.term(id),
    );
    if (tried === null || !tried.everySampleCanExist) return;
    const reported = new Set<number>();
    for (const holding of tried.holding) {
        const [first, second] = holding.map((index) => numbers[index] ?? 0);
        if (first === undefined || second === undefined || reported.has(second) || rows[first]?.says === rows[second]?.says) continue;
        reported.add(second);
        const [one, other] = [node.rows[first], node.rows[second]];
        if (one === undefined || other === undefined) continue;
        lowering.report(
            'cases-overlap',
            other,
            `There are participants for whom both this row and the row '${shownText(one)}' hold, and the two say different things; the order of the rows does not decide. Narrow one of them until each participant has one row.`,
            {
                related: [{ range: lowering.rangeOf(one), message: 'The other row' }],
            },
        );
    }
}
