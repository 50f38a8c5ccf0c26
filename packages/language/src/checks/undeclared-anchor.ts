// undeclared-anchor: a point in time must be declared in the timeline, or be an event of a known term.
import type { AstNode } from 'langium';
import type { Lowering } from '../lowering/lowering.js';

export function reportUndeclaredAnchor(lowering: Lowering, node: AstNode, name: string, event: boolean): void {
    const known = lowering.scope.anchorNames();
    const range = lowering.rangeOf(node);
    if (event) {
        lowering.report('undeclared-anchor', range, `'${name}' is no term of the vocabulary, so the time of this event cannot be fixed. Name the condition, drug or procedure whose event it is.`);
        return;
    }
    const list = known.length === 0 ? 'The protocol declares no timeline' : `The timeline has: ${known.join(', ')}`;
    lowering.report('undeclared-anchor', range, `'${name}' is not a point of the timeline, so nobody can tell when it is. ${list}. Use one of them, or add '${name}' to the timeline of the protocol.`, {
        fixes: known.slice(0, 4).map((anchor) => ({ title: `Use '${anchor}'`, edits: [{ range, newText: anchor }] })),
    });
}
