// missing-direction: 'within 8 weeks' must say before, after or around what.
import type { Window } from '../generated/ast.js';
import type { Lowering } from '../lowering/lowering.js';

export function reportMissingDirection(lowering: Lowering, node: Window): void {
    const range = lowering.rangeOf(node);
    const end = { ...range, start: range.end };
    lowering.report(
        'missing-direction',
        range,
        `The window does not say whether it lies before or after, and of what: two readers can take it differently. Write for example 'before ${lowering.defaultAnchor}'.`,
        {
            fixes: ['before', 'after', 'around'].map((word) => ({
                title: `Add '${word} ${lowering.defaultAnchor}'`,
                edits: [{ range: end, newText: ` ${word} ${lowering.defaultAnchor}` }],
            })),
        },
    );
}
