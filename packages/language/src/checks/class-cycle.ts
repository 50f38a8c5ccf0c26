// class-cycle: nothing is a kind of itself, directly or through others.
import type { Term } from '@crit-lang/model/criteria/term.js';
import { nameKey } from '@crit-lang/vocabulary/name-key.js';
import type { TermIndex } from '@crit-lang/vocabulary/term-index.js';
import type { Fix } from '../diagnostics/diagnostic.js';
import type { Declaration, Term as TermNode, TermNames } from '../generated/ast.js';
import type { Lowering } from '../lowering/lowering.js';
import { partOf, shownText } from '../syntax/parts.js';
import { removalOfItem, removalOfStatement } from '../syntax/removal.js';

/** Looks at the classes that an entry names: each must be known and must not lead back to the entry. */
export function reportClassCycle(lowering: Lowering, node: TermNode, term: Term, index: TermIndex): void {
    for (const parent of term.parents) {
        const line = node.properties.find(
            (property): property is TermNames =>
                property.$type === 'TermNames' && (property.key === 'is a' || property.key === 'is an') && property.names.includes(parent),
        );
        const place = line === undefined ? lowering.part(node, partOf(node, 'name')) : lowering.part(line, partOf(line, 'names', line.names.indexOf(parent)));
        const [known] = index.find(parent);
        if (known === undefined) {
            const near = index.nearest(parent).map((hit) => hit.term.id);
            lowering.report(
                'unknown-term',
                place,
                `'${parent}' is not in the vocabulary, so '${term.id}' cannot be a kind of it.${near.length === 0 ? '' : ` Did you mean ${near.map((id) => `'${id}'`).join(' or ')}?`} Correct the name, or declare the class too.`,
                {
                    fixes: near.map((id) => ({ title: `Replace with '${id}'`, edits: [{ range: place, newText: id }] })),
                },
            );
            continue;
        }
        if (leadsBack(parent, term.id, index))
            lowering.report('class-cycle', place, message(term.id, parent), {
                fixes: line === undefined || line.names.length > 1 ? [] : [removal(lowering, line)],
            });
    }
}

/** 'declare X is a Y' where Y is a kind of X already. */
export function reportDeclaredCycle(lowering: Lowering, node: Declaration, child: string, parent: string): void {
    if (!leadsBack(parent, child, lowering.scope.terms)) return;
    lowering.report('class-cycle', lowering.part(node, partOf(node, 'parent')), message(child, parent), { fixes: [removal(lowering, node)] });
}

function leadsBack(parent: string, child: string, index: TermIndex): boolean {
    return nameKey(parent) === nameKey(child) || index.ancestorsOf(parent).some((ancestor) => nameKey(ancestor) === nameKey(child));
}

function message(child: string, parent: string): string {
    return `'${child}' would be a kind of itself, through '${parent}', so both classes would mean the same. Remove one of the 'is a' lines.`;
}

function removal({ source }: Lowering, node: TermNames | Declaration): Fix {
    const whole = { offset: node.$cstNode?.offset ?? 0, end: node.$cstNode?.end ?? 0 };
    const title = `Remove '${shownText(node)}'`;
    return { title, edits: node.$type === 'Declaration' ? [removalOfStatement(source, whole)] : removalOfItem(source, whole) };
}
