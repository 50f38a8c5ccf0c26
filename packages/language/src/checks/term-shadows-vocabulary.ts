// term-shadows-vocabulary: a declared term with a shipped name replaces the shipped one; the author should know.
import type { Term } from '@crit-lang/model/criteria/term.js';
import type { TermIndex } from '@crit-lang/vocabulary/term-index.js';
import type { AstNode } from 'langium';
import type { Lowering } from '../lowering/lowering.js';
import { nameRange } from '../lowering/name-range.js';

export function reportShadowing(lowering: Lowering, node: AstNode, term: Term, shipped: TermIndex): void {
    const known = shipped.byCanonicalName(term.id);
    if (known === undefined) return;
    lowering.report(
        'term-shadows-vocabulary',
        nameRange(lowering, node, term.id),
        `The shipped vocabulary has '${known.id}' too; in this protocol your entry replaces it, with its codes, classes and synonyms. Rename your term if another thing is meant.`,
    );
}
