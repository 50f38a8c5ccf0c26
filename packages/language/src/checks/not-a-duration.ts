// not-a-duration: a window or duration must have a unit of time.
import type { AstNode } from 'langium';
import type { Lowering } from '../lowering/lowering.js';

export function reportNotADuration(lowering: Lowering, node: AstNode, number: string | undefined, unit: string | undefined): void {
    const shown = number ?? '…';
    const range = lowering.rangeOf(node);
    lowering.report(
        'not-a-duration',
        range,
        unit === undefined
            ? `'${shown}' has no unit of time. Write days, weeks, months or years after it: a window without one cannot be checked.`
            : `'${unit}' is no unit of time. Use hours, days, weeks, months, years or half-lives.`,
        {
            fixes:
                number === undefined
                    ? []
                    : ['days', 'weeks', 'months', 'years'].map((word) => ({
                          title: `Write '${shown} ${word}'`,
                          edits: [{ range, newText: `${shown} ${word}` }],
                      })),
        },
    );
}
