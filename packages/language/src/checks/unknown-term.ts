// unknown-term: every name must be known; the nearest names are offered, and to declare it.
import type { Term } from '@crit-lang/model/criteria/term.js';
import type { AstNode } from 'langium';
import type { Fix } from '../diagnostics/diagnostic.js';
import type { Clinical } from '../generated/ast.js';
import type { Lowering } from '../lowering/lowering.js';
import type { Expected } from '../lowering/resolve-term.js';
import { nameRange } from '../lowering/name-range.js';
import { writeName } from '../syntax/write-name.js';
import { reportGradeOrHigher } from './grade-or-higher.js';
import { reportNameWithoutQuotes } from './name-without-quotes.js';
import { didYouMean, nearNames } from './near-names.js';

export function reportUnknownTerm(lowering: Lowering, node: AstNode, name: string, expected: Expected): void {
    const near = lowering.scope.terms
        .nearest(name, 6)
        .filter((hit) => expected.kinds.includes(hit.term.kind))
        .map((hit) => hit.term.id);
    const range = nameRange(lowering, node, name);
    if (reportGradeOrHigher(lowering, name, range) || reportNameWithoutQuotes(lowering, name, range)) return;
    const ownNames = [...nearNames(name, lowering.parameters), ...nearNames(name, lowering.scope.definitionNames(), 1)];
    const names = [...new Set([...ownNames, ...near])].slice(0, 3);
    const declaration = declare(lowering, node, name, expected);
    const offer = names.length === 0 ? `Check the spelling, or declare it in this file, for example: ${declaration.shown}.` : didYouMean(names).trim();
    lowering.report(
        'unknown-term',
        range,
        `'${name}' is not in the vocabulary, so nothing can be checked about it; ${expected.called} is expected here. ${offer}`,
        {
            fixes: [...names.map((id) => ({ title: `Replace with '${id}'`, edits: [{ range, newText: writeName(id) }] })), ...declaration.fixes],
        },
    );
}

/** A name that is no component of a scale: 'BILAG(liver)'. */
export function reportUnknownComponent(lowering: Lowering, node: AstNode, name: string, scale: Term): void {
    const components = scale.components ?? [];
    const range = lowering.rangeOf(node);
    const there = components.length === 0 ? `${scale.id} has none` : `There are: ${components.join(', ')}`;
    lowering.report('unknown-term', range, `'${name}' is no ${scale.componentName ?? `component of ${scale.id}`}, so nobody can grade it. ${there}.`, {
        fixes: nearNames(name, components).map((component) => ({ title: `Replace with '${component}'`, edits: [{ range, newText: writeName(component) }] })),
    });
}

/** What to write at the end of the file so that the name is known. */
function declare(lowering: Lowering, node: AstNode, name: string, expected: Expected): { shown: string; fixes: Fix[] } {
    const kind = expected.kinds[0] ?? 'condition';
    const unit = kind === 'lab' ? unitComparedWith(node) : null;
    const shown = `${kind} ${writeName(name)} { ${unit === null ? '' : `unit ${unit}; `}definition "…" }`;
    const text = lowering.source.text;
    const end = lowering.source.range(text.trimEnd().length, text.length);
    return { shown, fixes: [{ title: `Declare '${name}' as a ${kind} of this protocol`, edits: [{ range: end, newText: `\n\n${shown}\n` }] }] };
}

/** The unit that the value of the line is written in: what is measured has it. */
function unitComparedWith(node: AstNode): string | null {
    const line = node.$container;
    if (line?.$type !== 'Clinical') return null;
    const { predicate } = line as Clinical;
    const value = predicate?.$type === 'Comparison' ? predicate.value : predicate?.$type === 'RangeTest' ? predicate.high : undefined;
    return value?.$type === 'Quantity' ? (value.unit ?? null) : null;
}
