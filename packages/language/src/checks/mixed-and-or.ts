// mixed-and-or: 'a or b and c' can be read in two ways; braces must say which.
import type { Disjunction, Expression } from '../generated/ast.js';
import type { Lowering } from '../lowering/lowering.js';

export function reportMixedAndOr(lowering: Lowering, node: Disjunction): void {
    if (!node.items.some((item) => item.$type === 'Conjunction')) return;
    const range = lowering.rangeOf(node);
    const first = `any of { ${node.items.map((item) => (item.$type === 'Conjunction' ? `all of { ${item.items.map(text).join('; ')} }` : text(item))).join('; ')} }`;
    const parts = flatten(node);
    const second = `all of { ${parts.map((alternatives) => (alternatives.length > 1 ? `any of { ${alternatives.join('; ')} }` : alternatives[0] ?? '')).join('; ')} }`;
    lowering.report('mixed-and-or', range, `'and' and 'or' stand in one line, and two readers can bracket them differently: ${first}, or ${second}. Say which with braces.`, {
        fixes: [first, second].map((newText) => ({ title: `Write ${shorten(newText)}`, edits: [{ range, newText }] })),
    });
}

// The other bracketing: 'or' binds tighter than 'and'.
function flatten(node: Disjunction): string[][] {
    const conjuncts: string[][] = [[]];
    for (const item of node.items) {
        const pieces = item.$type === 'Conjunction' ? item.items.map(text) : [text(item)];
        pieces.forEach((piece, index) => {
            if (index === 0) conjuncts[conjuncts.length - 1]?.push(piece);
            else conjuncts.push([piece]);
        });
    }
    return conjuncts;
}

function text(node: Expression): string {
    return (node.$cstNode?.text ?? '').replace(/\s+/g, ' ');
}

function shorten(value: string): string {
    return value.length > 70 ? `${value.slice(0, 70)}…` : value;
}
