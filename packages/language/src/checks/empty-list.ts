// empty-list: a list without items is never silently true or false.
import type { AstNode } from 'langium';
import type { Lowering } from '../lowering/lowering.js';

export function reportEmptyList(lowering: Lowering, node: AstNode): void {
    const range = lowering.rangeOf(node);
    const text = node.$cstNode?.text ?? '';
    const lead = text.includes('{') ? text.slice(0, text.indexOf('{')).trim() : text;
    lowering.report('empty-list', range, `The list after '${lead}' is empty, so nobody can tell whether it is met. Name its items; if the source does not give them, say so: unspecified "The list is not given in the source".`, {
        fixes: [{ title: 'Say that the list is not given in the source', edits: [{ range, newText: 'unspecified "The list is not given in the source"' }] }],
    });
}
