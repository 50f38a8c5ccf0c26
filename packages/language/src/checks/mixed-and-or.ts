// mixed-and-or: 'a or b and c' can be read in two ways; braces must say which.
import type { Disjunction } from '../generated/ast.js';
import type { Lowering } from '../lowering/lowering.js';
import { shownText, shortened, writtenText } from '../syntax/parts.js';

export function reportMixedAndOr(lowering: Lowering, node: Disjunction): void {
    if (!node.items.some((item) => item.$type === 'Conjunction')) return;
    const range = lowering.rangeOf(node);
    const readings = [bothWays(node, writtenText), bothWays(node, shownText)];
    const [written, shown] = readings;
    if (written === undefined || shown === undefined) return;
    lowering.report(
        'mixed-and-or',
        range,
        `'and' and 'or' stand in one line, and two readers can bracket them differently: ${shown.map((text) => shortened(text, 160)).join(', or ')}. Say which with braces.`,
        {
            fixes: written.map((newText, index) => ({ title: `Write '${shortened(shown[index] ?? newText, 70)}'`, edits: [{ range, newText }] })),
        },
    );
}

type TextOf = typeof writtenText;

// 'and' binding tighter, and 'or' binding tighter.
function bothWays(node: Disjunction, text: TextOf): [string, string] {
    const tight = node.items.map((item) => (item.$type === 'Conjunction' ? `all of { ${item.items.map((part) => text(part)).join('; ')} }` : text(item)));
    const conjuncts: string[][] = [[]];
    for (const item of node.items) {
        const pieces = item.$type === 'Conjunction' ? item.items.map((part) => text(part)) : [text(item)];
        pieces.forEach((piece, index) => {
            if (index === 0) conjuncts[conjuncts.length - 1]?.push(piece);
            else conjuncts.push([piece]);
        });
    }
    const loose = conjuncts.map((alternatives) => (alternatives.length > 1 ? `any of { ${alternatives.join('; ')} }` : (alternatives[0] ?? '')));
    return [`any of { ${tight.join('; ')} }`, `all of { ${loose.join('; ')} }`];
}
