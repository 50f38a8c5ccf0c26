// ambiguous-term: a name that several terms go by must be replaced by the one that is meant.
import type { NameHit } from '@crit-lang/vocabulary/term-index.js';
import type { AstNode } from 'langium';
import type { Lowering } from '../lowering/lowering.js';
import { nameRange } from '../lowering/name-range.js';
import { writeName } from '../syntax/write-name.js';

export function reportAmbiguousTerm(lowering: Lowering, node: AstNode, name: string, hits: readonly NameHit[]): void {
    const range = nameRange(lowering, node, name);
    const choices = hits.map((hit) => `'${hit.term.id}' (${hit.term.title ?? hit.term.kind})`);
    lowering.report('ambiguous-term', range, `'${name}' can mean ${choices.join(' or ')}. Write the one that is meant: a site would have to guess.`, {
        fixes: hits.map((hit) => ({ title: `Write '${hit.term.id}'`, edits: [{ range, newText: writeName(hit.term.id) }] })),
    });
}
