// change-without-basis: 'falls by 10 %' of a value already in % can be relative or in points.
import type { Change } from '../generated/ast.js';
import type { Lowering } from '../lowering/lowering.js';

export function reportChangeWithoutBasis(lowering: Lowering, node: Change, percent: boolean): void {
    if (!percent || node.kind !== undefined || node.hole !== undefined || node.value.$cstNode === undefined) return;
    const end = node.value.$cstNode.end;
    const range = lowering.source.range(end, end);
    lowering.report(
        'change-without-basis',
        node.value,
        `A change in % can be relative (of the starting value: 80 to 72) or absolute (percentage points: 80 to 70). Write 'relative' or 'absolute' after the %; if the source does not say, write unspecified "…" instead.`,
        {
            fixes: ['relative', 'absolute'].map((word) => ({ title: `Write '${word}'`, edits: [{ range, newText: ` ${word}` }] })),
        },
    );
}
