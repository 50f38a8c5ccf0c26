// unknown-term: every name must be known; the nearest names are offered.
import type { Term } from '@crit-lang/model/criteria/term.js';
import type { AstNode } from 'langium';
import type { Lowering } from '../lowering/lowering.js';
import type { Expected } from '../lowering/resolve-term.js';
import { nameRange } from '../lowering/resolve-term.js';
import { writeName } from '../syntax/write-name.js';
import { nearNames } from './near-names.js';

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

/** A name that is no component of a scale: 'BILAG(liver)'. */
export function reportUnknownComponent(lowering: Lowering, node: AstNode, name: string, scale: Term): void {
    const components = scale.components ?? [];
    const range = lowering.rangeOf(node);
    const near = nearNames(name, components);
    const there = components.length === 0 ? `${scale.id} has none` : `There are: ${components.join(', ')}`;
    lowering.report('unknown-term', range, `'${name}' is no ${scale.componentName ?? `component of ${scale.id}`}, so nobody can grade it. ${there}.`, {
        fixes: near.map((component) => ({ title: `Replace with '${component}'`, edits: [{ range, newText: writeName(component) }] })),
    });
}
