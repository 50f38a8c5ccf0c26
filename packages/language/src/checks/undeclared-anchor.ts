// undeclared-anchor: a point in time must be declared in the timeline, or be an event of a known term.
import type { AstNode } from 'langium';
import type { AssessedProperty, Protocol } from '../generated/ast.js';
import type { Lowering } from '../lowering/lowering.js';
import { recovered } from '../syntax/recovered.js';
import { partOf } from '../syntax/parts.js';
import { writeName } from '../syntax/write-name.js';
import { didYouMean, nearNames } from './near-names.js';

/** `event`: 'onset of X', 'first dose of X', where X is no term. */
export function reportUndeclaredAnchor(lowering: Lowering, node: AstNode, name: string, event: boolean): void {
    const range = lowering.part(node, partOf(node, 'name'));
    if (event) {
        const near = lowering.scope.terms.nearest(name).map((hit) => hit.term.id);
        lowering.report(
            'undeclared-anchor',
            range,
            `'${name}' is no term of the vocabulary, so the time of this event cannot be fixed.${didYouMean(near)} Name the condition, drug or procedure whose event it is.`,
            {
                fixes: near.map((id) => ({ title: `Replace with '${id}'`, edits: [{ range, newText: writeName(id) }] })),
            },
        );
        return;
    }
    const known = lowering.scope.anchorNames();
    const near = nearNames(name, known);
    const offered = near.length > 0 ? near : known.slice(0, 6);
    lowering.report(
        'undeclared-anchor',
        range,
        `'${name}' is not a point of the timeline, so nobody can tell when it is. ${known.length > 1 ? 'The timeline has' : 'Without a timeline there is only'}: ${known.join(', ')}. Use one of these, or add '${name}' to the timeline of the protocol.`,
        {
            fixes: offered.map((anchor) => ({ title: `Use '${anchor}'`, edits: [{ range, newText: writeName(anchor) }] })),
        },
    );
}

/** 'assessed X' where the timeline of the same protocol has no X. */
export function reportAssessedAnchor(lowering: Lowering, protocol: Protocol, node: AssessedProperty): void {
    const timeline = protocol.properties.flatMap((property) => (property.$type === 'TimelineProperty' ? [property] : []));
    const last = timeline.at(-1);
    const anchor = recovered(node).anchor;
    if (last === undefined || anchor === undefined || lowering.scope.anchor(anchor) !== undefined) return;
    const range = lowering.part(node, partOf(node, 'anchor'));
    const end = last.$cstNode?.end ?? 0;
    lowering.report(
        'undeclared-anchor',
        range,
        `'${node.anchor}' is not a point of the timeline, so nobody can tell when what has no written time is assessed. The timeline has: ${last.anchors.join(', ')}. Use one of these, or add '${node.anchor}' to the timeline.`,
        {
            fixes: [
                { title: `Add '${node.anchor}' to the timeline`, edits: [{ range: lowering.source.range(end, end), newText: `, ${writeName(node.anchor)}` }] },
                ...nearNames(node.anchor, last.anchors).map((anchor) => ({ title: `Use '${anchor}'`, edits: [{ range, newText: writeName(anchor) }] })),
            ],
        },
    );
}
