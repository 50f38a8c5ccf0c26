// class-cycle: nothing is a kind of itself, directly or through others.
import type { Term } from '@crit-lang/model/criteria/term.js';
import { nameKey } from '@crit-lang/vocabulary/name-key.js';
import type { TermIndex } from '@crit-lang/vocabulary/term-index.js';
import type { AstNode } from 'langium';
import type { Lowering } from '../lowering/lowering.js';

export function reportClassCycle(lowering: Lowering, node: AstNode, term: Term, index: TermIndex): void {
    for (const parent of term.parents) {
        if (index.byCanonicalName(parent) === undefined && index.find(parent).length === 0) {
            lowering.report('unknown-term', node, `'${parent}' is not in the vocabulary, so '${term.id}' cannot be a kind of it. Correct the name, or declare the class too.`);
            continue;
        }
        if (nameKey(parent) !== nameKey(term.id) && !index.ancestorsOf(parent).some((ancestor) => nameKey(ancestor) === nameKey(term.id))) continue;
        lowering.report('class-cycle', node, `'${term.id}' would be a kind of itself, through '${parent}'. Remove one of the 'is a' lines.`);
    }
}
