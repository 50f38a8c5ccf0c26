// equivalent-missing: the dose of a class of drugs needs the drug in whose equivalents it is counted.
import type { Selection } from '../generated/ast.js';
import type { Lowering } from '../lowering/lowering.js';

export function reportEquivalentMissing(lowering: Lowering, node: Selection, term: string | null): void {
    if (term === null || lowering.scope.terms.childrenOf(term).length === 0) return;
    const members = lowering.scope.terms.descendantsOf(term);
    const counted = members.map((id) => lowering.scope.term(id)?.equivalent?.to).find((to) => to !== undefined);
    const offer = counted === undefined ? '' : ` Add 'of ${counted} or equivalent' after the dose.`;
    lowering.report('equivalent-missing', node, `'${term}' is a class of drugs, and 10 mg of one is not 10 mg of another. Say in whose equivalents the dose is counted.${offer}`);
}
