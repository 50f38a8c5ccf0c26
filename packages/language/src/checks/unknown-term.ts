// unknown-term: every name must be known; the nearest names are offered.
import type { AstNode } from 'langium';
import type { Lowering } from '../lowering/lowering.js';
import type { Expected } from '../lowering/resolve-term.js';
import { nameRange } from '../lowering/resolve-term.js';
import { writeName } from '../syntax/write-name.js';

export function reportUnknownTerm(lowering: Lowering, node: AstNode, name: string, expected: Expected): void {
    const near = lowering.scope.terms.nearest(name, 6).filter((hit) => expected.kinds.includes(hit.term.kind)).slice(0, 3);
    const range = nameRange(lowering, node, name);
    const names = [...new Set(near.map((hit) => hit.term.id))];
    const offer = names.length === 0
        ? `Check the spelling, or declare it in this file, for example: ${expected.kinds[0] ?? 'condition'} ${writeName(name)} { definition "…" }.`
        : `Did you mean ${names.map((id) => `'${id}'`).join(' or ')}?`;
    lowering.report('unknown-term', range, `'${name}' is not in the vocabulary, so nothing can be checked about it; ${expected.called} is expected here. ${offer}`, {
        fixes: names.map((id) => ({ title: `Replace with '${id}'`, edits: [{ range, newText: writeName(id) }] })),
    });
}
