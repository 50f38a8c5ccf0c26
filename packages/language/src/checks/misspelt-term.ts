// misspelt-term: a spelling seen in records that is not the term's.
import type { NameHit } from '@crit-lang/vocabulary/term-index.js';
import type { AstNode } from 'langium';
import type { Lowering } from '../lowering/lowering.js';
import { nameRange } from '../lowering/name-range.js';
import { writeName } from '../syntax/write-name.js';

export function reportMisspeltTerm(lowering: Lowering, node: AstNode, name: string, hits: readonly NameHit[]): void {
    const range = nameRange(lowering, node, name);
    const ids = hits.map((hit) => hit.term.id);
    lowering.report(
        'misspelt-term',
        range,
        `'${name}' is a misspelling of ${ids.map((id) => `'${id}'`).join(' or ')}. Registries and sites search by the right name; correct it.`,
        {
            fixes: ids.map((id) => ({ title: `Correct to '${id}'`, edits: [{ range, newText: writeName(id) }] })),
        },
    );
}
